import type { useAction } from '../../../../ui/api/use-action.ts'
import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { AssessmentRefusal } from '../../contract.ts'
import { assessmentMessages } from './messages-assessments.ts'

interface RefusedProps {
  refusal: AssessmentRefusal | undefined
  problem: ReturnType<typeof useAction>['problem']
  onRetry: () => void
}

/** Why something was not done, and what to do. */
export function Refused({ refusal, problem, onRetry }: RefusedProps) {
  const text = useText(assessmentMessages)
  if (problem) return <ErrorState problem={problem} onRetry={onRetry} slim />
  if (!refusal) return null
  const said = { until: 'until' in refusal ? refusal.until : '', count: 'count' in refusal ? refusal.count : 0 }
  return <Alarm title={text(`assess.refusal.${refusal.code}`, said)} />
}
