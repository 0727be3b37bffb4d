import type { SessionAccount } from '../api/session.ts'
import { FormField } from '../fields/FormField.tsx'
import { ErrorState } from '../parts/ErrorState.tsx'
import { type Text, useText } from '../text/use-text.ts'
import { type SignInState, useSignIn } from './use-sign-in.ts'

interface SignInFormProps {
  onSignedIn: (account: SessionAccount) => void
  /** Who was signed in until now: it is filled in. */
  login?: string | undefined
}

/** Account and password, and the one-time code once it is asked for. Plain HTML: it serves every face. */
export function SignInForm({ onSignedIn, login }: SignInFormProps) {
  const text = useText()
  const { state, change, enter } = useSignIn(onSignedIn, login)
  const again = () => void enter(state.login, state.password, state.code)
  const { loginError, passwordError, codeError, general } = sentences(state, text)
  return (
    <form
      className="sign-in-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        again()
      }}
    >
      <FormField label={text('signIn.login')} error={loginError}>
        {(field) => (
          <input
            {...field}
            className="plain-input"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={state.login}
            onChange={(event) => change({ login: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={text('signIn.password')} error={passwordError}>
        {(field) => (
          <input
            {...field}
            className="plain-input"
            type="password"
            name="password"
            autoComplete="current-password"
            value={state.password}
            onChange={(event) => change({ password: event.target.value })}
          />
        )}
      </FormField>
      {state.wantsCode && <CodeField value={state.code} error={codeError} onChange={(code) => change({ code })} />}
      {general !== undefined && (
        <p className="field-error" role="alert">
          {general}
        </p>
      )}
      {state.problem && <ErrorState problem={state.problem} onRetry={again} slim />}
      <button type="submit" className="solid-button" aria-busy={state.sending} disabled={state.sending}>
        {text(state.sending ? 'signIn.submitting' : 'signIn.submit')}
      </button>
    </form>
  )
}

interface CodeFieldProps {
  value: string
  error: string | undefined
  onChange: (code: string) => void
}

/** The one-time code, once it is asked for. */
export function CodeField({ value, error, onChange }: CodeFieldProps) {
  const text = useText()
  return (
    <FormField label={text('signIn.code')} hint={text('signIn.codeHint')} error={error}>
      {(field) => (
        <input
          {...field}
          // biome-ignore lint/a11y/noAutofocus: it has just been asked for, and nothing else is missing
          autoFocus
          className="plain-input mono"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={8}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  )
}

function sentences({ isTried, login, password, refusal }: SignInState, text: Text) {
  const said = refusal && text(`signIn.${refusal.code}`, { count: refusal.waitSeconds ?? 60 })
  const isCode = refusal?.code === 'code-needed' || refusal?.code === 'code-wrong'
  return {
    loginError: isTried && login.trim() === '' ? text('signIn.loginMissing') : undefined,
    passwordError: isTried && password === '' ? text('signIn.passwordMissing') : undefined,
    codeError: isCode ? said : undefined,
    general: isCode ? undefined : said,
  }
}
