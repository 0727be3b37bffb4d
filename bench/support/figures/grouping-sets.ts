import type { Pool } from 'pg'
import { compileMeasures, readDefinitions } from '../../../src/modules/indicators/index.ts'
import { SUBJECTS } from './make-facts.ts'

/** Which measures each kind of fact enters, for the peer to join with. */
export async function makeMeasures(ownerPool: Pool): Promise<void> {
  const measuresOf = compileMeasures(readDefinitions())
  await ownerPool.query('create table bench_measures (kind text, dimensions jsonb, measure text, form text)')
  for (const { kind, dimensions } of SUBJECTS) {
    for (const { measure, form } of measuresOf(kind, dimensions, '2025-01-01')) {
      if (form === 'distinct') continue
      await ownerPool.query('insert into bench_measures values ($1, $2, $3, $4)', [kind, JSON.stringify(dimensions), measure, form])
    }
  }
  await ownerPool.query('analyze bench_measures')
}

/**
 * The same cells by one GROUPING SETS with plenty of memory and no parallel limit of ours. It is spared the distinct
 * persons, which it could not give for any range of months, and the index.
 */
export async function groupAll(ownerPool: Pool): Promise<void> {
  const client = await ownerPool.connect()
  try {
    await client.query(`set work_mem = '512MB'; drop table if exists bench_cells`)
    await client.query(`
      create table bench_cells as
      select coalesce(n2, '') || coalesce(n4, '') || coalesce(n6, '') || coalesce(n9, '') || coalesce(n12, '') as prefix, measure, month, sum(value) as value
        from (select left(f.unit_code, 2) as n2, left(f.unit_code, 4) as n4, left(f.unit_code, 6) as n6, left(f.unit_code, 9) as n9,
                     f.unit_code as n12, m.measure, extract(year from f.on_day) * 12 + extract(month from f.on_day) - 1 as month,
                     case m.form when 'turnouts' then f.quantity * cardinality(f.person_ids) else f.quantity end as value
                from spine.facts f join bench_measures m on m.kind = f.kind and m.dimensions = f.dimensions) s
       group by grouping sets ((measure, month), (n2, measure, month), (n4, measure, month), (n6, measure, month), (n9, measure, month), (n12, measure, month))`)
  } finally {
    await client.query('reset work_mem')
    client.release()
  }
}

/** Cells that the two do not share; none where they agree. */
export async function countDifferences(ownerPool: Pool): Promise<number> {
  const { rows } = await ownerPool.query<{ differences: number }>(`
    with ours as (
      select c.unit_code, c.measure, m.month, c.amounts[m.month] as value
        from indicators.cells c cross join lateral generate_subscripts(c.amounts, 1) as m(month)
       where c.amounts[m.month] <> 0
    ), theirs as (
      select rpad(prefix, 12, '0') as unit_code, measure, month::int as month, value from bench_cells where value <> 0
    )
    select count(*)::int as differences from ours full join theirs using (unit_code, measure, month) where ours.value is distinct from theirs.value`)
  return rows[0]?.differences ?? -1
}
