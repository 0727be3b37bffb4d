import { bureauOf } from '../../../../kernel/region-code.ts'
import { tellMoved } from '../file/file-followers.ts'
import { endHandOver, type HandOverRow } from './hand-over-rows.ts'
import { type StationContext, tellStationMoved } from './station-followers.ts'

/** So many files are moved together: few enough that clerks beside hardly wait. */
const TOGETHER = 50

/**
 * Moves some of the files that are left, each with all that follows a single transfer, and says how many. What somebody is
 * editing comes last, and is waited for.
 */
export async function moveSome(context: StationContext, row: HandOverRow): Promise<number> {
  const ids = await handOn(context, row, { limit: TOGETHER, waits: false })
  return ids > 0 ? ids : await handOn(context, row, { limit: 1, waits: true })
}

async function handOn(context: StationContext, row: HandOverRow, how: { limit: number; waits: boolean }): Promise<number> {
  const { tx, today, now } = context
  const { rows } = await tx.query<{ id: string }>('select registry.hand_on($1, $2, $3, $4, $5, $6) as id', [
    bureauOf(row.unit_code),
    row.id,
    how.limit,
    how.waits,
    today,
    now,
  ])
  const [from, to] = [row.unit_code, row.to_unit]
  for (const { id } of rows) await tellMoved(context, { personId: id, from, to })
  return rows.length
}

/** Nothing is left of the files: what belongs to the station itself follows, and the hand-over is done. */
export async function finishHandOver(context: StationContext, row: HandOverRow): Promise<number> {
  const besides = await tellStationMoved(context, { id: row.id, from: row.unit_code, to: row.to_unit, reason: row.reason })
  await endHandOver(context.tx, row, { status: 'done', besides, now: context.now })
  return besides
}
