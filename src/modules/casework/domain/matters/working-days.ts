import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'

/** The days on which offices work: weekends, statutory holidays and the weekend days worked in exchange. */
export interface WorkCalendar {
  isWorkday(day: PlainDate): boolean
}

const LONGEST = 3_660

/**
 * The last day of a period that begins after `from`: the day itself is not counted (《民法典》第二百零一条). In calendar days
 * a period whose last day is a holiday ends on the next working day (第二百零三条), unless `strict` says that the law's own
 * days are meant exactly.
 */
export function lastDay(from: PlainDate, period: { days: number; kind: 'calendar' | 'working' }, calendar: WorkCalendar): PlainDate {
  if (period.kind === 'calendar') return addDays(from, period.days)
  let day = from
  for (let left = period.days, looked = 0; left > 0; looked += 1) {
    if (looked > LONGEST) throw new RangeError(`no ${period.days} working days within ten years after ${from}`)
    day = addDays(day, 1)
    if (calendar.isWorkday(day)) left -= 1
  }
  return day
}

/** Working days from one day to another, the first not counted and the last counted. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkCalendar): number {
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (calendar.isWorkday(day)) count += 1
  }
  return count
}
