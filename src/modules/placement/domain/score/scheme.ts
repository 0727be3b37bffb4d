import type { PlainDate } from '../../../../kernel/plain-date.ts'

/** An item of the score table. */
export interface SchemeItem {
  readonly code: string
  /** Items of one group stand together on the sheet. */
  readonly group: 'service' | 'reward' | 'commendation' | 'disability' | 'hardship' | 'special' | 'deduction'
  readonly zh: string
  /** Hundredths of a point for one unit: 5 is 0.05. A deduction is below zero. */
  readonly points: number
  /** What it is counted in. `once`: there, or not. */
  readonly unit: 'halfYear' | 'each' | 'once' | 'month' | 'day'
  /** Counts from so many units on: hardship areas from a year without a break. */
  readonly atLeast?: number | undefined
}

/**
 * Service counts in half years: so many at the first item, the rest at the second. A rest of a year of up to
 * `halfUpToMonths` months counts as half a year, a longer one as a whole.
 */
export interface ServiceRule {
  readonly first: string
  readonly firstHalfYears: number
  readonly beyond: string
  readonly halfUpToMonths: number
}

/** A version of the score table: data, chosen by the day of leaving, never changed once somebody was scored by it. */
export interface Scheme {
  readonly code: string
  readonly version: string
  readonly title: string
  readonly source: string
  /** First and last day of leaving that it is for. */
  readonly leavingFrom: PlainDate
  readonly leavingTo: PlainDate | null
  readonly service: ServiceRule
  readonly items: readonly SchemeItem[]
  /** Of these groups a sheet has one line at most: one disability, at the grade of discharge. */
  readonly oneOf: readonly string[]
}

/** The version for who leaves on a day: of those that hold then, the latest. */
export const schemeFor = <S extends Scheme>(schemes: readonly S[], leavingOn: PlainDate): S | undefined =>
  schemes
    .filter(({ leavingFrom, leavingTo }) => leavingFrom <= leavingOn && (leavingTo === null || leavingOn <= leavingTo))
    .toSorted((a, b) => b.leavingFrom.localeCompare(a.leavingFrom) || b.version.localeCompare(a.version))[0]
