import { addDays, addMonths, daysBetween, type PlainDate } from '../../src/kernel/plain-date.ts'

export const day = (text: string): PlainDate => text as PlainDate

const isWeekend = (on: PlainDate): boolean => [0, 6].includes(new Date(on).getUTCDay())

/** So many working days, evenly spaced, both ends included; several of a day where there are more than days. */
export function spacedDays(from: string, to: string, count: number): PlainDate[] {
  const days = Array.from({ length: daysBetween(day(from), day(to)) + 1 }, (_, at) => addDays(day(from), at)).filter((on) => !isWeekend(on))
  return Array.from({ length: count }, (_, at) => days[Math.floor(((at + 0.5) * days.length) / count)] ?? day(to))
}

/** The months of a period by their first days. */
export function monthsOf(from: string, to: string): PlainDate[] {
  const months: PlainDate[] = []
  for (let first = day(`${from.slice(0, 7)}-01`); first <= to; first = addMonths(first, 1)) months.push(first)
  return months
}
