import { Input } from 'antd'
import type { ReactNode } from 'react'
import { FormField } from '../../../../ui/fields/FormField.tsx'

interface TextFieldProps {
  label: ReactNode
  value: string | null | undefined
  onChange: (value: string) => void
  error?: string | undefined
  hint?: ReactNode
  optional?: boolean
  placeholder?: string
  maxLength?: number
  numeric?: boolean
  lines?: number
  onBlur?: () => void
}

/** A line, or a few, of text with its label and its fault. Names and numbers are nobody's to complete. */
export function TextField({ label, value, onChange, error, hint, optional, numeric, lines, ...rest }: TextFieldProps) {
  const frame = { label, error, hint, ...(optional ? { optional } : {}) }
  return (
    <FormField {...frame}>
      {(field) => {
        const control = { ...field, ...rest, value: value ?? '', autoComplete: 'off' }
        return lines === undefined ? (
          <Input {...control} {...(numeric ? { inputMode: 'numeric' as const } : {})} onChange={({ target }) => onChange(target.value)} />
        ) : (
          <Input.TextArea {...control} rows={lines} onChange={({ target }) => onChange(target.value)} />
        )
      }}
    </FormField>
  )
}
