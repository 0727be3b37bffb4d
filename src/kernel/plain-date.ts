import { z } from 'zod'

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days in a month, 1–12, of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return leap ? 29 : (DAYS[month - 1] ?? 0)
}

function exists(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month)
}

/** A legal day, `YYYY-MM-DD`, without a time or a zone. Compares as text. */
export const PlainDate = z.string().refine(exists, { message: 'not-a-day' }).brand<'PlainDate'>()
export type PlainDate = z.infer<typeof PlainDate>

/** Milliseconds of the day's midnight in UTC: only for arithmetic inside this file. */
const epoch = (day: PlainDate): number => Date.parse(`${day}T00:00:00Z`)

/** The calendar of this file ends at both sides: beyond 0001-01-01 and 9999-12-31 text no longer compares as days do. */
function within(text: string): PlainDate {
  if (!exists(text)) throw new RangeError(`no day of the years 1 to 9999: ${text}`)
  return text as PlainDate
}

const fromEpoch = (milliseconds: number): PlainDate => within(new Date(milliseconds).toISOString().replace(/T.*/, ''))

/** The day `count` days after (or, negative, before) `day`. Throws a RangeError outside the years 1–9999. */
export const addDays = (day: PlainDate, count: number): PlainDate => fromEpoch(epoch(day) + count * 86_400_000)

/** The same day of a later month; the last day of that month where it has no such day (31 January + 1 month = 28 or 29 February). Throws a RangeError outside the years 1–9999. */
export function addMonths(day: PlainDate, count: number): PlainDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  const last = Math.min(Number(day.slice(8)), daysInMonth(year, month))
  return within([String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(last).padStart(2, '0')].join('-'))
}

/** Whole days from one day to another: negative where `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((epoch(to) - epoch(from)) / 86_400_000)

/** Full years lived on `on` by someone born on `bornOn`; whoever was born on 29 February is a year older on 1 March of a common year. */
export function ageOn(bornOn: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** `YYYY-MM` of a day. */
export const monthOf = (day: PlainDate): string => day.slice(0, 7)
