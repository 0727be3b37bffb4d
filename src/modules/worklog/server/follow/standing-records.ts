import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { CountLoads } from '../../../network/index.ts'
import type { WorkKind } from '../../contract.ts'
import { findKind } from '../kind-rows.ts'
import { RECORD, type RecordRow } from '../record-queries.ts'

export interface Standing {
  readonly row: RecordRow
  readonly kind: WorkKind
}

/**
 * What stands at a unit and outlives it: teams, sites, posts held. What only says how the unit itself is set up ends with it,
 * and what has its last day written down ends by itself.
 */
export async function listStanding(tx: Tx, unitCode: UnitCode): Promise<Standing[]> {
  const { rows } = await tx.query<RecordRow>(
    `${RECORD} where r.bureau_code = $1 and r.unit_code = $2 and not r.is_counter and c.id is null and e.ended_on is null and r.until_day is null
      order by r.on_day, r.id`,
    [bureauOf(unitCode), unitCode],
  )
  const kinds = new Map<string, WorkKind | undefined>()
  for (const { kind } of rows) {
    if (!kinds.has(kind)) kinds.set(kind, (await findKind(tx, { code: kind, place: unitCode }))?.kind)
  }
  return rows.flatMap((row) => {
    const kind = kinds.get(row.kind)
    return kind?.state && kind.area !== 'network' ? [{ row, kind }] : []
  })
}

/** The same as numbers, kind by kind. */
export const countStandingLoads: CountLoads = async (tx, { unitCode }) => {
  const counts = new Map<WorkKind, number>()
  for (const { kind } of await listStanding(tx, unitCode)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([{ code, zh, en }, count]) => ({ code: 'standing', of: { code, zh, en }, count, goes: 'along' }))
}
