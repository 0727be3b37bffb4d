import { Input } from 'antd'
import { FormField, type FormFieldProps } from './FormField.tsx'

interface LineFieldProps extends Omit<FormFieldProps, 'children'> {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'date'
  /** Digits only: a telephone then shows its keys for them. */
  isNumber?: boolean
  /** How many characters it takes. */
  max?: number
}

/** A line of text or a number, or a day by the browser's own calendar. */
export function LineField({ value, onChange, type = 'text', isNumber = false, max = 200, ...field }: LineFieldProps) {
  return (
    <FormField {...field}>
      {(control) => (
        <Input
          {...control}
          type={type}
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
