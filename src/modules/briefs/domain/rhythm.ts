import { addDays, daysBetween, daysInMonth, type PlainDate } from '../../../kernel/plain-date.ts'

/** After what a draft is written by itself. */
export type ScheduleRhythm = 'week' | 'month' | 'halfYear'

interface Days {
  readonly from: PlainDate
  readonly to: PlainDate
}

const A_MONDAY = '2024-01-01' as PlainDate

const two = (number: number): string => String(number).padStart(2, '0')
const day = (year: number, month: number, date: number): PlainDate => `${year}-${two(month)}-${two(date)}` as PlainDate

/** The week (from Monday), month or half-year in which a day lies. */
export function periodAround(rhythm: ScheduleRhythm, on: PlainDate): Days {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
  if (rhythm === 'month') return { from: day(year, month, 1), to: day(year, month, daysInMonth(year, month)) }
  if (rhythm === 'halfYear')
    return month <= 6 ? { from: day(year, 1, 1), to: day(year, 6, 30) } : { from: day(year, 7, 1), to: day(year, 12, 31) }
  const sinceMonday = ((daysBetween(A_MONDAY, on) % 7) + 7) % 7
  const from = addDays(on, -sinceMonday)
  return { from, to: addDays(from, 6) }
}

/** The period after the one that ended on a day. */
export const periodAfter = (rhythm: ScheduleRhythm, writtenTo: PlainDate): Days => periodAround(rhythm, addDays(writtenTo, 1))

/** The last period that was over before a day: from the one under way on, drafts are written. */
export const lastOver = (rhythm: ScheduleRhythm, today: PlainDate): Days =>
  periodAround(rhythm, addDays(periodAround(rhythm, today).from, -1))
