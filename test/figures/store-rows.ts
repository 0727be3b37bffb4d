import type { Pool, QueryResultRow } from 'pg'
import { withScope } from '../../src/platform/database/scope.ts'
import { wholeNation } from './told-facts.ts'

/** Everything that figures are read from, in one order; amounts and counts of nothing say nothing and are left out. */
export async function readStoreRows(pool: Pool): Promise<Record<'cells' | 'presence' | 'links', QueryResultRow[]>> {
  return await withScope(pool, wholeNation, 'read', async (tx) => {
    const read = async (query: string) => (await tx.query(query)).rows
    return {
      cells: await read(`select c.unit_code, c.measure, m.month, c.amounts[m.month]::text as amount
        from indicators.cells c cross join lateral generate_subscripts(c.amounts, 1) as m(month) where c.amounts[m.month] <> 0 order by 1, 2, 3`),
      presence: await read(`select unit_code, measure, person_id, months, nets from indicators.presence
        where months <> '{}' or nets <> '{}' order by 1, 2, 3`),
      links: await read(
        `select unit_code, measure, month, prev_month, persons::text from indicators.links where persons <> 0 order by 1, 2, 3, 4`,
      ),
    }
  })
}
