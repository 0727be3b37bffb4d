import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf, TIERS, type Tier } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { Coverage, Division } from '../contract.ts'
import { DIVISION_COLUMNS, type DivisionColumns, divisionOf, listChildren } from './division-queries.ts'
import { type Page, pageOf } from './unit-queries.ts'

export interface CoverageOf {
  readonly place: RegionCode
  /** Left out: every tier below the nation. */
  readonly tiers?: readonly Tier[] | undefined
  readonly on: PlainDate
}

/** The tiers that ought to have a centre or station: the nation's own is not ours to count. */
const countedTiers = (tiers: readonly Tier[] | undefined): readonly Tier[] => (tiers ?? TIERS).filter((tier) => tier !== 'nation')

/** Whether a division had its centre or station open on day $3. A suspended one does not serve; suspension keeps no history. */
const IS_COVERED = `exists (
  select from network.service_units u
  where u.bureau_code = left(d.code, 6) and u.division_code = d.code and u.kind in ('centre', 'station')
    and u.status not in ('planned', 'built', 'suspended') and u.opened_on <= $3 and (u.closed_on is null or u.closed_on > $3))`

const COUNTED = 'd.code >= $1 and d.code < $2 and not d.is_pseudo and d.tier = any($4) and d.valid_from <= $3 and d.valid_to > $3'

/** Divisions that stand on a day and have no open centre (county and above) or station (township and village): A005. */
export async function listCoverageGaps(
  tx: Tx,
  wanted: CoverageOf & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page<Division & { path: string[] }>> {
  const { lo, hi } = rangeOf(wanted.place)
  const { rows } = await tx.query<DivisionColumns & { path: string[] }>(
    `select ${DIVISION_COLUMNS}, coalesce(
       (select array_agg(a.name order by a.code) from network.divisions a
        where a.code = any(array[left(d.code, 2) || '0000000000', left(d.code, 4) || '00000000', left(d.code, 6) || '000000', left(d.code, 9) || '000'])
          and a.code < d.code and not a.is_pseudo), '{}') as path
     from network.divisions d
     where ${COUNTED} and d.code > $5 and not ${IS_COVERED}
     order by d.code limit $6`,
    [lo, hi, wanted.on, countedTiers(wanted.tiers), wanted.cursor ?? '', wanted.limit + 1],
  )
  return pageOf(
    rows.map((row) => ({ ...divisionOf(row), path: row.path })),
    wanted.limit,
    (row) => row.code,
  )
}

/** How many places there are and how many are covered: at and below each child of a place, and in all of it. */
export async function findCoverage(tx: Tx, wanted: CoverageOf) {
  const children = await listChildren(tx, wanted.place, wanted.on)
  const ranges = children.map(({ code }) => rangeOf(code))
  const { lo, hi } = rangeOf(wanted.place)
  const { rows } = await tx.query<Coverage & { child: number | null }>(
    `with place as materialized (
       select d.code, ${IS_COVERED} as is_covered from network.divisions d where ${COUNTED})
     select c.child::int, count(*)::int as all, count(*) filter (where p.is_covered)::int as covered
     from place p left join unnest($5::text[], $6::text[]) with ordinality as c (lo, hi, child)
       on p.code >= c.lo collate "C" and p.code < c.hi collate "C"
     group by rollup (c.child) having grouping(c.child) = 1 or c.child is not null
     order by grouping(c.child) desc, c.child`,
    [lo, hi, wanted.on, countedTiers(wanted.tiers), ranges.map((range) => range.lo), ranges.map((range) => range.hi)],
  )
  const byChild = new Map(rows.slice(1).map((row) => [row.child, row]))
  return {
    total: { all: rows[0]?.all ?? 0, covered: rows[0]?.covered ?? 0 },
    rows: children.map(({ code, name, shortName }, at) => ({
      code,
      name,
      shortName,
      all: byChild.get(at + 1)?.all ?? 0,
      covered: byChild.get(at + 1)?.covered ?? 0,
    })),
  }
}
