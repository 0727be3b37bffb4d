import { z } from 'zod'
import { withoutSpaces } from './half-width.ts'
import { ok, type Result, refuse } from './result.ts'

/** Why a text is no telephone number of mainland China. */
export const PhoneRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('empty') }),
  z.object({ code: z.literal('two-numbers') }),
  z.object({ code: z.literal('not-digits'), position: z.int() }),
  z.object({ code: z.literal('no-area-code') }),
  z.object({ code: z.literal('wrong-length'), length: z.int() }),
  z.object({ code: z.literal('unknown-prefix'), prefix: z.string() }),
])
export type PhoneRefusal = z.infer<typeof PhoneRefusal>

export interface Phone {
  /** `13800138000`, `023-67812345`, `023-67812345-801`, `4001234567`: one number has one form. */
  readonly value: string
  readonly kind: 'mobile' | 'landline' | 'service'
}

/** Mobile numbers begin with 13–19; nobody is given 100…, so demo people are. */
const MOBILE = /^(1[3-9]\d{9}|100\d{8})$/
const SERVICE = /^[48]00\d{7}$/
/** Beijing and the 02x cities have two digits after the zero, everywhere else three (a trunk code of 2xx does not exist). */
const LANDLINE = /^0(10|2\d|[3-9]\d{2})(\d{7,8})$/

/** What follows 转, 分机, ext or #. */
const SPOKEN_EXTENSION = /(?:转|分机|ext\.?|#)(\d{1,6})$/i
/** `023-67812345-801`: a last hyphen is an extension's only after a whole number, else it merely groups digits. */
const HYPHENED_EXTENSION = /-(\d{1,6})$/

/**
 * Reads a telephone number as people write it: full-width, spaced, hyphenated, with +86, brackets or an extension.
 * Two numbers in one field are refused and not guessed at: which of them is right is for the clerk to say.
 */
export function parsePhone(text: string): Result<Phone, PhoneRefusal> {
  const written = withoutSpaces(text)
  if (written === '') return refuse({ code: 'empty' })
  if (/\d{7,}[/,;、|]\+?\d/.test(written)) return refuse({ code: 'two-numbers' })
  const spoken = SPOKEN_EXTENSION.exec(written)
  const bare = spoken ? written.slice(0, spoken.index) : written
  const stray = bare.search(/[^\d()+\-–—.]/)
  if (stray >= 0) return refuse({ code: 'not-digits', position: stray + 1 })
  const hyphened = spoken ? null : HYPHENED_EXTENSION.exec(bare)
  const split = hyphened ? classify(bare.slice(0, hyphened.index), hyphened[1]) : undefined
  return split?.ok ? split : classify(bare, spoken?.[1])
}

/** Without the country code; a landline abroad-style `+86 23 …` gets its trunk zero back. */
function nationalDigits(digits: string): string {
  const national = /^(?:00)?86(\d{10,11})$/.exec(digits)?.[1]
  if (national === undefined) return digits
  return MOBILE.test(national) || SERVICE.test(national) || national.startsWith('0') ? national : `0${national}`
}

/** A mobile has no extension. */
function classify(written: string, extension: string | undefined): Result<Phone, PhoneRefusal> {
  const digits = nationalDigits(written.replace(/\D/g, ''))
  const suffix = extension === undefined ? '' : `-${extension}`
  const landline = LANDLINE.exec(digits)
  if (landline) return ok({ value: `0${landline[1]}-${landline[2]}${suffix}`, kind: 'landline' })
  if (MOBILE.test(digits) && suffix === '') return ok({ value: digits, kind: 'mobile' })
  if (SERVICE.test(digits)) return ok({ value: digits + suffix, kind: 'service' })
  if (/^[2-8]\d{6,7}$/.test(digits)) return refuse({ code: 'no-area-code' })
  if (digits.length === 11 && !digits.startsWith('0')) return refuse({ code: 'unknown-prefix', prefix: digits.slice(0, 3) })
  return refuse({ code: 'wrong-length', length: digits.length })
}
