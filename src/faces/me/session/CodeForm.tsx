import { useEffect, useState } from 'react'
import { withoutSpaces } from '../../../kernel/half-width.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { DigitsField } from './DigitsField.tsx'
import { sessionMessages } from './messages-session.ts'
import { Refused } from './Refused.tsx'
import type { CodeState, Sent } from './use-phone-code.ts'

interface CodeFormProps {
  sent: Sent
  state: CodeState
  onEnter: (code: string) => void
  onAgain: () => void
}

/** The six digits of the message; another message once the wait is over. */
export function CodeForm({ sent, state, onEnter, onAgain }: CodeFormProps) {
  const text = useText(sessionMessages)
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const wait = useSecondsUntil(sent.againAt)
  const code = withoutSpaces(typed)
  const isCode = /^\d{6}$/.test(code)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isCode) onEnter(code)
      }}
    >
      <p className="lead">{text('me.code.words', { phone: grouped(sent.phone), count: sent.validMinutes })}</p>
      {sent.demoCode !== undefined && <p className="told">{text('me.code.demo', { code: sent.demoCode })}</p>}
      <DigitsField
        label={text('me.code.label')}
        value={typed}
        onChange={setTyped}
        error={isTried && !isCode ? text('me.code.wrong') : undefined}
        autoComplete="one-time-code"
        maxLength={10}
      />
      <Refused {...state} />
      <button type="submit" className="solid" aria-busy={state.sending} disabled={state.sending}>
        {text(state.sending ? 'me.code.entering' : 'me.code.enter')}
      </button>
      <button type="button" className="ghost" disabled={wait > 0 || state.sending} onClick={onAgain}>
        {wait > 0 ? text('me.code.wait', { count: wait }) : text('me.code.again')}
      </button>
    </form>
  )
}

/** Whole seconds until a moment of this device's own clock, 0 once it has come. */
function useSecondsUntil(moment: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((moment - now) / 1_000))
}

/** 100 1234 5678: whoever mistyped it sees it. */
const grouped = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')
