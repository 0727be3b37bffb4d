import { z } from 'zod'
import { withoutSpaces } from './half-width.ts'
import { ok, type Result, refuse } from './result.ts'

/** Why a text is no unified social credit code. `position` counts from 1. */
export const UsccRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('wrong-length'), length: z.int() }),
  z.object({ code: z.literal('not-in-alphabet'), position: z.int() }),
  z.object({ code: z.literal('wrong-checksum'), position: z.int(), expected: z.string() }),
])
export type UsccRefusal = z.infer<typeof UsccRefusal>

/** Without I, O, S, V and Z, which are too easily taken for digits. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * The 18th character (GB 32100-2015). The outer `% 31` is the edge that published snippets forget: where the sum is a
 * multiple of 31 the character is `0`, not the 32nd of an alphabet of 31.
 */
export function usccCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(first17.charAt(index)), 0)
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

const isWhole = (value: string): boolean => /^[0-9A-HJ-NP-RTUWXY]{18}$/.test(value) && usccCheckCharacter(value) === value.charAt(17)

/** A unified social credit code in its normal form: 18 characters, upper case, a right check character (GB 32100). */
export const Uscc = z.string().refine(isWhole, { message: 'not-a-uscc' }).brand<'Uscc'>()
export type Uscc = z.infer<typeof Uscc>

export interface UsccParts {
  readonly value: Uscc
  /** The authority that registered it: `9` market regulation, `5` civil affairs, `1` the establishment office. */
  readonly authority: string
  readonly category: string
  readonly regionPrefix: string
  /** The nine characters of the organisation code (GB 11714). */
  readonly organisation: string
}

/** Reads a unified social credit code as people write it: full-width, spaced or hyphened, in lower case. */
export function parseUscc(text: string): Result<UsccParts, UsccRefusal> {
  const value = withoutSpaces(text).replaceAll('-', '').toUpperCase()
  if (value.length !== 18) return refuse({ code: 'wrong-length', length: value.length })
  const stray = value.search(/[^0-9A-HJ-NP-RTUWXY]/)
  if (stray >= 0) return refuse({ code: 'not-in-alphabet', position: stray + 1 })
  const expected = usccCheckCharacter(value)
  if (expected !== value.charAt(17)) return refuse({ code: 'wrong-checksum', position: 18, expected })
  return ok({
    value: Uscc.parse(value),
    authority: value.charAt(0),
    category: value.charAt(1),
    regionPrefix: value.slice(2, 8),
    organisation: value.slice(8, 17),
  })
}
