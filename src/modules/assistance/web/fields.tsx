import { Input } from 'antd'
import { FormField } from '../../../ui/fields/FormField.tsx'

interface LineProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  type?: 'text' | 'date'
}

/** A line of text, or a day by the browser's own calendar. */
export function LineField({ label, value, onChange, hint, type = 'text' }: LineProps) {
  return (
    <FormField label={label} {...(hint === undefined ? {} : { hint })}>
      {(field) => (
        <Input {...field} type={type} size="middle" maxLength={200} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </FormField>
  )
}

interface ChoiceProps<V extends string> {
  label: string
  value: V
  onChange: (value: V) => void
  options: readonly (readonly [V, string])[]
}

/** One of a few, with the browser's own list. */
export function ChoiceField<V extends string>({ label, value, onChange, options }: ChoiceProps<V>) {
  return (
    <FormField label={label}>
      {(field) => (
        <select {...field} className="assist-select" value={value} onChange={(event) => onChange(event.target.value as V)}>
          {options.map(([key, word]) => (
            <option key={key} value={key}>
              {word}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
