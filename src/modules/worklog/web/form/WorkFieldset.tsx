import { Input } from 'antd'
import { type FieldProps, FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { KindField, KindOnDesk } from '../../contract.ts'
import { type KindWords, useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'
import { PeopleField } from './PeopleField.tsx'
import { UnitField } from './UnitField.tsx'
import type { Faults, WorkDraft } from './work-draft.ts'

interface WorkFieldsProps {
  kind: KindOnDesk
  draft: WorkDraft
  set: (change: Partial<WorkDraft>) => void
  faults: Faults
  /** A correction keeps its unit. */
  isFixed?: boolean
}

/** The form of a kind, made from its declaration: its own fields first, then the day, the unit and the names. */
export function WorkFieldset({ kind, draft, set, faults, isFixed }: WorkFieldsProps) {
  const text = useText(workMessages)
  const why = useFaultWords(faults)
  return (
    <>
      {kind.fields.map((field) => (
        <AnswerField
          key={field.code}
          field={field}
          value={draft.values[field.code] ?? ''}
          error={why(field.code)}
          onChange={(value) => set({ values: { ...draft.values, [field.code]: value } })}
        />
      ))}
      {kind.organisation !== 'none' && <OrganisationFields kind={kind} draft={draft} set={set} faults={faults} />}
      <FormField label={text(kind.state ? 'work.since' : 'work.on')} error={why('#on')}>
        {(given) => <Input {...given} type="date" size="middle" value={draft.on} onChange={(event) => set({ on: event.target.value })} />}
      </FormField>
      {kind.state && (
        <FormField label={text('work.until')} optional hint={text('work.untilHint')} error={why('#until')}>
          {(given) => (
            <Input {...given} type="date" size="middle" value={draft.until} onChange={(event) => set({ until: event.target.value })} />
          )}
        </FormField>
      )}
      {!isFixed && <UnitField onChange={(unitCode) => set({ unitCode })} />}
      {kind.people !== 'none' && (
        <PeopleField
          people={draft.people}
          sought={draft.sought}
          optional={kind.people === 'optional'}
          error={why('#people')}
          onSeek={(sought) => set({ sought })}
          onChange={(people) => set({ people })}
        />
      )}
    </>
  )
}

/** What is wrong with a field, in words. */
function useFaultWords(faults: Faults) {
  const text = useText(workMessages)
  return (code: string): string | undefined => {
    const why = faults[code]
    return why === undefined ? undefined : text(`work.fault.${why}`)
  }
}

function OrganisationFields({ kind, draft, set, faults }: WorkFieldsProps) {
  const text = useText(workMessages)
  const why = useFaultWords(faults)
  return (
    <>
      <FormField label={text('work.organisation')} optional={kind.organisation === 'optional'} error={why('#organisation')}>
        {(given) => (
          <Input
            {...given}
            size="middle"
            maxLength={100}
            placeholder={text('work.organisationName')}
            value={draft.organisation}
            onChange={(event) => set({ organisation: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={text('work.uscc')} optional error={why('#uscc')}>
        {(given) => (
          <Input {...given} size="middle" maxLength={30} value={draft.uscc} onChange={(event) => set({ uscc: event.target.value })} />
        )}
      </FormField>
    </>
  )
}

interface AnswerProps {
  field: KindField
  value: string
  error?: string | undefined
  onChange: (value: string) => void
}

function AnswerField({ field, value, error, onChange }: AnswerProps) {
  const text = useText(workMessages)
  const words = useKindWords()
  const hint = { number: text('work.numberHint', { unit: field.unit ?? '' }), money: text('work.yuanHint') }[field.type as string]
  return (
    <FormField label={words.nameOf(field)} optional={!field.required} error={error} {...(hint === undefined ? {} : { hint })}>
      {(given) => <Control field={field} given={given} value={value} words={words} onChange={onChange} />}
    </FormField>
  )
}

function Control({ field, given, value, words, onChange }: Omit<AnswerProps, 'error'> & { given: FieldProps; words: KindWords }) {
  switch (field.type) {
    case 'choice':
      return (
        <select {...given} className="plain-select" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="" />
          {(field.choices ?? []).map((choice) => (
            <option key={choice.code} value={choice.code}>
              {words.nameOf(choice)}
            </option>
          ))}
        </select>
      )
    case 'note':
      return (
        <Input.TextArea
          {...given}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'date':
      return <Input {...given} type="date" size="middle" value={value} onChange={(event) => onChange(event.target.value)} />
    default:
      return (
        <Input
          {...given}
          size="middle"
          inputMode={field.type === 'text' ? 'text' : 'decimal'}
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}
