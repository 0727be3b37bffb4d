import type { NumberLook } from './cell-styles.ts'

const DAY_MS = 86_400_000
/** 9999-12-31, the last day spreadsheet programs show. */
const LAST_SERIAL = 2_958_465

const isDigits = (raw: string): boolean => {
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return raw.length > 0
}

const days = new Map<number, string>()

/** A column of dates holds few different days; their texts are kept. */
function dayText(milliseconds: number): string {
  const known = days.get(milliseconds)
  if (known) return known
  if (days.size > 100_000) days.clear()
  const text = new Date(milliseconds).toISOString().slice(0, 10)
  days.set(milliseconds, text)
  return text
}

const clockText = (seconds: number): string =>
  [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')

/**
 * A serial number as text: `YYYY-MM-DD`, `YYYY-MM-DD HH:MM:SS` or `HH:MM:SS`. Serial 60 of the 1900 system is the
 * 29 February 1900 that never was (kept for Lotus 1-2-3); it stays visible as such, for the reader of dates to refuse.
 */
export function serialText(serial: number, look: 'day' | 'moment' | 'time', is1904: boolean): string | undefined {
  if (!(serial >= 0 && serial <= LAST_SERIAL + 1)) return undefined
  const seconds = Math.round((serial % 1) * 86_400)
  const day = Math.floor(serial) + (seconds === 86_400 ? 1 : 0)
  if (look === 'time' && day === 0) return clockText(seconds % 86_400)
  if (!is1904 && day === 60) return '1900-02-29'
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const text = dayText(epoch + day * DAY_MS)
  return look === 'day' || (seconds === 0 && look !== 'time') ? text : `${text} ${clockText(seconds % 86_400)}`
}

/** A decimal of at most 15 digits that ends in none too many: already the text a spreadsheet shows. */
function isShortDecimal(raw: string): boolean {
  if (raw.length > 16 || raw.length < 3) return false
  const point = raw.indexOf('.')
  return point > 0 && raw.charCodeAt(raw.length - 1) !== 48 && isDigits(raw.slice(0, point)) && isDigits(raw.slice(point + 1))
}

/** A whole number past 15 digits as spreadsheets show it: zeros after the 15th. */
function wholeText(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(14).split('e+')
  const digits = mantissa.replace('.', '')
  return digits + '0'.repeat(Math.max(0, Number(exponent) - 14))
}

/** The shortest text of a number as a spreadsheet would show it: 15 significant digits, never scientific below 10^21. */
export function plainNumber(raw: string): string {
  if ((raw.length <= 15 && isDigits(raw)) || isShortDecimal(raw)) return raw
  const value = Number(raw)
  if (!Number.isFinite(value) || raw.trim() === '') return raw
  if (isDigits(raw) && raw.length <= 21) return raw
  const rounded = Number(value.toPrecision(15))
  return Number.isInteger(value) && Math.abs(value) >= 1e15 && Math.abs(value) < 1e21 ? wholeText(value) : String(rounded)
}

/** A whole number of more than 15 digits was an identity or card number once; a program that saved it as a number has zeroed its tail. */
export const hasLostDigits = (text: string): boolean =>
  text.length > 15 && text.length <= 21 && isDigits(text) && /^0+$/.test(text.slice(15))

/** The text a person sees in a numeric cell with this look. */
export function numberText(raw: string, look: NumberLook, is1904: boolean): string {
  if (look === 'plain') return plainNumber(raw)
  if (typeof look === 'object') return plainNumber(raw).padStart(look.zeros, '0')
  return serialText(Number(raw), look, is1904) ?? plainNumber(raw)
}
