import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Pool } from '../../contract.ts'

export interface PoolRow {
  id: string
  unit_code: UnitCode
  year: number
  season: Pool['season']
  title: string
  method: Pool['method']
  reason: string | null
  decided_on: PlainDate | null
  posts: number
  seats: number
}

const COLUMNS = `p.id, p.unit_code, p.year, p.season, p.title, p.method, p.reason, p.decided_on,
  (select count(*)::int from placement.posts o where o.pool_id = p.id and o.from_post_id is null) as posts,
  (select coalesce(sum(o.seats), 0)::int from placement.posts o where o.pool_id = p.id and o.from_post_id is null) as seats`

export async function findPools(tx: Tx, range: { lo: string; hi: string }): Promise<PoolRow[]> {
  const { rows } = await tx.query<PoolRow>(
    `select ${COLUMNS} from placement.pools p where p.unit_code >= $1 and p.unit_code < $2 order by p.opened_at desc limit 200`,
    [range.lo, range.hi],
  )
  return rows
}

export async function findPool(tx: Tx, id: string): Promise<PoolRow | undefined> {
  const { rows } = await tx.query<PoolRow>(`select ${COLUMNS} from placement.pools p where p.id = $1`, [id])
  return rows[0]
}

/** Held until the transaction ends. @throws where it has gone */
export async function lockPool(tx: Tx, id: string): Promise<PoolRow> {
  await tx.query('select from placement.pools where id = $1 for update', [id])
  const found = await findPool(tx, id)
  if (!found) throw new Error('the pool has gone')
  return found
}

export const wherePoolIs = async ({ poolId }: { poolId: string }, { tx }: { tx: Tx }): Promise<UnitCode | undefined> =>
  (await findPool(tx, poolId))?.unit_code

export const poolOf = (row: PoolRow): Pool => ({
  id: row.id,
  unitCode: row.unit_code,
  year: row.year,
  season: row.season,
  title: row.title,
  method: row.method,
  reason: row.reason,
  decidedOn: row.decided_on,
  posts: row.posts,
  seats: row.seats,
})

/** What a county has to place in the season of a pool: people with assigned work who have no post yet. */
export interface CountyClaim {
  readonly county: RegionCode
  readonly people: number
}

export async function findClaims(tx: Tx, pool: PoolRow): Promise<CountyClaim[]> {
  const { lo, hi } = rangeOf(pool.unit_code)
  const { rows } = await tx.query<{ county: RegionCode; people: number }>(
    `select bureau_code || '000000' as county, count(*)::int as people from placement.candidates
      where unit_code >= $1 and unit_code < $2 and year = $3 and season = $4 and way = 'arrangedWork'
        and state in ('eligibilityDecided', 'scored', 'objected', 'scorePublished', 'ranked')
      group by 1 order by 1`,
    [lo, hi, pool.year, pool.season],
  )
  return rows
}
