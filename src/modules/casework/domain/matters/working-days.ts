import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'

/** The days on which offices work: weekends, statutory holidays and the weekend days worked in exchange. */
export interface WorkCalendar {
  isWorkday(day: PlainDate): boolean
  /** Whether a period in calendar days that began on this day and ends on a day of rest goes on to the next working day. */
  goesPastRest?(from: PlainDate): boolean
}

const LONGEST = 3_660

/**
 * The last day of a period that begins after `from`: the day itself is not counted. Working days are counted one by one.
 * Calendar days end on the counted day, also where that is a day of rest: 《信访工作条例》 gives days and says nothing of a
 * last day of rest. 《民法典》第二百零三条 would carry such a period on to the next working day, but speaks of civil periods;
 * whether a place follows it here is the dated setting `lastDayOnRestDay`, unverified, which the calendar carries.
 */
export function lastDay(from: PlainDate, period: { days: number; kind: 'calendar' | 'working' }, calendar: WorkCalendar): PlainDate {
  if (period.kind === 'working') return afterWorkdays(from, period.days, calendar)
  const counted = addDays(from, period.days)
  return calendar.goesPastRest?.(from) && !calendar.isWorkday(counted) ? afterWorkdays(counted, 1, calendar) : counted
}

function afterWorkdays(from: PlainDate, days: number, calendar: WorkCalendar): PlainDate {
  let day = from
  for (let left = days, looked = 0; left > 0; looked += 1) {
    if (looked > LONGEST) throw new RangeError(`no ${days} working days within ten years after ${from}`)
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
