import { z } from 'zod'
import file from '../../../../../data/network/schemes.json' with { type: 'json' }
import { TIERS, Tier } from '../../../../kernel/region-code.ts'
import { UNIT_KINDS } from '../unit-rules.ts'

const Criterion = z.object({ code: z.string(), zh: z.string(), en: z.string() })

/** A scheme of accreditation (创建), as data: what a unit shows, who looks at it in turn, how long the award lasts. */
export const Scheme = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  kinds: z.array(z.enum(UNIT_KINDS)).min(1),
  tiers: z.array(Tier).min(1),
  /** How many levels are awarded (stars); 0 where there is one only. */
  levels: z.int().min(0).max(5),
  /** The offices that review, from below; those that do not stand above the unit are left out. */
  chain: z.array(Tier).min(1),
  /** Days for which the result is published before it is awarded; 0: at once. */
  publicDays: z.int().min(0),
  validMonths: z.int().min(1),
  /** For villages and communities: the wave begins with those that serve so many. */
  minClients: z.int().min(0),
  criteria: z.array(Criterion).min(1),
})
export type Scheme = z.infer<typeof Scheme>

export const SCHEMES: readonly Scheme[] = z.array(Scheme).parse(file.schemes)

export const schemeOf = (code: string): Scheme | undefined => SCHEMES.find((scheme) => scheme.code === code)

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
