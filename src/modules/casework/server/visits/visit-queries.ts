import type { VisitId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/scope.ts'
import type { Delivery, VisitFields, VisitReason, VisitWay } from '../../contract.ts'
import { openNote } from './visit-rows.ts'

export interface VisitRow {
  id: VisitId
  bureau_code: string
  unit_code: UnitCode
  made_by_unit: UnitCode
  done_on: PlainDate
  reason: VisitReason
  way: VisitWay
  deliveries: Delivery[]
  goods: string | null
  goods_value_fen: bigint
  note: Buffer | null
  photo_ids: string[]
  corrects_id: VisitId | null
  is_counter: boolean
  counter_reason: string | null
  recorded_by: string
  recorded_at: string
  person_ids: string[]
  counter_id: VisitId | null
}

/** A visit with whom it saw, and the counter-record that took it back where there is one. */
export const VISIT = `
  select r.*, c.id as counter_id,
         (select array_agg(s.person_id order by s.person_id) from casework.visit_people s
           where s.bureau_code = r.bureau_code and s.visit_id = r.id) as person_ids
    from casework.visits r
    left join casework.visits c on c.bureau_code = r.bureau_code and c.corrects_id = r.id and c.is_counter`

export async function findVisitUnit(tx: Tx, visitId: string): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from casework.visits where id = $1', [visitId])
  return rows[0]?.unit_code
}

/** A visit as it was recorded, whether it still counts, and when. */
export interface RecordedVisit {
  readonly id: VisitId
  readonly isCounter: boolean
  readonly counterId: VisitId | null
  readonly fields: VisitFields
}

/** The visit, held until the end of the action: of two corrections at once the second sees the first. */
export async function findVisitForCorrection(context: ActionContext, visitId: string): Promise<RecordedVisit | undefined> {
  const { tx, secrets, unitCode } = context
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [visitId])
  const { rows } = await tx.query<VisitRow>(`${VISIT} where r.bureau_code = left($2, 6) and r.id = $1`, [visitId, unitCode])
  const row = rows[0]
  return row && { id: row.id, isCounter: row.is_counter, counterId: row.counter_id, fields: fieldsOf(row, secrets) }
}

const fieldsOf = (row: VisitRow, secrets: ActionContext['secrets']): VisitFields => ({
  personIds: row.person_ids as VisitFields['personIds'],
  unitCode: row.unit_code,
  doneOn: row.done_on,
  reason: row.reason,
  way: row.way,
  deliveries: row.deliveries,
  goods: row.goods ?? undefined,
  goodsValueFen: String(row.goods_value_fen),
  note: openNote(secrets, row.id, row.note) ?? undefined,
  photoIds: row.photo_ids,
})
