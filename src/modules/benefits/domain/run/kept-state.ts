import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Course, Holding, SuspensionReason } from '../entitlement/course.ts'
import { monthIndex } from '../entitlement/month.ts'
import { endMonth, firstMonth } from '../entitlement/standing.ts'

export const KEPT_STATES = ['applied', 'approved', 'active', 'suspended', 'resumed', 'ended'] as const
export type KeptState = (typeof KEPT_STATES)[number]

export interface StateOfKept {
  readonly state: KeptState
  readonly reason: SuspensionReason | null
}

/** How an entitlement stands on a day: worked out of its dates and events, so that it can never contradict them. */
export function stateOf(course: Course, holding: Holding, { isApproved, today }: { isApproved: boolean; today: PlainDate }): StateOfKept {
  const plain = (state: KeptState): StateOfKept => ({ state, reason: null })
  if (!isApproved) return plain('applied')
  const month = monthIndex(today)
  if (month >= endMonth(course, holding)) return plain('ended')
  const open = course.suspensions.find(({ from, to }) => from <= today && (to === null || today < to))
  if (open) return { state: 'suspended', reason: open.reason }
  if (month < firstMonth(course, holding)) return plain('approved')
  return plain(course.suspensions.some(({ to }) => to !== null && to <= today) ? 'resumed' : 'active')
}
