import { Input } from 'antd'
import { FormField } from './FormField.tsx'

interface LineFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  type?: 'text' | 'date'
}

/** A line of text, or a day by the browser's own calendar. */
export function LineField({ label, value, onChange, hint, type = 'text' }: LineFieldProps) {
  return (
    <FormField label={label} {...(hint === undefined ? {} : { hint })}>
      {(field) => (
        <Input {...field} type={type} size="middle" maxLength={200} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </FormField>
  )
}
