import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { FileKeeper, RightHandOver } from '../../../network/index.ts'

/** A hand-over of a station as it is kept. */
export interface HandOverRow {
  readonly id: string
  readonly unit_code: UnitCode
  readonly to_unit: UnitCode
  readonly to_name: string
  readonly reason: string
  readonly status: 'running' | 'done' | 'stopped'
  readonly files: number
  readonly moved: number
  readonly asked_at: string
  readonly asked_by: string
  readonly asked_by_name: string
  readonly asked_at_unit: UnitCode
  readonly finished_at: string | null
}

const COLUMNS = `h.id, h.unit_code, h.to_unit, h.to_name, h.reason, h.status, h.files, h.moved, h.asked_at, h.asked_by, h.asked_by_name,
  h.asked_at_unit, h.finished_at`

export const stateOf = (row: HandOverRow) => ({
  id: row.id,
  toUnit: row.to_unit,
  toName: row.to_name,
  reason: row.reason,
  status: row.status,
  files: row.files,
  moved: row.moved,
  askedAt: row.asked_at,
  askedBy: row.asked_by_name,
  finishedAt: row.finished_at,
})

/** Enters a hand-over that runs from now on; undefined where another one of the station runs. */
export async function insertHandOver(context: ActionContext, { from, to, reason }: RightHandOver): Promise<HandOverRow | undefined> {
  const { tx, actionId, now, actor } = context
  const { rows } = await tx.query<HandOverRow>(
    `insert into registry.hand_overs as h
       (bureau_code, id, unit_code, unit_name, to_unit, to_name, reason, files, asked_at, asked_by, asked_by_name, asked_at_unit)
     select left($1, 6), $2, $1, $3, $4, $5, $6,
            (select count(*) from registry.people p where p.bureau_code = left($1, 6) and p.unit_code = $1 and p.status in ('active', 'deceased', 'archived')),
            $7, $8, $9, $10
     on conflict (bureau_code, unit_code) where status = 'running' do nothing
     returning ${COLUMNS}`,
    [from.unitCode, actionId, from.name, to.unitCode, to.name, reason, now, actor.accountId, actor.name, actor.unitCode],
  )
  return rows[0]
}

export async function findHandOver(tx: Tx, id: string): Promise<HandOverRow | undefined> {
  const { rows } = await tx.query<HandOverRow>(`select ${COLUMNS} from registry.hand_overs h where h.id = $1`, [id])
  return rows[0]
}

/** Writes how it ended. */
export async function endHandOver(
  tx: Tx,
  { id, unit_code }: Pick<HandOverRow, 'id' | 'unit_code'>,
  end: { status: 'done' | 'stopped'; besides: number; now: string },
): Promise<void> {
  await tx.query(
    `update registry.hand_overs set status = $3, besides = $4, finished_at = case when $3 = 'done' then $5::timestamptz end
      where bureau_code = $1 and id = $2 and status = 'running'`,
    [bureauOf(unit_code), id, end.status, end.besides, end.now],
  )
}

/** The last hand-over of each of these units. */
export const findHandOvers: FileKeeper['findHandOvers'] = async (tx, unitCodes) => {
  const { rows } = await tx.query<HandOverRow>(
    `select distinct on (h.unit_code) ${COLUMNS} from registry.hand_overs h where h.unit_code = any($1) order by h.unit_code, h.asked_at desc, h.id desc`,
    [unitCodes],
  )
  return new Map(rows.map((row) => [row.unit_code, stateOf(row)]))
}

/** How many open or archived files lie at each of these units. */
export const countFiles: FileKeeper['countFiles'] = async (tx, unitCodes) => {
  const { rows } = await tx.query<{ unit_code: string; files: number }>(
    `select p.unit_code, count(*)::int as files from registry.people p
      where p.unit_code = any($1) and p.status in ('active', 'deceased', 'archived') group by p.unit_code`,
    [unitCodes],
  )
  return new Map(rows.map(({ unit_code, files }) => [unit_code, files]))
}
