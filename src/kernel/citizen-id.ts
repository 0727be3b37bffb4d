import { z } from 'zod'
import { withoutSpaces } from './half-width.ts'
import { PlainDate } from './plain-date.ts'
import { ok, type Result, refuse } from './result.ts'

/** Why a text is no citizen identity number. `position` counts from 1, as a person counts. */
export const CitizenIdRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('wrong-length'), length: z.int() }),
  z.object({ code: z.literal('not-digits'), position: z.int() }),
  z.object({ code: z.literal('unknown-region'), regionPrefix: z.string() }),
  z.object({ code: z.literal('impossible-date'), date: z.string() }),
  z.object({ code: z.literal('future-birth'), bornOn: PlainDate }),
  z.object({ code: z.literal('wrong-checksum'), position: z.int(), expected: z.string() }),
])
export type CitizenIdRefusal = z.infer<typeof CitizenIdRefusal>

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/**
 * First two digits: the provinces of GB/T 2260; 83 is the residence permit for Taiwan residents, 91–98 the permanent
 * residence card for foreigners, 99 is assigned to nobody and marks synthetic people.
 */
const REGION_PREFIX = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-9])/

/** ISO 7064 MOD 11-2 over the first 17 digits (GB 11643-1999). */
function checkDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return '10X98765432'.charAt(sum % 11)
}

const dateOf = (value: string): string => `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`

function isWhole(value: string): boolean {
  return (
    /^\d{17}[\dX]$/.test(value) &&
    REGION_PREFIX.test(value) &&
    /^(18|19|20)/.test(value.slice(6)) &&
    PlainDate.safeParse(dateOf(value)).success &&
    checkDigit(value) === value.charAt(17)
  )
}

/** An 18-character citizen identity number in its normal form (GB 11643): digits, a real birth date, a right check digit, `X` in upper case. */
export const CitizenId = z.string().refine(isWhole, { message: 'not-a-citizen-id' }).brand<'CitizenId'>()
export type CitizenId = z.infer<typeof CitizenId>

export interface CitizenIdParts {
  readonly value: CitizenId
  readonly bornOn: PlainDate
  readonly sex: 'male' | 'female'
  /** The six digits of the county that issued the number: where a person was registered first, not where they live. */
  readonly regionPrefix: string
}

/**
 * The 15-digit number of before 1999 with its century and check digit. Sequences 996–999 were kept for people over a
 * hundred, so theirs is the nineteenth century (GB 11643-1989).
 */
function fromFifteen(digits: string): string {
  const century = /^99[6-9]$/.test(digits.slice(12)) ? '18' : '19'
  const first17 = digits.slice(0, 6) + century + digits.slice(6)
  return first17 + checkDigit(first17)
}

/** A leading apostrophe is how a spreadsheet is told that a number is text; `×` is how some keyboards write the last X. */
const normalise = (text: string): string =>
  withoutSpaces(text)
    .replace(/^['`‘’]/, '')
    .replace(/[x×]$/, 'X')

/**
 * Reads a citizen identity number as people write it: full-width, spaced, lower-case x, 15 or 18 long.
 *
 * `today` is the last day on which someone can have been born. The checks run from the coarse to the fine, so that the
 * refusal names the first thing a clerk would have to correct.
 */
export function parseCitizenId(text: string, today: PlainDate): Result<CitizenIdParts, CitizenIdRefusal> {
  const written = normalise(text)
  if (written.length !== 15 && written.length !== 18) return refuse({ code: 'wrong-length', length: written.length })
  const stray = written.search(written.length === 15 ? /\D/ : /[^\dX]|X(?!$)/)
  if (stray >= 0) return refuse({ code: 'not-digits', position: stray + 1 })

  const value = written.length === 15 ? fromFifteen(written) : written
  if (!REGION_PREFIX.test(value)) return refuse({ code: 'unknown-region', regionPrefix: value.slice(0, 6) })
  const born = PlainDate.safeParse(dateOf(value))
  if (!born.success || !/^(18|19|20)/.test(born.data)) return refuse({ code: 'impossible-date', date: dateOf(value) })
  if (born.data > today) return refuse({ code: 'future-birth', bornOn: born.data })
  const expected = checkDigit(value)
  if (expected !== value.charAt(17)) return refuse({ code: 'wrong-checksum', position: 18, expected })

  const sex = Number(value[16]) % 2 === 1 ? 'male' : 'female'
  // All that `CitizenId` asks has just been asked, one by one.
  return ok({ value: value as CitizenId, bornOn: born.data, sex, regionPrefix: value.slice(0, 6) })
}

/**
 * Composes a number from its parts, for synthetic people and tests; an odd `sequence` (0–999) is a man.
 * Throws where the parts make no number.
 */
export function makeCitizenId(parts: { region6: string; bornOn: PlainDate; sequence: number }): CitizenId {
  const first17 = parts.region6 + parts.bornOn.replaceAll('-', '') + String(parts.sequence).padStart(3, '0')
  return CitizenId.parse(first17 + checkDigit(first17))
}
