import { Button, Input } from 'antd'
import { FormField } from '../../../ui/fields/FormField.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { makePassword, PASSWORD_CHANCE } from './make-password.ts'
import { accessMessages } from './messages.ts'

export const freshPassword = (): string => makePassword(crypto.getRandomValues(new Uint32Array(PASSWORD_CHANCE)))

/** A first password, made here and open to read: it is handed over by hand and must be changed at once. */
export function PasswordField({
  value,
  onChange,
  error,
}: {
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}) {
  const text = useText(accessMessages)
  return (
    <FormField label={text('access.open.password')} hint={text('access.open.passwordHint')} error={error}>
      {(field) => (
        <span className="row access-pair">
          <Input
            {...field}
            className="mono"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
          <Button onClick={() => onChange(freshPassword())}>{text('access.open.make')}</Button>
        </span>
      )}
    </FormField>
  )
}
