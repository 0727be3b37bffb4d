import { FormField } from '../../../ui/fields/FormField.tsx'

interface DigitsFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  autoComplete: string
  maxLength: number
  inputMode?: 'numeric' | 'tel' | 'text'
}

/** One number in large digits, with the keys that it needs. */
export function DigitsField({ label, value, onChange, error, autoComplete, maxLength, inputMode = 'numeric' }: DigitsFieldProps) {
  return (
    <FormField label={label} error={error}>
      {(field) => (
        <input
          {...field}
          className="plain-input digits"
          inputMode={inputMode}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  )
}
