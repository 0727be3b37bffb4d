import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type RegionCode, regionOf, type UnitCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { ScheduleRhythm } from '../domain/rhythm.ts'

export interface ScheduleRow {
  readonly id: string
  readonly unitCode: UnitCode
  readonly place: RegionCode
  readonly template: string
  readonly rhythm: ScheduleRhythm
  readonly writtenTo: PlainDate
  readonly setBy: string
}

interface Columns {
  id: string
  unit_code: UnitCode
  template: string
  rhythm: ScheduleRhythm
  written_to: PlainDate
  set_by: string
}

const COLUMNS = 'id, unit_code, template, rhythm, written_to, set_by'

const scheduleOf = (row: Columns): ScheduleRow => ({
  id: row.id,
  unitCode: row.unit_code,
  place: regionOf(row.unit_code),
  template: row.template,
  rhythm: row.rhythm,
  writtenTo: row.written_to,
  setBy: row.set_by,
})

/** Schedules of a place itself that have not ended. */
export async function schedulesAt(tx: Tx, place: RegionCode): Promise<ScheduleRow[]> {
  const { rows } = await tx.query<Columns>(
    `select ${COLUMNS} from briefs.schedules where unit_code = $1 and ended_at is null order by template, rhythm`,
    [place],
  )
  return rows.map(scheduleOf)
}

/** Where a schedule lies. */
export async function whereScheduleIs({ id }: { id: string }, { tx }: { tx: Tx }): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from briefs.schedules where id = $1', [id])
  return rows[0]?.unit_code
}

/** Schedules of the transaction's range whose last draft ended long enough ago that another may be due. */
export async function openSchedules(tx: Tx, today: PlainDate): Promise<ScheduleRow[]> {
  const { rows } = await tx.query<Columns>(
    `select ${COLUMNS} from briefs.schedules where ended_at is null and written_to < $1::date - 6 order by unit_code, id`,
    [today],
  )
  return rows.map(scheduleOf)
}

/** A schedule that is still as it was seen, held; undefined where another process was quicker. */
export async function holdSchedule(tx: Tx, { id, unitCode, writtenTo }: ScheduleRow): Promise<boolean> {
  const { rows } = await tx.query(
    `select from briefs.schedules where bureau_code = left($1, 6) and id = $2 and written_to = $3 and ended_at is null for update`,
    [unitCode, id, writtenTo],
  )
  return rows.length === 1
}
