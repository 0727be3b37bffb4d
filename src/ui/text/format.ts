import { language } from './language.ts'

const locale = () => language()

/** 41755 → 41,755. Always Western digits; the same in both languages. */
export const count = (value: number): string => value.toLocaleString('en-US')

/** 0.714 → 71.4 (the sign belongs to the caller, who may set it smaller). Nothing to divide by is a dash. */
export function percent(numerator: number, denominator: number): string {
  return denominator === 0 ? '–' : ((numerator / denominator) * 100).toFixed(1)
}

/** Fen to yuan with two decimals and separators: 401500n → 4,015.00. */
export function yuan(amountFen: bigint): string {
  const sign = amountFen < 0n ? '−' : ''
  const fen = amountFen < 0n ? -amountFen : amountFen
  return `${sign}${(fen / 100n).toLocaleString('en-US')}.${String(fen % 100n).padStart(2, '0')}`
}

/** A legal day as people say it: 6 月 10 日 this year, 2024-12-16 in another. `thisYear` is given by the caller. */
export function day(plainDate: string, thisYear: number): string {
  const [year, month, date] = plainDate.split('-').map(Number)
  if (year !== thisYear || month === undefined || date === undefined) return plainDate
  return locale() === 'en' ? `${date} ${englishMonths[month - 1] ?? ''}` : `${month} 月 ${date} 日`
}

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
