import { Alarm } from '../../../ui/parts/Alarm.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import type { OpenMonth } from '../contract.ts'
import { briefMessages } from './messages.ts'
import { OpenMonths } from './OpenMonths.tsx'

interface Refusal {
  readonly code: string
  readonly numbers?: readonly string[]
  readonly count?: number
  readonly months?: readonly OpenMonth[]
  readonly labels?: readonly string[]
}

/** Why something was not done, in a sentence that says what to do. */
export function Refused({ refusal }: { refusal: Refusal | undefined }) {
  const text = useText(briefMessages)
  if (refusal === undefined) return null
  const { code, numbers = [], labels = [], months = [], count = months.length } = refusal
  const title = text(`briefs.refusal.${code}` as 'briefs.refusal.own-hand', {
    numbers: numbers.join('、'),
    labels: labels.join('、'),
    count,
  })
  return (
    <Alarm title={title}>
      <OpenMonths months={months} />
    </Alarm>
  )
}
