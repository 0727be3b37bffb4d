import { z } from 'zod'

/**
 * A 12-digit statistical division code: province 2, city 2, county 2, township 3, village 3 digits
 * (GB/T 2260 and the statistical extension).
 */
export const RegionCode = z
  .string()
  .regex(/^\d{12}$/, { message: 'not-a-region-code' })
  .brand<'RegionCode'>()
export type RegionCode = z.infer<typeof RegionCode>

/** A division code, with a serial (`-1` … `-99`) for units that share a place: `500112017005`, `500112017005-2`. */
export const UnitCode = z
  .string()
  .regex(/^\d{12}(-[1-9]\d?)?$/, { message: 'not-a-unit-code' })
  .brand<'UnitCode'>()
export type UnitCode = z.infer<typeof UnitCode>

/** The first six digits of a unit's code: the bureau that owns the row, first in every key. */
export const BureauCode = z
  .string()
  .regex(/^\d{6}$/)
  .brand<'BureauCode'>()
export type BureauCode = z.infer<typeof BureauCode>

export const bureauOf = (code: RegionCode | UnitCode): BureauCode => code.slice(0, 6) as BureauCode

export const regionOf = (code: UnitCode): RegionCode => code.slice(0, 12) as RegionCode

/** The tiers of the network, from the top. */
export const TIERS = ['nation', 'province', 'city', 'county', 'township', 'village'] as const
export const Tier = z.enum(TIERS)
export type Tier = z.infer<typeof Tier>

/** How many leading digits name a division of a tier. */
const DIGITS = [
  [2, 'province'],
  [4, 'city'],
  [6, 'county'],
  [9, 'township'],
  [12, 'village'],
] as const

/** The whole country, as a place: every division lies below it. */
export const NATION = '000000000000' as RegionCode

/** The tier that a code's own digits say: the shortest prefix after which only zeros follow. */
export function tierOf(code: RegionCode | UnitCode): Tier {
  const digits = code.slice(0, 12)
  if (digits === NATION) return 'nation'
  return DIGITS.find(([length]) => /^0*$/.test(digits.slice(length)))?.[1] ?? 'village'
}

/** A half-open range of codes in byte order: what a person sees, and what a subtree is. */
export interface CodeRange {
  readonly lo: string
  readonly hi: string
}

/**
 * Every division and unit at or below a place. `hi` is exclusive, in "C" order. Units that share a place share its
 * range: of a unit's code the serial is left aside.
 */
export function rangeOf(code: RegionCode | UnitCode): CodeRange {
  const tier = tierOf(code)
  if (tier === 'nation') return { lo: '0', hi: ':' }
  const length = DIGITS.find(([, name]) => name === tier)?.[0] ?? 12
  const prefix = code.slice(0, length)
  return { lo: prefix, hi: prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(length - 1) + 1) }
}

/** The digits by which an address names a place: 500112000000 is 500112, and the country has none. */
export function shortCodeOf(code: RegionCode): string {
  const tier = tierOf(code)
  return tier === 'nation' ? '' : code.slice(0, DIGITS.find(([, name]) => name === tier)?.[0] ?? 12)
}

/** The place that an address names; undefined where its digits are no tier's. All twelve will do as well. */
export function regionOfShort(digits: string): RegionCode | undefined {
  const isTier = digits === '' || DIGITS.some(([length]) => length === digits.length)
  return isTier && /^\d*$/.test(digits) ? (digits.padEnd(12, '0') as RegionCode) : undefined
}

export const isWithin = (code: string, { lo, hi }: CodeRange): boolean => code >= lo && code < hi
