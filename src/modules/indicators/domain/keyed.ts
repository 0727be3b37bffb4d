import { ageOn, type PlainDate } from '../../../kernel/plain-date.ts'
import { type RegionCode, type Tier, tierOf, type UnitCode } from '../../../kernel/region-code.ts'
import type { Places, Streak } from './derived.ts'
import type { Window } from './months.ts'

/** What facts come to by a key of theirs: a day, a year, a month, a place, a word. */
export type Nets = ReadonlyMap<string, number>

const keysAbove = (nets: Nets): string[] => [...nets].flatMap(([key, net]) => (net > 0 ? [key] : []))

/** How many keys have something. */
export const countKeys = (nets: Nets): number => keysAbove(nets).length

const firstKey = (nets: Nets): string | undefined => keysAbove(nets).toSorted()[0]

const DIGITS = { day: 10, month: 7, year: 4 } as const

/** The first day as a number: 20190130, to the month 201901, to the year 2019; null where there is none. */
export function firstOf(nets: Nets, to: keyof typeof DIGITS): number | null {
  const day = firstKey(nets)
  return day === undefined ? null : Number(day.slice(0, DIGITS[to]).replaceAll('-', ''))
}

/** Whole years from the first day to the end of a window. */
export function spanOf(nets: Nets, { to }: Window): number | null {
  const day = firstKey(nets)
  return day === undefined ? null : ageOn(day as PlainDate, to)
}

/** Years without a gap backwards from the last; a year that is not over yet may still come to it, and breaks nothing. */
export function streakOf(nets: Nets, { atLeast }: Streak, { to }: Window): number {
  const reaches = (year: number): boolean => (nets.get(String(year)) ?? 0) >= atLeast
  const last = Number(to.slice(0, 4))
  const start = reaches(last) || to.endsWith('-12-31') ? last : last - 1
  let year = start
  while (reaches(year)) year -= 1
  return start - year
}

const LEADING = { province: 2, city: 4, county: 6, township: 9, village: 12 } as const

/** The places of some tiers to which what a unit did belongs: its own, or each that it lies in. */
function placesOf(unit: string, { tiers, reach }: Pick<Places, 'tiers' | 'reach'>): string[] {
  const own = tierOf(unit as UnitCode)
  if (reach === 'own') return tiers.some((tier) => tier === own) ? [unit] : []
  return tiers.flatMap((tier) => {
    const place = unit.slice(0, LEADING[tier]).padEnd(12, '0')
    // A unit of a city lies in no county.
    return tierOf(place as RegionCode) === (tier as Tier) ? [place] : []
  })
}

/** What units have come to, by the places of some tiers. */
export function byPlace(units: Nets, where: Pick<Places, 'tiers' | 'reach'>): Nets {
  const nets = new Map<string, number>()
  for (const [unit, net] of units) for (const place of placesOf(unit, where)) nets.set(place, (nets.get(place) ?? 0) + net)
  return nets
}

/** Of some places those where another number lies in a band; its upper end is outside. */
export function inBand(nets: Nets, others: Nets, { from, below }: { from: number | null; below: number | null }): Nets {
  const isIn = (amount: number): boolean => (from === null || amount >= from) && (below === null || amount < below)
  return new Map([...nets].filter(([place]) => isIn(others.get(place) ?? 0)))
}

/** The greatest of the keys that have something, as numbers. */
export function peakOf(nets: Nets): number | null {
  const sizes = keysAbove(nets).map(Number)
  return sizes.length === 0 ? null : Math.max(...sizes)
}
