import { Input } from 'antd'
import { FormField } from '../../../ui/fields/FormField.tsx'

interface OwnFieldProps {
  label: string
  name: string
  value: string
  onChange: (value: string) => void
  autoComplete: string
  error?: string | undefined
  hint?: string
  /** A password is not shown while it is typed; a code is. */
  isCode?: boolean
}

export function OwnField({ label, error, hint, isCode, onChange, ...rest }: OwnFieldProps) {
  return (
    <FormField label={label} error={error} hint={hint}>
      {(field) => {
        const control = {
          ...field,
          ...rest,
          size: 'large' as const,
          onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
        }
        return isCode ? (
          <Input {...control} className="mono" inputMode="text" autoCapitalize="none" maxLength={40} />
        ) : (
          <Input.Password {...control} maxLength={200} />
        )
      }}
    </FormField>
  )
}
