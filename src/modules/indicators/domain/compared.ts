import { addDays, addMonths, daysBetween, type PlainDate } from '../../../kernel/plain-date.ts'
import { firstDay, lastDay, monthNumber, type Window } from './months.ts'

/** The same window some months earlier. The end of a month stays the end of a month. */
function shifted({ from, to }: Window, months: number): Window {
  const end = to === lastDay(monthNumber(to)) ? lastDay(monthNumber(to) - months) : addMonths(to, -months)
  return { from: addMonths(from, -months), to: end }
}

/** The window before: as many months earlier as it has, where it begins with a month; else as many days. */
export function previousOf(window: Window): Window {
  const { from, to } = window
  if (from === firstDay(monthNumber(from))) return shifted(window, monthNumber(to) - monthNumber(from) + 1)
  const days = daysBetween(from, to) + 1
  return { from: addDays(from, -days), to: addDays(to, -days) }
}

export const lastYearOf = (window: Window): Window => shifted(window, 12)

/** Each month of a window, the first and the last cut to it. */
export function monthsIn({ from, to }: Window): Window[] {
  const [first, last] = [monthNumber(from), monthNumber(to)]
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const [start, end] = [firstDay(first + at), lastDay(first + at)]
    return { from: start < from ? from : start, to: end > to ? to : end }
  })
}

/** The last `count` months up to a day. */
export const monthsUpTo = (to: PlainDate, count: number): Window[] => monthsIn({ from: firstDay(monthNumber(to) - count + 1), to })
