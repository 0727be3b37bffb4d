import { Button, Input } from 'antd'
import { Chips } from '../../../../../ui/fields/Chips.tsx'
import { FieldGroup } from '../../../../../ui/fields/FieldGroup.tsx'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { Choice } from '../../../../../ui/parts/Choice.tsx'
import { KeyHint } from '../../../../../ui/parts/KeyHint.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { VisitReason } from '../../../contract.ts'
import { PhotoField } from '../photos/PhotoField.tsx'
import { useVisitWords } from '../visit-words.ts'
import { dayBefore } from './day-before.ts'
import { formMessages } from './messages-form.ts'
import { NOTE_KEY } from './use-visit-keys.ts'
import type { VisitDraft } from './visit-draft.ts'
import { fenOf } from './visit-message.ts'

interface VisitFieldsetProps {
  draft: VisitDraft
  set: (change: Partial<VisitDraft>) => void
  today: string
  /** What is wrong with the day, beside it. */
  dayError?: string | undefined
}

/** Everything of a visit but its people: way, day, reason, deliveries, note, goods. */
export function VisitFieldset({ draft, set, today, dayError }: VisitFieldsetProps) {
  const text = useText(formMessages)
  const words = useVisitWords()
  return (
    <>
      <FieldGroup label={text('casework.record.way')}>
        <Choice label={text('casework.record.way')} options={words.ways} value={draft.way} onChange={(way) => set({ way })} />
      </FieldGroup>
      <DayField draft={draft} set={set} today={today} dayError={dayError} />
      <FieldGroup label={text('casework.record.gave')}>
        <Chips options={words.deliveries} chosen={draft.deliveries} onChange={(deliveries) => set({ deliveries })} digits />
      </FieldGroup>
      <FormField label={<NoteLabel />} hint={text('casework.record.noteHint')}>
        {(field) => (
          <Input.TextArea
            {...field}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={2000}
            value={draft.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </FormField>
      <GoodsFields draft={draft} set={set} />
      <PhotoField photoIds={draft.photoIds} kept={draft.keptPhotos} onChange={set} />
    </>
  )
}

function NoteLabel() {
  const text = useText(formMessages)
  return (
    <>
      {text('casework.record.note')} <KeyHint keys={String(NOTE_KEY)} />
    </>
  )
}

function DayField({ draft, set, today, dayError }: VisitFieldsetProps) {
  const text = useText(formMessages)
  const { reasons } = useVisitWords()
  const yesterday = dayBefore(today)
  return (
    <div className="field-pair">
      <FormField label={text('casework.record.on')} error={dayError}>
        {(field) => (
          <span className="row day-field">
            <Input
              {...field}
              type="date"
              size="middle"
              max={today}
              value={draft.doneOn}
              onChange={(event) => set({ doneOn: event.target.value })}
            />
            <Button type="text" size="middle" aria-pressed={draft.doneOn === today} onClick={() => set({ doneOn: today })}>
              {text('casework.record.today')}
            </Button>
            <Button type="text" size="middle" aria-pressed={draft.doneOn === yesterday} onClick={() => set({ doneOn: yesterday })}>
              {text('casework.record.yesterday')}
            </Button>
          </span>
        )}
      </FormField>
      <FormField label={text('casework.record.reason')}>
        {(field) => (
          <select
            {...field}
            className="plain-select"
            value={draft.reason}
            onChange={(event) => set({ reason: event.target.value as VisitReason })}
          >
            {reasons.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </FormField>
    </div>
  )
}

function GoodsFields({ draft, set }: Pick<VisitFieldsetProps, 'draft' | 'set'>) {
  const text = useText(formMessages)
  const wrong = fenOf(draft.goodsYuan) === undefined ? text('casework.record.valueWrong') : undefined
  return (
    <div className="field-pair">
      <FormField label={text('casework.record.goods')} optional>
        {(field) => (
          <Input {...field} size="middle" maxLength={200} value={draft.goods} onChange={(event) => set({ goods: event.target.value })} />
        )}
      </FormField>
      <FormField label={text('casework.record.value')} optional error={wrong}>
        {(field) => (
          <Input
            {...field}
            size="middle"
            inputMode="decimal"
            maxLength={20}
            value={draft.goodsYuan}
            onChange={(event) => set({ goodsYuan: event.target.value })}
          />
        )}
      </FormField>
    </div>
  )
}
