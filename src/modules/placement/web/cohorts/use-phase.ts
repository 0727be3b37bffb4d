import { day } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Cohort } from '../../contract.ts'
import { cohortMessages } from './messages-cohorts.ts'

/** How far a cohort has come, in a few words. */
export function usePhase() {
  const text = useText(cohortMessages)
  const now = new Date()
  const today = now.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  const words = (on: string) => day(on, now.getFullYear())
  return ({ windowClosesOn, rankedOn }: Pick<Cohort, 'windowClosesOn' | 'rankedOn'>): string => {
    if (rankedOn !== null) return text('cohorts.phase.ranked', { day: words(rankedOn) })
    if (windowClosesOn === null) return text('cohorts.phase.preparing')
    return today > windowClosesOn ? text('cohorts.phase.closed') : text('cohorts.phase.window', { day: words(windowClosesOn) })
  }
}
