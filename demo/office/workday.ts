import { addDays, type PlainDate } from '../../src/kernel/plain-date.ts'

/** The day itself, or the Friday before it: an office of the demo works from Monday to Friday. */
export function workdayAt(day: PlainDate): PlainDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day
}
