import type { PoolClient } from 'pg'
import type { Tier, UnitCode } from '../src/kernel/region-code.ts'
import { diceOf } from './dice.ts'

/** A division, what stands there, and how many people the demo gives it. */
export interface Place {
  readonly code: UnitCode
  readonly name: string
  readonly shortName: string
  readonly tier: Tier
  /** A place without an open unit is a gap of coverage, and its people are served by the unit above. */
  readonly state: 'open' | 'planned' | 'gap'
  readonly people: number
}

export const WORKED_STATION = '500112017005'
const WORKED_PEOPLE = 168

interface DivisionColumns {
  code: UnitCode
  name: string
  short_name: string
  tier: Tier
}

/** The divisions below some prefixes; of all that are loaded where there is none below them. */
async function listDivisions(client: PoolClient, regions: readonly string[]): Promise<readonly DivisionColumns[]> {
  const { rows } = await client.query<DivisionColumns>(
    `select code, name, short_name, tier from network.divisions
      where not is_pseudo and tier <> 'nation' and valid_to = 'infinity' and code ^@ any($1) order by code`,
    [regions],
  )
  return rows
}

/** The worked example is never a gap, nor is anything around it that the demo accounts sit at. */
function stateOf({ code, tier }: DivisionColumns): Place['state'] {
  if (code.startsWith('500112017') || (tier !== 'village' && tier !== 'township')) return 'open'
  const drawn = diceOf('gap', code).share()
  if (tier === 'township') return drawn < 0.004 ? 'planned' : 'open'
  return drawn < 0.006 ? 'planned' : drawn < 0.022 ? 'gap' : 'open'
}

/** More people where the demo looks: in the worked county and its neighbour, most in the worked township. */
function weightOf({ code, tier }: DivisionColumns): number {
  if (code === WORKED_STATION || (tier !== 'village' && tier !== 'township')) return 0
  const dice = diceOf('weight', code)
  const size = Math.exp(dice.share() + dice.share() + dice.share() - 1.5)
  const focus = code.startsWith('500112017') ? 16 : code.startsWith('500112') ? 6 : code.startsWith('500105') ? 4 : 1
  return size * focus * (tier === 'township' ? 0.4 : 1)
}

/** Where people live and are served: all divisions in order of code, with exactly `people` people among them. */
export async function listPlaces(
  client: PoolClient,
  { regions, people }: { regions: readonly string[]; people: number },
): Promise<Place[]> {
  const below = await listDivisions(client, regions)
  const divisions = below.length > 0 ? below : await listDivisions(client, [''])
  const worked = divisions.some(({ code }) => code === WORKED_STATION) ? Math.min(WORKED_PEOPLE, people) : 0
  const total = divisions.reduce((sum, division) => sum + weightOf(division), 0)
  const given = { weight: 0, people: 0 }
  return divisions.map((division) => {
    given.weight += weightOf(division)
    const upTo = total === 0 ? 0 : Math.round(((people - worked) * given.weight) / total)
    const share = division.code === WORKED_STATION ? worked : upTo - given.people
    given.people = upTo
    const { code, name, short_name: shortName, tier } = division
    return { code, name, shortName, tier, state: stateOf(division), people: share }
  })
}

/** The unit that serves a place: its own, or where it has none, the township's, or the county's. */
export function servingUnits(places: readonly Place[]): ReadonlyMap<string, UnitCode> {
  const open = new Set(places.filter(({ state }) => state === 'open').map(({ code }) => code))
  return new Map(
    places.map(({ code }) => {
      const above = [code, `${code.slice(0, 9)}000`, `${code.slice(0, 6)}000000`].find((one) => open.has(one as UnitCode))
      return [code, (above ?? code) as UnitCode]
    }),
  )
}
