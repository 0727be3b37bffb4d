import { Input } from 'antd'
import { FormField } from '../../../ui/fields/FormField.tsx'

interface DayProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
}

/** A day, by the browser's own calendar. */
export function DayField({ label, value, onChange, hint }: DayProps) {
  return (
    <FormField label={label} {...(hint === undefined ? {} : { hint })}>
      {(field) => <Input {...field} type="date" size="middle" value={value} onChange={(event) => onChange(event.target.value)} />}
    </FormField>
  )
}
