import { addMonths, daysBetween, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { Scheme } from './scheme.ts'

/** How long somebody served: full months, and whether days are left over. */
export interface ServiceTime {
  readonly months: number
  readonly hasRest: boolean
  readonly days: number
}

/** From the day of enlisting to the day of leaving. @throws a RangeError where leaving comes first */
export function serviceTime(enlistedOn: PlainDate, leavingOn: PlainDate): ServiceTime {
  if (leavingOn < enlistedOn) throw new RangeError('left before enlisting')
  const years = Number(leavingOn.slice(0, 4)) - Number(enlistedOn.slice(0, 4))
  const most = years * 12 + Number(leavingOn.slice(5, 7)) - Number(enlistedOn.slice(5, 7))
  const months = addMonths(enlistedOn, most) <= leavingOn ? most : most - 1
  return { months, hasRest: addMonths(enlistedOn, months) < leavingOn, days: daysBetween(enlistedOn, leavingOn) }
}

/**
 * Half years that count. 2018 measure: a rest of a year below six months is half a year, above six months a whole one; of
 * exactly six months it says nothing, and we count half a year (a setting of the scheme, unverified).
 */
export function countedHalfYears({ months, hasRest }: ServiceTime, { halfUpToMonths }: Scheme['service']): number {
  const [full, rest] = [Math.floor(months / 12), months % 12]
  if (rest === 0 && !hasRest) return full * 2
  const isLong = rest > halfUpToMonths || (rest === halfUpToMonths && hasRest)
  return full * 2 + (isLong ? 2 : 1)
}
