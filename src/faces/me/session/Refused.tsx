import type { Problem } from '../../../ui/api/problem.ts'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { Icon } from '../../../ui/parts/Icon.tsx'
import type { PersonalRefusal } from '../../../ui/personal/personal-session.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { sessionMessages } from './messages-session.ts'

/** Why the door stayed shut, and what to do. */
export function Refused({ refusal, problem }: { refusal?: PersonalRefusal | undefined; problem?: Problem | undefined }) {
  const text = useText(sessionMessages)
  if (problem) return <ErrorState problem={problem} slim />
  if (!refusal) return null
  return (
    <p className="wrong" role="alert">
      <Icon name="warning" size={24} />
      <span>{text(`me.refusal.${refusal.code}`, { count: refusal.waitSeconds ?? 60 })}</span>
    </p>
  )
}
