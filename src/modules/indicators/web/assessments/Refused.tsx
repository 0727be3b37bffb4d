import { ActsFailed } from '../../../../ui/parts/ActsFailed.tsx'
import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { AssessmentRefusal } from '../../contract.ts'
import { assessmentMessages } from './messages-assessments.ts'

interface RefusedProps {
  refusal: AssessmentRefusal | undefined
  /** The acts beside it. */
  acts: Parameters<typeof ActsFailed>[0]['acts']
}

/** Why something was not done, and what to do. */
export function Refused({ refusal, acts }: RefusedProps) {
  const text = useText(assessmentMessages)
  if (acts.some(({ problem }) => problem)) return <ActsFailed acts={acts} />
  if (!refusal) return null
  const said = { until: 'until' in refusal ? refusal.until : '', count: 'count' in refusal ? refusal.count : 0 }
  return <Alarm title={text(`assess.refusal.${refusal.code}`, said)} />
}
