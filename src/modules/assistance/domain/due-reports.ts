import { addDays, addMonths, type PlainDate } from '../../../kernel/plain-date.ts'

/** A stretch of raising that must be published, and the last day for it. */
export interface Stretch {
  readonly kind: 'quarter' | 'full'
  readonly from: PlainDate
  readonly to: PlainDate
  readonly dueOn: PlainDate
}

/** Months after the end of a stretch within which it is published: of a quarter the next one begins at once (setting), of the whole three (Art 78). */
const QUARTER_WITHIN = 1
const FULL_WITHIN = 3

/**
 * What a fund that raises from the public must have published by a day: raising for more than six months, every three months
 * of it; and within three months after its end, the whole (《慈善法》第七十八、七十九条, by the rules of the mission C12; wording
 * unverified). Within how many days after a quarter is not said there: one month, a setting.
 */
export function dueReports(raising: { readonly from: PlainDate; readonly to: PlainDate | null }, today: PlainDate): Stretch[] {
  const { from, to } = raising
  const due: Stretch[] = []
  const isLong = to === null || to > addMonths(from, 6)
  for (let count = 0; isLong; count += 1) {
    const [begin, end] = [addMonths(from, count * 3), addDays(addMonths(from, count * 3 + 3), -1)]
    if (end >= today || (to !== null && end > to)) break
    due.push({ kind: 'quarter', from: begin, to: end, dueOn: addMonths(end, QUARTER_WITHIN) })
  }
  if (to !== null && to < today) due.push({ kind: 'full', from, to, dueOn: addMonths(to, FULL_WITHIN) })
  return due
}
