import type { FileId } from '../../../kernel/id.ts'
import { daysBetween, type PlainDate } from '../../../kernel/plain-date.ts'
import { bureauOf, type CodeRange, type UnitCode } from '../../../kernel/region-code.ts'
import type { ActionContext, ViewContext } from '../../../platform/actions/context.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { CheckItem, Repair } from '../contract.ts'
import { LONG_OPEN_DAYS } from '../domain/due.ts'
import type { RepairState, RepairStep } from '../domain/repair.ts'

export interface RepairRow {
  readonly id: string
  readonly unit_code: UnitCode
  readonly facility_id: string
  readonly item: CheckItem
  readonly what: string
  readonly state: RepairState
  readonly found_on: PlainDate
  readonly ordered_to: string | null
  readonly due_on: PlainDate | null
  readonly fixed_on: PlainDate | null
  readonly fixed_by: string | null
  readonly closed_on: PlainDate | null
  readonly before_photo: FileId | null
  readonly after_photo: FileId | null
}

const REPAIRS = `select id, unit_code, facility_id, item, what, state, found_on, ordered_to, due_on, fixed_on, fixed_by, closed_on, before_photo, after_photo
  from memorial.repairs`

/** A repair in the transaction's range. */
export async function findRepair(tx: Tx, id: string): Promise<RepairRow | undefined> {
  const { rows } = await tx.query<RepairRow>(`${REPAIRS} where id = $1`, [id])
  return rows[0]
}

/** @throws where it was there a moment ago and is not: nothing is ever removed */
export async function lockRepair(tx: Tx, { id, unitCode }: { id: string; unitCode: UnitCode }): Promise<RepairRow> {
  const { rows } = await tx.query<RepairRow>(`${REPAIRS} where bureau_code = $1 and id = $2 for update`, [bureauOf(unitCode), id])
  if (!rows[0]) throw new Error(`Repair ${id} is gone.`)
  return rows[0]
}

/** The defects that a round found, held. */
export async function lockRepairsOf(tx: Tx, { patrolId, unitCode }: { patrolId: string; unitCode: UnitCode }): Promise<RepairRow[]> {
  const { rows } = await tx.query<RepairRow>(`${REPAIRS} where bureau_code = $1 and patrol_id = $2 order by id for update`, [
    bureauOf(unitCode),
    patrolId,
  ])
  return rows
}

/** Open repairs of a range, the oldest first; at most 500. */
export async function listOpenRepairs(tx: Tx, { lo, hi }: CodeRange): Promise<RepairRow[]> {
  const { rows } = await tx.query<RepairRow>(
    `${REPAIRS} where unit_code >= $1 and unit_code < $2 and closed_on is null order by found_on, id limit 500`,
    [lo, hi],
  )
  return rows
}

interface RepairCounts {
  readonly open: number
  readonly longOpen: number
  /** Ordered, and the day to finish by is past. */
  readonly overdue: number
  /** Said to be mended by somebody else than who asks. */
  readonly toAccept: number
}

/** How many defects of a range are open, and how many of them wait for what: all of them, however many a page shows. */
export async function countRepairs(
  tx: Tx,
  { lo, hi }: CodeRange,
  { today, actor }: Pick<ViewContext, 'today' | 'actor'>,
): Promise<RepairCounts> {
  const { rows } = await tx.query<RepairCounts>(
    `select count(*)::int as open, (count(*) filter (where found_on < $3::date - $4::int))::int as "longOpen",
            (count(*) filter (where state = 'ordered' and due_on < $3))::int as overdue,
            (count(*) filter (where state = 'fixed' and fixed_by <> $5))::int as "toAccept"
       from memorial.repairs where unit_code >= $1 and unit_code < $2 and closed_on is null`,
    [lo, hi, today, LONG_OPEN_DAYS, actor.accountId],
  )
  return rows[0] ?? { open: 0, longOpen: 0, overdue: 0, toAccept: 0 }
}

/** How many defects of each facility of a range are open. */
export async function countOpenRepairs(tx: Tx, { lo, hi }: CodeRange): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ id: string; count: number }>(
    `select facility_id as id, count(*)::int as count from memorial.repairs
      where unit_code >= $1 and unit_code < $2 and closed_on is null group by facility_id`,
    [lo, hi],
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Every defect of one facility, the newest first. */
export async function repairsOfFacility(tx: Tx, facilityId: string): Promise<RepairRow[]> {
  const { rows } = await tx.query<RepairRow>(`${REPAIRS} where facility_id = $1 order by found_on desc, id desc limit 500`, [facilityId])
  return rows
}

interface NewStep {
  readonly repairId: string
  readonly unitCode: UnitCode
  readonly step: RepairStep | 'found'
  readonly words?: string
}

/** Appends what was done about a defect. The row of the repair is held, or made in this transaction. */
export async function writeStep({ tx, today, actor, note }: ActionContext, { repairId, unitCode, step, words }: NewStep): Promise<void> {
  await tx.query(
    `insert into memorial.repair_steps (bureau_code, repair_id, number, unit_code, step, words, taken_on, taken_by)
     select $1, $2, count(*)::int + 1, $3, $4, $5, $6, $7 from memorial.repair_steps where bureau_code = $1 and repair_id = $2`,
    [bureauOf(unitCode), repairId, unitCode, step, words ?? null, today, actor.accountId],
  )
  if (step !== 'found') note({ repair: repairId, step })
}

/** A repair as a page shows it. */
export const toRepair = (row: RepairRow, facilityName: string, { today, actor }: Pick<ViewContext, 'today' | 'actor'>): Repair => ({
  id: row.id,
  unitCode: row.unit_code,
  facilityId: row.facility_id,
  facilityName,
  item: row.item,
  what: row.what,
  state: row.state,
  foundOn: row.found_on,
  orderedTo: row.ordered_to,
  dueOn: row.due_on,
  fixedOn: row.fixed_on,
  isOwnFix: row.fixed_by === actor.accountId,
  days: daysBetween(row.found_on, row.closed_on ?? today),
  beforePhoto: row.before_photo,
  afterPhoto: row.after_photo,
})
