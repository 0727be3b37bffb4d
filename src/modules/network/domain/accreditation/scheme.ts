import { TIERS, type Tier } from '../../../../kernel/region-code.ts'
import type { UnitKind } from '../unit-rules.ts'

/** A scheme of accreditation (创建), as data: what a unit shows, who looks at it in turn, how long the award lasts. */
export interface Scheme {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly kinds: readonly UnitKind[]
  readonly tiers: readonly Tier[]
  /** How many levels are awarded (stars); 0 where there is one only. */
  readonly levels: number
  /** The offices that review, from below; those that do not stand above the unit are left out. */
  readonly chain: readonly Tier[]
  /** Days for which the result is published before it is awarded; 0: at once. */
  readonly publicDays: number
  readonly validMonths: number
  /** For villages and communities: the wave begins with those that serve so many. */
  readonly minClients: number
  readonly criteria: readonly { readonly code: string; readonly zh: string; readonly en: string }[]
}

/**
 * The tiers whose offices review in turn. Nobody reviews at the unit's own tier or below, and a tier that the place lacks
 * is served by the next above it: in a municipality the city's part falls to the municipality.
 */
export function seatsFor({ chain }: Pick<Scheme, 'chain'>, unitTier: Tier, tiersOfPlace: readonly Tier[]): Tier[] {
  const rank = (tier: Tier): number => TIERS.indexOf(tier)
  const present = tiersOfPlace.filter((tier) => rank(tier) < rank(unitTier) && tier !== 'nation')
  const served = chain.map((tier) => present.filter((one) => rank(one) <= rank(tier)).toSorted((a, b) => rank(b) - rank(a))[0])
  const seats = [...new Set(served.filter((tier) => tier !== undefined))]
  const above = present.toSorted((a, b) => rank(b) - rank(a))[0]
  return seats.length > 0 || above === undefined ? seats : [above]
}
