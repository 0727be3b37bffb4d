import { Checkbox, InputNumber } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type DraftAsIs, draftRound, type Offer, type TurnWay } from '../../contract.ts'
import { isPilot } from '../../domain/direct/pilots.ts'
import { roundMessages } from './messages-rounds.ts'
import { type CommonDraft, commonOf, type DraftProps, NO_DRAFT, RoundDraft } from './RoundDraft.tsx'
import type { RoundText } from './RoundRefused.tsx'
import { useRoundDraft } from './use-round-draft.ts'

interface Draft extends CommonDraft {
  readonly clockSeconds: number
  readonly onPass: 'end' | 'out'
  readonly isDirect: boolean
}

const EMPTY: Draft = { ...NO_DRAFT, clockSeconds: 180, onPass: 'end', isDirect: false }

function givenDraft(given: DraftAsIs): Draft {
  if (given.rules.kind !== 'turns') throw new Error('this drawer is for rounds by turns')
  const { clockSeconds, onPass } = given.rules.turn
  return { ...commonOf(given), clockSeconds, onPass, isDirect: given.way === 'direct' }
}

/** A cohort that was examined is ranked by its composite: the round is one of exam and appraisal. */
const wayOf = ({ cohortId, isDirect }: Draft, offer: Offer | undefined): TurnWay =>
  isDirect ? 'direct' : offer?.cohorts.find(({ id }) => id === cohortId)?.method === 'exam' ? 'exam' : 'points-ranked'

/** Drafts a round that goes turn by turn, and says what a turn allows. */
export function DraftDrawer({ place, onClose, onDone, given }: DraftProps) {
  const text = useText(roundMessages)
  const { draft, set, isTouched, offer, change } = useRoundDraft({ place, onDone }, () => (given ? givenDraft(given) : EMPTY))
  const form = useAction(draftRound, { onDone: ({ roundId }) => onDone(roundId) })
  const save = () => {
    const { title, cohortId, postIds, clockSeconds, onPass, source, on } = draft
    const turn = { clockSeconds, onPass, onAbsent: onPass }
    if (given) {
      const { roundId, version } = given
      void change.send({ roundId, version, title, postIds: [...postIds], rules: { kind: 'turns', turn }, draw: { source, on } })
    } else void form.send({ cohortId, title, postIds: [...postIds], way: wayOf(draft, offer.data), turn, draw: { source, on } })
  }
  return (
    <RoundDraft
      given={given}
      title={text('placement.draft.title')}
      promise={text('placement.draft.promise')}
      draft={draft}
      set={set}
      isTouched={isTouched}
      offer={offer}
      posts={draft.isDirect ? onlyReserved(offer.data) : offer.data}
      form={given ? change : form}
      onSave={save}
      onClose={onClose}
      before={
        isPilot(place) && (
          <Checkbox checked={draft.isDirect} onChange={({ target }) => set({ isDirect: target.checked, postIds: [] })}>
            {text('placement.draft.direct')}
          </Checkbox>
        )
      }
    >
      <TurnFields draft={draft} set={set} text={text} />
    </RoundDraft>
  )
}

/** The direct train has posts only that are kept for a speciality. */
const onlyReserved = (offer: Offer | undefined): Offer | undefined =>
  offer && { ...offer, posts: offer.posts.filter(({ reservedFor }) => reservedFor !== null) }

function TurnFields({ draft, set, text }: { draft: Draft; set: (part: Partial<Draft>) => void; text: RoundText }) {
  return (
    <>
      <FormField label={text('placement.draft.clock')}>
        {(field) => (
          <InputNumber
            {...field}
            min={10}
            max={3600}
            precision={0}
            value={draft.clockSeconds}
            onChange={(seconds) => set({ clockSeconds: seconds ?? EMPTY.clockSeconds })}
          />
        )}
      </FormField>
      <FormField label={text('placement.draft.onPass')}>
        {(field) => (
          <select
            {...field}
            className="plain-select"
            value={draft.onPass}
            onChange={({ target }) => set({ onPass: target.value === 'out' ? 'out' : 'end' })}
          >
            <option value="end">{text('placement.draft.end')}</option>
            <option value="out">{text('placement.draft.out')}</option>
          </select>
        )}
      </FormField>
    </>
  )
}
