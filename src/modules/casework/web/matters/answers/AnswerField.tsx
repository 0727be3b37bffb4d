import { Input } from 'antd'
import { Chips } from '../../../../../ui/fields/Chips.tsx'
import { FieldGroup } from '../../../../../ui/fields/FieldGroup.tsx'
import { type FieldProps, FormField } from '../../../../../ui/fields/FormField.tsx'
import { Choice } from '../../../../../ui/parts/Choice.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Field } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { matterWordMessages } from '../messages-words.ts'
import { RosterDay } from '../roster/RosterDay.tsx'
import { useWordsOf } from '../words-of.ts'
import type { Draft } from './answer-draft.ts'

interface AnswerFieldProps {
  field: Field
  draft: Draft
  set: (change: Draft) => void
  error?: string | undefined
}

/** One question of a declaration, drawn by its kind. */
export function AnswerField({ field, draft, set, error }: AnswerFieldProps) {
  const wordsOf = useWordsOf()
  const words = useText(matterWordMessages)
  const typed = draft[field.code]
  const choices = (field.choices ?? []).map(({ code, name }) => ({ value: code, label: wordsOf(name) }))
  if (field.kind === 'choices') {
    const chosen = Array.isArray(typed) ? (typed as string[]) : []
    return (
      <FieldGroup label={wordsOf(field.name)} error={error}>
        <Chips options={choices} chosen={chosen} onChange={(next) => set({ [field.code]: next })} />
      </FieldGroup>
    )
  }
  if (field.kind === 'yesNo') return <YesNo field={field} draft={draft} set={set} error={error} />
  const note = { people: words('matters.field.peopleHint'), money: words('matters.field.moneyHint') }[field.kind as string]
  const hint = field.hint ? wordsOf(field.hint) : note
  return (
    <FormField label={wordsOf(field.name)} error={error} optional={!field.required} {...(hint === undefined ? {} : { hint })}>
      {(given) => (
        <Control
          field={field}
          given={given}
          choices={choices}
          value={typeof typed === 'string' ? typed : ''}
          onChange={(value) => set({ [field.code]: value })}
        />
      )}
    </FormField>
  )
}

function YesNo({ field, draft, set, error }: AnswerFieldProps) {
  const wordsOf = useWordsOf()
  const text = useText(matterMessages)
  const options = [
    { value: 'yes', label: text('matters.matter.yes') },
    { value: 'no', label: text('matters.matter.no') },
  ] as const
  return (
    <FieldGroup label={wordsOf(field.name)} error={error}>
      <Choice
        label={wordsOf(field.name)}
        options={options}
        value={draft[field.code] === true ? 'yes' : 'no'}
        onChange={(value) => set({ [field.code]: value === 'yes' })}
      />
    </FieldGroup>
  )
}

interface ControlProps {
  field: Field
  given: FieldProps
  choices: readonly { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
}

function Control({ field, given, choices, value, onChange }: ControlProps) {
  switch (field.kind) {
    case 'choice':
      return (
        <select {...given} className="plain-select" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="" />
          {choices.map(({ value: code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      )
    case 'longText':
    case 'people':
      return (
        <Input.TextArea
          {...given}
          autoSize={{ minRows: field.kind === 'people' ? 2 : 3, maxRows: 12 }}
          maxLength={4000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'day':
      if (field.onRoster) return <RosterDay given={given} value={value} onChange={onChange} />
      return <Input {...given} type="date" size="middle" value={value} onChange={(event) => onChange(event.target.value)} />
    default:
      return (
        <Input
          {...given}
          size="middle"
          inputMode={field.kind === 'phone' ? 'tel' : field.kind === 'number' || field.kind === 'money' ? 'decimal' : 'text'}
          maxLength={field.max ?? 200}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}
