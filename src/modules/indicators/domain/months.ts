import { addDays, daysInMonth, type PlainDate } from '../../../kernel/plain-date.ts'

/** Months counted from the year 0, so that they subtract: 2026-11 is 24322. */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

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
