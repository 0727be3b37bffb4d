import type { Pool } from 'pg'
import type { UnitCode } from '../../../src/kernel/region-code.ts'
import type { County, Station } from './roster.ts'

/** 广东; the roster is of its city with most villages. */
export const PROVINCE = '44'

interface Village {
  code: string
  written: string
  county: string
}

/** The city with most villages, and its counties with their stations. */
export async function listCounties(pool: Pool): Promise<{ unitCode: UnitCode; counties: County[] }> {
  const { rows } = await pool.query<Village>(
    `with villages as (
       select v.code, c.name || t.name || v.name as written, c.code as county
         from network.divisions v join network.divisions t on t.code = v.parent_code join network.divisions c on c.code = t.parent_code
        where v.code ^@ $1 and v.tier = 'village' and c.tier = 'county' and not v.is_pseudo and v.valid_to = 'infinity'),
     largest as (select left(code, 4) as city from villages group by 1 order by count(*) desc, 1 limit 1)
     select code, written, county from villages where left(code, 4) = (select city from largest) order by code`,
    [PROVINCE],
  )
  const times = new Map<string, number>()
  for (const { written } of rows) times.set(written, (times.get(written) ?? 0) + 1)
  const counties = new Map<string, Station[]>()
  for (const { code, written, county } of rows) {
    const stations = counties.get(county) ?? []
    counties.set(county, stations)
    stations.push({ code, written: times.get(written) === 1 ? written : code })
  }
  return { unitCode: (rows[0]?.code ?? '').slice(0, 4).padEnd(12, '0') as UnitCode, counties: [...counties.values()] }
}
