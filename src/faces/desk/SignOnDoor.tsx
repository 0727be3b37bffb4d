import { useState } from 'react'
import { type Problem, problemOf } from '../../ui/api/problem.ts'
import { beginSignOn } from '../../ui/api/sign-on-calls.ts'
import { ErrorState } from '../../ui/parts/ErrorState.tsx'
import { type Text, useText } from '../../ui/text/use-text.ts'

interface SignOnDoorProps {
  /** What people call the provider. */
  name: string
  /** What became of it, for who has just come back from there. */
  outcome: string | null
  /** The page to go to afterwards. */
  to: string
}

/** The way in by single sign-on, under the form, and why it did not lead in. */
export function SignOnDoor({ name, outcome, to }: SignOnDoorProps) {
  const text = useText()
  const [state, setState] = useState<{ isLeaving: boolean; isDown?: boolean; problem?: Problem }>({ isLeaving: false })
  const leave = async () => {
    setState({ isLeaving: true })
    try {
      const url = await beginSignOn(to)
      if (url === undefined) return setState({ isLeaving: false, isDown: true })
      window.location.assign(url)
    } catch (error) {
      setState({ isLeaving: false, problem: problemOf(error) })
    }
  }
  const said = state.isDown ? text('signIn.provider-unavailable', { name }) : state.isLeaving ? undefined : sentence(outcome, name, text)
  return (
    <div className="sign-on-door">
      {said !== undefined && (
        <p className="field-error" role="alert">
          {said}
        </p>
      )}
      {state.problem && <ErrorState problem={state.problem} onRetry={() => void leave()} slim />}
      <button type="button" className="plain-button" aria-busy={state.isLeaving} disabled={state.isLeaving} onClick={() => void leave()}>
        {text(state.isLeaving ? 'signIn.goingThere' : 'signIn.byProvider', { name })}
      </button>
    </div>
  )
}

const OUTCOMES = ['not-bound', 'too-many-tries', 'stale', 'declined', 'failed'] as const

/** An address that somebody made up says nothing. */
function sentence(outcome: string | null, name: string, text: Text): string | undefined {
  if (outcome === 'unavailable') return text('signIn.provider-unavailable', { name })
  const known = OUTCOMES.find((one) => one === outcome)
  return known && text(`signIn.sso.${known}`, { name })
}
