export type ClockKind = 'left' | 'soon' | 'over'

/** Filled red when overdue, amber outline at three days or fewer (today included), grey while there is time. */
export function clockKind(left: number, soonAt = 3): ClockKind {
  if (left < 0) return 'over'
  return left <= soonAt ? 'soon' : 'left'
}
