import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { monthsFrom } from './after-days.ts'

export interface Waiting {
  readonly reportedOn: PlainDate
  /** The day of the letter, or on which somebody left the way; null while they wait. */
  readonly endedOn: PlainDate | null
}

/**
 * Months, `2026-03`, for which somebody who waits for assigned work has an allowance (安置条例 75): from the month of the
 * report up to the one before the letter, whose own month the employer owes. How parts of a month count the article does
 * not say: whole months, unverified.
 */
export const waitingMonths = ({ reportedOn, endedOn }: Waiting, through: string): string[] => {
  const months = monthsFrom(reportedOn, `${nextMonth(through)}-01` as PlainDate)
  return endedOn === null ? months : months.filter((month) => month < endedOn.slice(0, 7))
}

function nextMonth(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`
}

/** A dated setting of data/placement/settings.json: a norm that differs from place to place and is no law that could be shown. */
export interface PlacementSetting {
  readonly name: 'minimumWageFen'
  /** The leading digits of the places in which it holds. */
  readonly region: string
  readonly validFrom: PlainDate
  readonly value: string
  readonly source: string
  readonly isUnverified: boolean
}

/** The wage that the allowance may not be below in a month: the nearest place counts, of that the latest. Undefined where nobody has entered one. */
export function minimumWage(
  settings: readonly PlacementSetting[],
  { place, month }: { place: string; month: string },
): PlacementSetting | undefined {
  return settings
    .filter(({ name, region, validFrom }) => name === 'minimumWageFen' && place.startsWith(region) && validFrom <= `${month}-01`)
    .toSorted((a, b) => b.region.length - a.region.length || (a.validFrom < b.validFrom ? 1 : -1))[0]
}
