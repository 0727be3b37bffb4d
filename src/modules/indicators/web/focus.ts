import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type PeriodKind, passedPart } from './period.ts'

/** What tiles, trend and ranking can show: shares of a hundred, where more is better. */
export const FOCUSES = ['visitedShare', 'completeness', 'coverage'] as const
export type Focus = (typeof FOCUSES)[number]

/** The figures over every page, in their order; the last two only stand in notes. */
export const STRIP = [
  'units',
  'clients',
  'visited',
  'deliveries',
  'overdueContacts',
  'completeness',
  'visitedShare',
  'coverage',
  'staff',
] as const
export const SHOWN = STRIP.slice(0, 6)

/** Persons below which chance would rank a place. */
export const MINIMUM = 30

/**
 * Local working norms and no law: who must be seen monthly, quarterly and half-yearly (data/contact-rules.json) makes
 * about this share of a span. A share that grows with the days is measured by the days that have passed.
 */
const VISITED_BY_THE_END: Readonly<Record<PeriodKind, number>> = { today: 1, month: 30, quarter: 80, year: 95 }
const STANDING: Readonly<Record<Exclude<Focus, 'visitedShare'>, number>> = { completeness: 95, coverage: 100 }

export interface Target {
  /** What should be reached today, per cent, to one decimal. */
  readonly now: number
  /** What should be reached when the span ends. */
  readonly end: number
}

export function targetOf(focus: Focus, kind: PeriodKind, today: PlainDate): Target {
  if (focus !== 'visitedShare') return { now: STANDING[focus], end: STANDING[focus] }
  const end = VISITED_BY_THE_END[kind]
  return { now: Math.round(end * passedPart(kind, today) * 10) / 10, end }
}

/** How many more of the denominator would reach the target; 0 where it is reached. */
export const missingTo = (target: number, numerator: number, denominator: number): number =>
  Math.max(0, Math.ceil((denominator * target) / 100 - 1e-9 - numerator))
