import { type FormEvent, useState } from 'react'
import { FormField } from '../fields/FormField.tsx'
import { useText } from '../text/use-text.ts'
import { fieldMessages } from './messages.ts'

/** Asks for the password that opens the field data. `onTry` says whether it did. */
export function UnlockForm({ onTry }: { onTry: (password: string) => Promise<boolean> }) {
  const text = useText(fieldMessages)
  const [password, setPassword] = useState('')
  const [state, setState] = useState<'idle' | 'trying' | 'wrong'>('idle')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password === '' || state === 'trying') return
    setState('trying')
    if (!(await onTry(password))) setState('wrong')
  }
  return (
    <form className="sign-in-form field-unlock" noValidate onSubmit={(event) => void submit(event)}>
      <FormField label={text('field.door.password')} error={state === 'wrong' ? text('field.door.wrong') : undefined}>
        {(field) => (
          <input
            {...field}
            className="plain-input"
            type="password"
            name="field-password"
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </FormField>
      <button type="submit" className="solid-button" disabled={state === 'trying'}>
        {text(state === 'trying' ? 'field.door.opening' : 'field.door.open')}
      </button>
    </form>
  )
}
