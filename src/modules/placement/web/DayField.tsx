import { Input } from 'antd'
import { FormField } from '../../../ui/fields/FormField.tsx'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
}

/** A day, by the browser's own calendar. */
export function DayField({ label, value, onChange, hint, error }: TextFieldProps & { error?: string | undefined }) {
  return (
    <FormField label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      {(field) => <Input {...field} type="date" size="middle" value={value} onChange={(event) => onChange(event.target.value)} />}
    </FormField>
  )
}

/** A line of text or a number. */
export function LineField({ label, value, onChange, hint, isNumber, max = 100 }: TextFieldProps & { isNumber?: boolean; max?: number }) {
  return (
    <FormField label={label} {...(hint === undefined ? {} : { hint })}>
      {(field) => (
        <Input
          {...field}
          size="middle"
          maxLength={max}
          {...(isNumber ? { inputMode: 'numeric' as const } : {})}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  )
}

/** Some sentences. */
export function WordsField({ label, value, onChange, hint, max = 500 }: TextFieldProps & { max?: number }) {
  return (
    <FormField label={label} {...(hint === undefined ? {} : { hint })}>
      {(field) => <Input.TextArea {...field} rows={3} maxLength={max} value={value} onChange={(event) => onChange(event.target.value)} />}
    </FormField>
  )
}
