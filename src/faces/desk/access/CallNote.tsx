import type { SessionRefusal } from '../../../platform/access/session-contract.ts'
import type { Problem } from '../../../ui/api/problem.ts'
import { Alarm } from '../../../ui/parts/Alarm.tsx'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { accessMessages } from './messages.ts'
import { ownRefusal } from './refusal-sentence.ts'

/** Why a call about one's own account did not go through. */
export function CallNote({ refusal, problem }: { refusal?: SessionRefusal | undefined; problem?: Problem | undefined }) {
  const text = useText(accessMessages)
  if (problem) return <ErrorState problem={problem} slim />
  if (!refusal) return null
  return <Alarm title={ownRefusal(refusal, text)} />
}
