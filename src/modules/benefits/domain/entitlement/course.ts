import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Cause, Period } from '../rates/rate-table.ts'

export const SUSPENSIONS = ['prison', 'wanted', 'rightsLost', 'unconfirmed'] as const
export type SuspensionReason = (typeof SUSPENSIONS)[number]

/** A class that somebody holds, from the month of its approval on (Art 27: pay from the month of approval). */
export interface Holding {
  readonly classCode: string
  readonly grade: number | null
  readonly cause: Cause | null
  readonly period: Period | null
  readonly approvedOn: PlainDate
  readonly endedOn: PlainDate | null
  /** Later grades, in their order: each is paid from the month of its approval (Art 29). */
  readonly regrades: readonly { readonly on: PlainDate; readonly grade: number; readonly cause: Cause }[]
  /** Years of conscript service, a begun year as a whole one. */
  readonly serviceYears: number
  /** Disabled in service: the army pays the year of leaving, the county from the next (Art 30). */
  readonly leftArmyOn: PlainDate | null
  /** Child, or brother or sister, of the dead: ends with the month of the 18th birthday (Art 19), unless studying or disabled until a day. */
  readonly isMinor: boolean
  readonly exemptUntil: PlainDate | null
  /** Mental disorder of grade 5 or 6 (Art 34). */
  readonly isMental: boolean
  /** The day on which that was found; null or left out: since ever. */
  readonly mentalFrom?: PlainDate | null
}

/** What happened to somebody, as far as money looks at it. */
export interface Course {
  readonly bornOn: PlainDate
  readonly diedOn: PlainDate | null
  readonly place: RegionCode
  /** The household moved: the old county pays the year, the new one from January (《烈士褒扬条例》22). */
  readonly moves: readonly { readonly on: PlainDate; readonly to: RegionCode }[]
  readonly holdings: readonly Holding[]
  /** Months that another county pays: the file went there and came back in a later year. */
  readonly away?: readonly { readonly from: number; readonly until: number }[]
  readonly suspensions: readonly { readonly reason: SuspensionReason; readonly from: PlainDate; readonly to: PlainDate | null }[]
}
