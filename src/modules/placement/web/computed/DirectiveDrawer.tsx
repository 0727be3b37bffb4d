import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { draftDirective, seeOffer } from '../../contract.ts'
import { DayField } from '../DayField.tsx'
import { CohortField, PostsField, wrongAt } from '../rounds/DraftDrawer.tsx'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { RoundRefused } from '../rounds/RoundRefused.tsx'
import { computedMessages } from './messages-computed.ts'

interface DirectiveDraftProps {
  place: string
  onClose: () => void
  onDone: (roundId: string) => void
}

const COST = { perKilometre: 10, misfit: 500, hardshipPerKilometre: 5, unplaced: 100_000 }
const LADDER = { township: 3, county: 15, city: 40, province: 150, nation: 800 }
const EMPTY = { title: '', cohortId: '', postIds: [] as readonly string[], source: '', on: '', cost: COST, ladder: LADDER }

/** Drafts a directive assignment of who is left over: which posts, what distance, misfit and hardship cost. */
export function DirectiveDrawer({ place, onClose, onDone }: DirectiveDraftProps) {
  const [text, words] = [useText(roundMessages), useText(computedMessages)]
  const [draft, setDraft] = useState(EMPTY)
  const offer = useView(seeOffer, { place })
  const form = useAction(draftDirective, { onDone: ({ roundId }) => onDone(roundId) })
  const set = (part: Partial<typeof EMPTY>) => setDraft((before) => ({ ...before, ...part }))
  const save = () => {
    const { source, on, postIds, ...rest } = draft
    void form.send({ ...rest, postIds: [...postIds], draw: { source, on } })
  }
  const isReady = draft.cohortId !== '' && draft.postIds.length > 0
  return (
    <QuickEntry
      open
      title={words('placement.computed.newDirective')}
      saveLabel={text('placement.draft.save')}
      saving={form.sending}
      isTouched={draft !== EMPTY}
      blocked={isReady ? undefined : text('placement.draft.choose')}
      promise={words('placement.computed.leftover')}
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
      <Numbers
        legend={words('placement.computed.costs')}
        values={draft.cost}
        labelOf={(key) => words(`placement.computed.${key}`)}
        onChange={(cost) => set({ cost })}
      />
      <Numbers
        legend={words('placement.computed.ladder')}
        values={draft.ladder}
        labelOf={(key) => words(`placement.computed.${key}`)}
        onChange={(ladder) => set({ ladder })}
      />
    </QuickEntry>
  )
}

interface NumbersProps<K extends string> {
  legend: string
  values: Readonly<Record<K, number>>
  labelOf: (key: K) => string
  onChange: (values: Record<K, number>) => void
}

/** Whole numbers with a name each. */
function Numbers<K extends string>({ legend, values, labelOf, onChange }: NumbersProps<K>) {
  return (
    <fieldset className="computed-kinds">
      <legend>{legend}</legend>
      {(Object.keys(values) as K[]).map((key) => (
        <FormField key={key} label={labelOf(key)}>
          {(field) => (
            <InputNumber
              {...field}
              min={0}
              max={1_000_000}
              precision={0}
              value={values[key]}
              onChange={(value) => onChange({ ...values, [key]: value ?? 0 })}
            />
          )}
        </FormField>
      ))}
    </fieldset>
  )
}
