import { addDays, daysInMonth, type PlainDate } from '../../../kernel/plain-date.ts'

/** Months counted from the year 0, so that they subtract: 2026-11 is 24322. */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** From 1 March of the year 0 to 2000-01-01, and in 400 years of the calendar, in 100, in 4 and in one. */
const [BEFORE_2000, IN_400, IN_100, IN_4, IN_1] = [730_425, 146_097, 36_524, 1_461, 365]

/**
 * The month of a day counted from 2000-01-01, by arithmetic alone: for millions of them. Years begin in March here, so
 * that a leap day is the last of its year; 153 days are any five months from then.
 */
export function monthOfDay(day: number): number {
  const since = day + BEFORE_2000
  const era = Math.floor(since / IN_400)
  const inEra = since - era * IN_400
  const year = Math.floor((inEra - Math.floor(inEra / (IN_4 - 1)) + Math.floor(inEra / IN_100) - Math.floor(inEra / (IN_400 - 1))) / IN_1)
  const inYear = inEra - (IN_1 * year + Math.floor(year / 4) - Math.floor(year / 100))
  return (era * 400 + year) * 12 + Math.floor((5 * inYear + 2) / 153) + 2
}

export const yearOf = (month: number): number => Math.floor(month / 12)

/** `2026-11` of a month's number. */
export const monthText = (month: number): string => `${String(yearOf(month)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

export const firstDay = (month: number): PlainDate => `${monthText(month)}-01` as PlainDate

export const lastDay = (month: number): PlainDate =>
  `${monthText(month)}-${String(daysInMonth(yearOf(month), (month % 12) + 1)).padStart(2, '0')}` as PlainDate

/** Days of a period's first and last month that lie outside it: what whole months hold too much. */
export interface Window {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The days before `from` in its month, and those after `to` in its month; undefined where the month is whole. */
export function edgesOf({ from, to }: Window): { head?: Window; tail?: Window } {
  const [first, last] = [firstDay(monthNumber(from)), lastDay(monthNumber(to))]
  return {
    ...(from > first ? { head: { from: first, to: addDays(from, -1) } } : {}),
    ...(to < last ? { tail: { from: addDays(to, 1), to: last } } : {}),
  }
}
