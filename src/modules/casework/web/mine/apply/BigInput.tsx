import type { FieldProps } from '../../../../../ui/fields/FormField.tsx'
import type { Field } from '../../../contract.ts'

interface BigInputProps {
  field: Field
  given: FieldProps
  value: string
  onChange: (value: string) => void
}

const LONGEST = 4_000

/** The keys that a phone shows for each kind of answer. */
const KEYS: Partial<Record<Field['kind'], 'tel' | 'decimal'>> = { phone: 'tel', number: 'decimal', money: 'decimal' }

/** One large field. */
export function BigInput({ field, given, value, onChange }: BigInputProps) {
  if (field.kind === 'longText' || field.kind === 'people')
    return (
      <textarea
        {...given}
        className="plain-input"
        rows={field.kind === 'people' ? 3 : 6}
        maxLength={LONGEST}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <input
      {...given}
      className="plain-input"
      type={field.kind === 'day' ? 'date' : 'text'}
      inputMode={KEYS[field.kind] ?? 'text'}
      autoComplete={field.kind === 'phone' ? 'tel-national' : 'off'}
      maxLength={field.kind === 'text' ? (field.max ?? 200) : 40}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
