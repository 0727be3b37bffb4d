import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { draftTwoWay, seeOffer } from '../../contract.ts'
import { DayField } from '../DayField.tsx'
import { PlainSelect } from '../PlainSelect.tsx'
import { CohortField, PostsField, wrongAt } from '../rounds/DraftDrawer.tsx'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { RoundRefused } from '../rounds/RoundRefused.tsx'
import { computedMessages } from './messages-computed.ts'

interface ComputedDraftProps {
  place: string
  onClose: () => void
  onDone: (roundId: string) => void
}

const EMPTY = {
  title: '',
  cohortId: '',
  postIds: [] as readonly string[],
  mostListed: 5,
  silentEmployer: 'by-order' as 'by-order' | 'nobody',
  listsUntil: '',
  rankingsUntil: '',
  source: '',
  on: '',
}

/** Drafts a two-way selection: for whom, which posts, both windows, and the public draw that completes the lot. */
export function TwoWayDrawer({ place, onClose, onDone }: ComputedDraftProps) {
  const [text, words] = [useText(roundMessages), useText(computedMessages)]
  const [draft, setDraft] = useState(EMPTY)
  const offer = useView(seeOffer, { place })
  const form = useAction(draftTwoWay, { onDone: ({ roundId }) => onDone(roundId) })
  const set = (part: Partial<typeof EMPTY>) => setDraft((before) => ({ ...before, ...part }))
  const save = () => {
    const { title, cohortId, postIds, source, on, ...twoWay } = draft
    void form.send({ title, cohortId, postIds: [...postIds], twoWay, draw: { source, on } })
  }
  const isReady = draft.cohortId !== '' && draft.postIds.length > 0
  return (
    <QuickEntry
      open
      title={words('placement.computed.newTwoWay')}
      saveLabel={text('placement.draft.save')}
      saving={form.sending}
      isTouched={draft !== EMPTY}
      blocked={isReady ? undefined : text('placement.draft.choose')}
      promise={text('placement.draft.promise')}
      width={560}
      onSave={save}
      onClose={onClose}
    >
      {form.problem && <ErrorState problem={form.problem} onRetry={save} slim />}
      {form.refusal && <RoundRefused refusal={form.refusal} />}
      {offer.error && <ErrorState problem={offer.error.problem} onRetry={() => void offer.refetch()} slim />}
      <FormField label={text('placement.draft.name')} error={wrongAt(form.issues, 'title')}>
        {(field) => <Input {...field} maxLength={80} value={draft.title} onChange={({ target }) => set({ title: target.value })} />}
      </FormField>
      <CohortField offer={offer.data} value={draft.cohortId} onChange={(cohortId) => set({ cohortId })} text={text} />
      <PostsField offer={offer.data} value={draft.postIds} onChange={(postIds) => set({ postIds })} text={text} />
      <FormField
        label={text('placement.draft.source')}
        hint={text('placement.draft.sourceHint')}
        error={wrongAt(form.issues, 'draw.source')}
      >
        {(field) => <Input {...field} maxLength={80} value={draft.source} onChange={({ target }) => set({ source: target.value })} />}
      </FormField>
      <DayField label={text('placement.draft.on')} value={draft.on} onChange={(on) => set({ on })} />
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
      <DayField
        label={words('placement.computed.listsUntil')}
        hint={words('placement.computed.listsHint')}
        value={draft.listsUntil}
        onChange={(listsUntil) => set({ listsUntil })}
      />
      <DayField
        label={words('placement.computed.rankingsUntil')}
        hint={words('placement.computed.rankingsHint')}
        value={draft.rankingsUntil}
        onChange={(rankingsUntil) => set({ rankingsUntil })}
      />
      <PlainSelect
        label={words('placement.computed.silent')}
        value={draft.silentEmployer}
        onChange={(silentEmployer) => set({ silentEmployer })}
        options={[
          { value: 'by-order', label: words('placement.computed.byOrder') },
          { value: 'nobody', label: words('placement.computed.nobody') },
        ]}
      />
    </QuickEntry>
  )
}
