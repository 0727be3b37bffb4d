import { toHalfWidth } from '../../kernel/half-width.ts'
import { bareName } from './name-keys.ts'

/** One way to read what was typed into the search box. Where there are several, the answers are joined, in this order. */
export type QueryReading =
  /** `text` begins a `full`, which is asked first, or a `suffix`. */
  | { readonly kind: 'name-part'; readonly text: string }
  /** `key ^@ prefix` among the keys of that kind. */
  | { readonly kind: 'pinyin' | 'initials'; readonly prefix: string }
  | { readonly kind: 'phone-tail' | 'id-tail'; readonly digits: string }

/**
 * Reads a search as staff type it: part of a name, pinyin, initials, the end of a phone number (3–11 digits) or of an
 * identity number (4–18, the last may be X). `zjg` is initials and may begin a pinyin; `4821` may end either number.
 * An empty list: nothing that anybody can be found by.
 */
export function classifyQuery(text: string): readonly QueryReading[] {
  const typed = toHalfWidth(text).trim()
  const digits = nationalDigits(typed.replace(/[\s\-‐-―−()]/g, '').toUpperCase())
  if (/^\d+X?$/.test(digits)) return numberReadings(digits)
  const bare = bareName(typed.replace(/ü/gi, 'v'))
  if (/^[a-z]+$/.test(bare)) return latinReadings(bare)
  if (!/\p{Script=Han}/u.test(bare) || /[\da-z]/.test(bare)) return []
  return [{ kind: 'name-part', text: bare }]
}

/** A mobile number as telephones hand it over, +86 first. Four digits 0086 alone are the end of a number. */
const nationalDigits = (digits: string): string => /^(?:\+|00)86(1\d{10})$/.exec(digits)?.[1] ?? digits

function numberReadings(digits: string): readonly QueryReading[] {
  const phone: readonly QueryReading[] = /^\d{3,11}$/.test(digits) ? [{ kind: 'phone-tail', digits }] : []
  return digits.length >= 4 && digits.length <= 18 ? [...phone, { kind: 'id-tail', digits }] : phone
}

/** No syllable begins with i, u or v, so a word with one of them is no row of initials; nor is one of a single letter. */
function latinReadings(prefix: string): readonly QueryReading[] {
  const pinyin: QueryReading = { kind: 'pinyin', prefix }
  return /^[^iuv]{2,8}$/.test(prefix) ? [{ kind: 'initials', prefix }, pinyin] : [pinyin]
}
