import { InputNumber } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { draftTwoWay } from '../../contract.ts'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { commonOf, type DraftProps, NO_DRAFT, RoundDraft } from '../rounds/RoundDraft.tsx'
import { useRoundDraft } from '../rounds/use-round-draft.ts'
import { computedMessages } from './messages-computed.ts'

const EMPTY = {
  ...NO_DRAFT,
  mostListed: 5,
  silentEmployer: 'by-order' as 'by-order' | 'nobody',
  listsUntil: '',
  rankingsUntil: '',
}

/** Drafts a two-way selection: how many may be listed, and until when both windows are open. */
export function TwoWayDrawer({ place, onClose, onDone, given }: DraftProps) {
  const [text, words] = [useText(roundMessages), useText(computedMessages)]
  const { draft, set, isTouched, offer, change } = useRoundDraft<typeof EMPTY>({ place, onDone }, () =>
    given?.rules.kind === 'two-way' ? { ...commonOf(given), ...given.rules.twoWay } : EMPTY,
  )
  const form = useAction(draftTwoWay, { onDone: ({ roundId }) => onDone(roundId) })
  const save = () => {
    const { title, cohortId, postIds, source, on, ...twoWay } = draft
    const common = { title, postIds: [...postIds], draw: { source, on } }
    if (given) void change.send({ ...common, roundId: given.roundId, version: given.version, rules: { kind: 'two-way', twoWay } })
    else void form.send({ ...common, cohortId, twoWay })
  }
  return (
    <RoundDraft
      given={given}
      title={words('placement.computed.newTwoWay')}
      promise={text('placement.draft.promise')}
      draft={draft}
      set={set}
      isTouched={isTouched}
      offer={offer}
      form={given ? change : form}
      onSave={save}
      onClose={onClose}
    >
      <FormField label={words('placement.computed.mostListed')}>
        {(field) => (
          <InputNumber
            {...field}
            min={1}
            max={50}
            precision={0}
            value={draft.mostListed}
            onChange={(most) => set({ mostListed: most ?? 5 })}
          />
        )}
      </FormField>
      <LineField
        label={words('placement.computed.listsUntil')}
        type="date"
        hint={words('placement.computed.listsHint')}
        value={draft.listsUntil}
        onChange={(listsUntil) => set({ listsUntil })}
      />
      <LineField
        label={words('placement.computed.rankingsUntil')}
        type="date"
        hint={words('placement.computed.rankingsHint')}
        value={draft.rankingsUntil}
        onChange={(rankingsUntil) => set({ rankingsUntil })}
      />
      <ChoiceField
        label={words('placement.computed.silent')}
        value={draft.silentEmployer}
        onChange={(silentEmployer) => set({ silentEmployer })}
        options={[
          ['by-order', words('placement.computed.byOrder')],
          ['nobody', words('placement.computed.nobody')],
        ]}
      />
    </RoundDraft>
  )
}
