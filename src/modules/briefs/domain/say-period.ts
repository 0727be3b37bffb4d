import { daysInMonth } from '../../../kernel/plain-date.ts'

export interface Span {
  readonly from: string
  readonly to: string
}

const partsOf = (day: string): [number, number, number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]

/** `2026-06-10` → `2026年6月10日`. */
export function sayDay(day: string): string {
  const [year, month, date] = partsOf(day)
  return `${year}年${month}月${date}日`
}

/** A date that is kept as a number, as far as it goes: 20190130 → 2019年1月30日, to the month 2019年1月; 2019 → 2019年. */
export function sayDateNumber(value: number, to: 'day' | 'month'): string {
  const digits = String(value)
  const [year, month, date] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)]
  return `${year}年${month === '' ? '' : `${Number(month)}月`}${date === '' || to === 'month' ? '' : `${Number(date)}日`}`
}

const SPANS: Readonly<Record<string, string>> = {
  '1-12': '',
  '1-6': '上半年',
  '7-12': '下半年',
  '1-3': '第一季度',
  '4-6': '第二季度',
  '7-9': '第三季度',
  '10-12': '第四季度',
}

/** A period as a report calls it: 2026年上半年, 2026年3月, 2026年第二季度; any other by its days. */
export function sayPeriod({ from, to }: Span): string {
  const [year, first, start] = partsOf(from)
  const [lastYear, last, end] = partsOf(to)
  const isWhole = year === lastYear && start === 1 && end === daysInMonth(year, last)
  if (isWhole && first === last) return `${year}年${first}月`
  const named = isWhole ? SPANS[`${first}-${last}`] : undefined
  if (named !== undefined) return `${year}年${named}`
  if (from === to) return sayDay(from)
  const until = year === lastYear ? `${last}月${end}日` : sayDay(to)
  return `${sayDay(from)}至${until}`
}
