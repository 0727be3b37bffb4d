import { daysBetween, type PlainDate } from '../../../kernel/plain-date.ts'

/** From the first day of this span to today. */
export const PERIOD_KINDS = ['today', 'month', 'quarter', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

export interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The legal day in China at an instant. */
export const dayAt = (instant: string): PlainDate => chinaDay.format(new Date(instant)) as PlainDate

const two = (number: number) => String(number).padStart(2, '0')
const at = (year: number, month: number, day: number) => `${year}-${two(month)}-${two(day)}` as PlainDate
const lastOf = (year: number, month: number) => at(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate())

/** The whole span in which a day lies: its quarter from 1 October to 31 December. */
export function wholeSpan(kind: PeriodKind, today: PlainDate): Span {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (kind === 'today') return { from: today, to: today }
  if (kind === 'month') return { from: at(year, month, 1), to: lastOf(year, month) }
  if (kind === 'year') return { from: at(year, 1, 1), to: at(year, 12, 31) }
  const first = month - ((month - 1) % 3)
  return { from: at(year, first, 1), to: lastOf(year, first + 2) }
}

/** The span so far: what a dashboard asks for. */
export const periodOf = (kind: PeriodKind, today: PlainDate): Span => ({ from: wholeSpan(kind, today).from, to: today })

/** The part of the span that has passed, today included: 0 to 1. */
export function passedPart(kind: PeriodKind, today: PlainDate): number {
  const { from, to } = wholeSpan(kind, today)
  return (daysBetween(from, today) + 1) / (daysBetween(from, to) + 1)
}

/** Days left after today. */
export const daysLeft = (kind: PeriodKind, today: PlainDate): number => daysBetween(today, wholeSpan(kind, today).to)
