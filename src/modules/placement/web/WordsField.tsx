import { Input } from 'antd'
import { FormField, type FormFieldProps } from '../../../ui/fields/FormField.tsx'

interface WordsFieldProps extends Omit<FormFieldProps, 'children'> {
  value: string
  onChange: (value: string) => void
  /** How many characters it takes. */
  max?: number
}

/** Some sentences. */
export function WordsField({ value, onChange, max = 500, ...field }: WordsFieldProps) {
  return (
    <FormField {...field}>
      {(control) => (
        <Input.TextArea {...control} rows={3} maxLength={max} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </FormField>
  )
}
