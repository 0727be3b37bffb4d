import data from '../../../../data/indicators/targets/targets.json' with { type: 'json' }
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
export const MINIMUM = data.smallestRanked[0]?.persons ?? 0

interface DatedTarget {
  readonly code: string
  /** A share that grows with the days has its target for the end of each kind of span; any other stands. */
  readonly period: string
  readonly percent: number
  readonly validFrom: string
  readonly validTo?: string
}

const dated: readonly DatedTarget[] = data.targets

/** @throws where data/indicators/targets has none on that day */
function percentOn(code: Focus, period: string, on: PlainDate): number {
  const found = dated.find(
    (one) => one.code === code && one.period === period && one.validFrom <= on && (one.validTo === undefined || on < one.validTo),
  )
  if (!found) throw new Error(`data/indicators/targets: no target of ${code} (${period}) on ${on}`)
  return found.percent
}

export interface Target {
  /** What should be reached today, per cent, to one decimal. */
  readonly now: number
  /** What should be reached when the span ends. */
  readonly end: number
}

/** What should be reached, by the norms and local settings of data/indicators/targets that hold on the day. */
export function targetOf(focus: Focus, kind: PeriodKind, today: PlainDate): Target {
  if (focus !== 'visitedShare') {
    const standing = percentOn(focus, 'standing', today)
    return { now: standing, end: standing }
  }
  // A share that grows with the days is measured by the days that have passed.
  const end = percentOn(focus, kind, today)
  return { now: Math.round(end * passedPart(kind, today) * 10) / 10, end }
}

/** How many more of the denominator would reach the target; 0 where it is reached. */
export const missingTo = (target: number, numerator: number, denominator: number): number =>
  Math.max(0, Math.ceil((denominator * target) / 100 - 1e-9 - numerator))
