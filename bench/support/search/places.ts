import type { Pool } from 'pg'
import { type CodeRange, rangeOf, type Tier, UnitCode } from '../../../src/kernel/region-code.ts'

/** 广东: 21 cities, 125 counties, 1,600 townships, 27,000 villages. */
export const PROVINCE = '44'

export interface Searched {
  readonly tier: Tier
  readonly unitCode: UnitCode
  readonly range: CodeRange
  /** Positions of its villages among those of the province. */
  readonly villages: readonly number[]
}

/** All villages in order of code. The person with number n is served by village n modulo their count: spread over the whole table. */
export async function listVillages(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ code: string }>(
    "select code from network.divisions where code ^@ $1 and tier = 'village' and not is_pseudo and valid_to = 'infinity' order by code",
    [PROVINCE],
  )
  return rows.map(({ code }) => code)
}

/** Of each tier the place with most villages, inside that of the tier above: the hardest. */
export function pickPlaces(villages: readonly string[]): Searched[] {
  const city = largest(villages, 4)
  const county = largest(city, 6)
  const township = largest(county, 9)
  const codes = [
    ['village', township[0] ?? ''],
    ['township', (township[0] ?? '').slice(0, 9)],
    ['county', (county[0] ?? '').slice(0, 6)],
    ['city', (city[0] ?? '').slice(0, 4)],
    ['province', PROVINCE],
  ] as const
  return codes.map(([tier, digits]) => {
    const unitCode = UnitCode.parse(digits.padEnd(12, '0'))
    const within = villages.flatMap((code, at) => (code.startsWith(digits) ? [at] : []))
    return { tier, unitCode, range: rangeOf(unitCode), villages: within }
  })
}

function largest(villages: readonly string[], digits: number): string[] {
  const parts = new Map<string, string[]>()
  for (const code of villages) {
    const part = parts.get(code.slice(0, digits)) ?? []
    part.push(code)
    parts.set(code.slice(0, digits), part)
  }
  return [...parts.values()].reduce((most, part) => (part.length > most.length ? part : most), [])
}
