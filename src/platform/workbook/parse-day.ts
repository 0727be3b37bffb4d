import { daysInMonth, type PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { chineseToDigits } from './chinese-numerals.ts'
import { dayOfSerial } from './day-serial.ts'

export type DayRefusal = {
  readonly code:
    | 'empty'
    | 'not-a-day'
    | 'no-such-day'
    | 'year-in-two-digits'
    | 'year-last'
    | 'year-only'
    | 'month-only'
    | 'month-uncertain'
    | 'other-calendar'
    | 'out-of-range'
  readonly text: string
}

export type ParseDayOptions = {
  /** A month without a day (2024年1月): refuse it, or take its first day. */
  readonly monthOnly?: 'refuse' | 'first-day'
  /** `YYYY-MM-DD`, both inclusive; 1900-01-01 and 2100-12-31 unless told. */
  readonly earliestOn?: string
  readonly latestOn?: string
}

type Answer = Result<PlainDate, DayRefusal>

const two = (number: number): string => String(number).padStart(2, '0')

function compose(text: string, [year, month, day]: readonly [number, number, number], options: ParseDayOptions): Answer {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return refuse({ code: 'no-such-day', text })
  const composed = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  const isOutside = composed < (options.earliestOn ?? '1900-01-01') || composed > (options.latestOn ?? '2100-12-31')
  return isOutside ? refuse({ code: 'out-of-range', text }) : ok(composed as PlainDate)
}

function month(text: string, [year, number]: readonly [number, number], options: ParseDayOptions): Answer {
  if (number < 1 || number > 12) return refuse({ code: 'no-such-day', text })
  return options.monthOnly === 'first-day' ? compose(text, [year, number, 1], options) : refuse({ code: 'month-only', text })
}

/** Digits alone: 20240105, 202401, a year, or what a spreadsheet counts days with. */
function fromDigits(text: string, digits: string, options: ParseDayOptions): Answer {
  const part = (from: number, to?: number): number => Number(digits.slice(from, to))
  if (digits.length === 8) return compose(text, [part(0, 4), part(4, 6), part(6)], options)
  if (digits.length === 6 && /^(19|20)\d\d(0[1-9]|1[0-2])$/.test(digits)) return month(text, [part(0, 4), part(4)], options)
  if (digits.length === 6) return refuse({ code: 'year-in-two-digits', text })
  if (digits.length === 4 && /^(19|20)/.test(digits)) return refuse({ code: 'year-only', text })
  const serial = Number(digits)
  if ((digits.length !== 5 && digits.length !== 4) || serial < 367) return refuse({ code: 'not-a-day', text })
  const [year, number, day] = dayOfSerial(serial).split('-').map(Number)
  return compose(text, [year ?? 0, number ?? 0, day ?? 0], options)
}

const BETWEEN = '[-/.,、年月]'
const FULL = new RegExp(`^(\\d{4})${BETWEEN}(\\d{1,2})${BETWEEN}(\\d{1,2})[日号]?$`)
const SHORT_YEAR = new RegExp(`^\\d{2}${BETWEEN}\\d{1,2}`)

function fromParts(text: string, plain: string, options: ParseDayOptions): Answer {
  const full = FULL.exec(plain)
  if (full) return compose(text, [Number(full[1]), Number(full[2]), Number(full[3])], options)
  // A spreadsheet drops the zero of 1998.10, and what is left is 1998.1: nobody can tell which was meant.
  if (/^\d{4}\.1$/.test(plain)) return refuse({ code: 'month-uncertain', text })
  const partial = /^(\d{4})[-/.年](\d{1,2})月?(份)?$/.exec(plain)
  if (partial) return month(text, [Number(partial[1]), Number(partial[2])], options)
  if (/^\d{4}年?$/.test(plain)) return refuse({ code: 'year-only', text })
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(plain)) return refuse({ code: 'year-last', text })
  return refuse({ code: SHORT_YEAR.test(plain) ? 'year-in-two-digits' : 'not-a-day', text })
}

/** Full-width to half, Chinese numerals to digits, dashes and slashes to one kind, the time of day and the weekday off. */
function plainDay(text: string): string {
  return chineseToDigits(text.normalize('NFKC'))
    .trim()
    .replace(/[‐-―−~_]/g, '-')
    .replace(/[·。]/g, '.')
    .replace(/\\/g, '/')
    .replace(/[ T]?(上午|下午)?\d{1,2}:\d{1,2}(:\d{1,2}(\.\d+)?)?( ?[AP]M|Z|[+-]\d\d:?\d\d)?$/i, '')
    .replace(/\(?(星期|周)[一二三四五六日天\d]\)?$/, '')
    .replace(/^['`‘’]/, '')
    .trim()
    .replace(/(?<=\d) +(?=\d)/g, '-')
    .replace(/\s+/g, '')
    .replace(/[.]$/, '')
}

/**
 * Reads a legal day from what people type: 2024-1-5, 2024/01/05, 2024.1.5, 20240105, 2024年1月5日, 二〇二四年一月五日,
 * full-width forms, a time of day after it, and the serial numbers of spreadsheets (1900 system). What can be read in two
 * ways is refused, never guessed: two-digit years, a year at the end, 1998.1 (January, or October less its zero).
 */
export function parseDay(text: string, options: ParseDayOptions = {}): Answer {
  if (text.length > 64) return refuse({ code: 'not-a-day', text: `${text.slice(0, 20)}…` })
  const usual = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (usual) return compose(text, [Number(usual[1]), Number(usual[2]), Number(usual[3])], options)
  const plain = plainDay(text)
  if (plain === '') return refuse({ code: 'empty', text })
  if (/民国|农历|阴历|腊月|正月|初|闰|昭和|光绪/.test(plain)) return refuse({ code: 'other-calendar', text })
  if (/^\d+$/.test(plain)) return fromDigits(text, plain, options)
  if (/^\d{5}\.\d+$/.test(plain)) return fromDigits(text, plain.slice(0, 5), options)
  return fromParts(text, plain, options)
}

const SENTENCES: Record<DayRefusal['code'], (text: string) => string> = {
  empty: () => '没有填日期。',
  'not-a-day': (text) => `“${text}”不是日期。请写成 2024-01-05 这样。`,
  'no-such-day': (text) => `“${text}”这一天不存在。请核对月和日。`,
  'year-in-two-digits': (text) => `“${text}”的年份只有两位，不知道是哪个世纪。请写全四位年份，如 1998-05-01。`,
  'year-last': (text) => `“${text}”分不清哪个是月、哪个是日。请把年份写在最前，如 2024-01-05。`,
  'year-only': (text) => `“${text}”只有年份。请补上月和日，如 1998-05-01。`,
  'month-only': (text) => `“${text}”只到月份。请补上日，如 1998-05-01。`,
  'month-uncertain': (text) => `“${text}”可能是 1 月，也可能是 10 月（表格会丢掉末尾的 0）。请写成 1998-10-01 这样。`,
  'other-calendar': (text) => `“${text}”不是公历日期。请换算成公历，如 1998-05-01。`,
  'out-of-range': (text) => `“${text}”不在允许的年份范围内。请核对年份。`,
}

/** The Chinese sentence for a day that cannot be read. */
export const dayRefusalSentence = ({ code, text }: DayRefusal): string => SENTENCES[code](text)
