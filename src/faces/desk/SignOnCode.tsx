import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { type Problem, problemOf } from '../../ui/api/problem.ts'
import type { SessionAccount } from '../../ui/api/session.ts'
import { showSignOnCode } from '../../ui/api/sign-on-calls.ts'
import { ErrorState } from '../../ui/parts/ErrorState.tsx'
import { CodeField } from '../../ui/session/SignInForm.tsx'
import { useText } from '../../ui/text/use-text.ts'

interface SignOnCodeProps {
  name: string
  /** The page to go to afterwards, for who takes the password instead. */
  to: string
  onSignedIn: (account: SessionAccount) => void
}

/** The provider has vouched for somebody whose account asks for a second factor: it is asked for alone. */
export function SignOnCode({ name, to, onSignedIn }: SignOnCodeProps) {
  const text = useText()
  const [code, setCode] = useState('')
  const [state, setState] = useState<{ isSending: boolean; said?: string; problem?: Problem }>({ isSending: false })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (state.isSending) return
    if (code.trim() === '') return setState({ isSending: false, said: text('signIn.code-needed') })
    setState({ isSending: true })
    try {
      const entered = await showSignOnCode(code.trim())
      if (entered.ok) return onSignedIn(entered.value)
      const { refusal } = entered
      const count = 'waitSeconds' in refusal ? refusal.waitSeconds : 60
      setState({ isSending: false, said: text(`signIn.${refusal.code}`, { count: count ?? 60 }) })
    } catch (error) {
      setState({ isSending: false, problem: problemOf(error) })
    }
  }
  return (
    <form className="sign-in-form" noValidate onSubmit={(event) => void submit(event)}>
      <p>{text('signIn.vouched', { name })}</p>
      <CodeField value={code} error={state.said} onChange={setCode} />
      {state.problem && <ErrorState problem={state.problem} slim />}
      <button type="submit" className="solid-button" aria-busy={state.isSending} disabled={state.isSending}>
        {text(state.isSending ? 'signIn.submitting' : 'signIn.submit')}
      </button>
      <Link to={`/sign-in?to=${encodeURIComponent(to)}`}>{text('signIn.byPassword')}</Link>
    </form>
  )
}
