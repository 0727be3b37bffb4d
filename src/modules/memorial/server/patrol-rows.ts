import type { FileId } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { bureauOf, type CodeRange, type UnitCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { CheckItem, Patrol } from '../contract.ts'

export interface PatrolRow {
  readonly id: string
  readonly unit_code: UnitCode
  readonly on_day: PlainDate
  readonly taken_back_for: string | null
}

/** A round in the transaction's range. */
export async function findPatrol(tx: Tx, id: string): Promise<PatrolRow | undefined> {
  const { rows } = await tx.query<PatrolRow>('select id, unit_code, on_day, taken_back_for from memorial.patrols where id = $1', [id])
  return rows[0]
}

interface NewVisit {
  readonly patrolId: string
  readonly facilityId: string
  readonly unitCode: UnitCode
  readonly on: PlainDate
  readonly level: string
  readonly defects: number
}

/** Writes that a round came to a facility; false where it was patrolled on that day already, whoever said so first. */
export async function insertVisit(tx: Tx, { patrolId, facilityId, unitCode, on, level, defects }: NewVisit): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into memorial.patrol_visits (bureau_code, patrol_id, facility_id, unit_code, on_day, level, defects)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (bureau_code, facility_id, on_day) where not is_taken_back do nothing`,
    [bureauOf(unitCode), patrolId, facilityId, unitCode, on, level, defects],
  )
  return rowCount === 1
}

interface NewRepair {
  readonly id: string
  readonly patrolId: string
  readonly facilityId: string
  readonly unitCode: UnitCode
  readonly item: CheckItem
  readonly what: string
  readonly photo: FileId | null
  readonly on: PlainDate
}

/** Writes a defect that a round found. */
export async function insertRepair(tx: Tx, { id, patrolId, facilityId, unitCode, item, what, photo, on }: NewRepair): Promise<void> {
  await tx.query(
    `insert into memorial.repairs (bureau_code, id, unit_code, facility_id, patrol_id, item, what, before_photo, found_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [bureauOf(unitCode), id, unitCode, facilityId, patrolId, item, what, photo, on],
  )
}

/** The last day on which each facility of a range was seen. */
export async function lastPatrols(tx: Tx, { lo, hi }: CodeRange): Promise<ReadonlyMap<string, PlainDate>> {
  const { rows } = await tx.query<{ id: string; on: PlainDate }>(
    `select facility_id as id, max(on_day) as "on" from memorial.patrol_visits
      where unit_code >= $1 and unit_code < $2 and not is_taken_back group by facility_id`,
    [lo, hi],
  )
  return new Map(rows.map(({ id, on }) => [id, on]))
}

/** What a round told of the facilities it came to; held by whoever takes it back. */
export async function lockVisits(tx: Tx, { id, unit_code }: PatrolRow): Promise<{ unitCode: UnitCode; level: string }[]> {
  const { rows } = await tx.query<{ unitCode: UnitCode; level: string }>(
    `select unit_code as "unitCode", level from memorial.patrol_visits where bureau_code = $1 and patrol_id = $2 for update`,
    [bureauOf(unit_code), id],
  )
  return rows
}

/** The rounds that came to a facility, the newest first. */
export async function listPatrols(tx: Tx, facilityId: string): Promise<Patrol[]> {
  const { rows } = await tx.query<Patrol>(
    `select p.id, p.on_day as "on", p.unit_code as "unitCode", v.defects, p.taken_back_for as "takenBackFor"
       from memorial.patrol_visits v join memorial.patrols p on p.bureau_code = v.bureau_code and p.id = v.patrol_id
      where v.facility_id = $1 order by p.on_day desc, p.id desc limit 100`,
    [facilityId],
  )
  return rows
}
