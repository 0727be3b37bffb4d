/**
 * The oracle's own reading of division codes, written from the design and sharing nothing with the server: a place is a
 * run of leading digits (2, 4, 6, 9 or 12), and what lies below it begins with the same digits.
 */
export const TIERS = ['nation', 'province', 'city', 'county', 'township', 'village'] as const
export type TierName = (typeof TIERS)[number]

const CUTS = [0, 2, 4, 6, 9, 12]

/** The digits that all codes below a place begin with: '' for the nation. */
export function stemOf(code: string): string {
  const digits = code.slice(0, 12)
  const cut = CUTS.find((length) => Number(digits.slice(length)) === 0) ?? 12
  return digits.slice(0, cut)
}

export const tierNameOf = (code: string): TierName => TIERS[CUTS.indexOf(stemOf(code).length)] ?? 'village'

/** Whether a code is a place or below it. */
export const liesBelow = (code: string, place: string): boolean => code.startsWith(stemOf(place))
