import type { PlainDate } from '../../../kernel/plain-date.ts'

/** The days of a post, both ends included; without `toOn` it lasts. */
export interface PostPeriod {
  readonly fromOn: PlainDate
  readonly toOn?: PlainDate | undefined
}

/** Whether two periods share a day. The posts of one person at one unit never do (B1). */
export const overlaps = (one: PostPeriod, other: PostPeriod): boolean =>
  (other.toOn === undefined || one.fromOn <= other.toOn) && (one.toOn === undefined || other.fromOn <= one.toOn)
