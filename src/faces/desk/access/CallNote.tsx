import type { SessionRefusal } from '../../../platform/access/session-contract.ts'
import type { Problem } from '../../../ui/api/problem.ts'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { accessMessages } from './messages.ts'
import { ownRefusal } from './refusal-sentence.ts'

/** Why a call about one's own account did not go through. */
export function CallNote({ refusal, problem }: { refusal?: SessionRefusal | undefined; problem?: Problem | undefined }) {
  const text = useText(accessMessages)
  if (problem) return <ErrorState problem={problem} slim />
  if (!refusal) return null
  return (
    <div className="state-box error" data-slim="true" role="alert">
      <Icon name="warning" />
      <p className="t">{ownRefusal(refusal, text)}</p>
    </div>
  )
}
