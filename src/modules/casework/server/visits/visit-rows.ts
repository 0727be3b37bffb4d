import { bureauOf } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { prepared } from '../../../../platform/database/prepared.ts'
import type { VisitFields } from '../../contract.ts'

const NOTE = 'casework.visits.note'

/** One visit to be written: the fields as recorded, and where needed what it corrects. */
export interface NewVisit {
  readonly id: string
  readonly fields: VisitFields
  readonly correctsId?: string
  /** Given on a counter-record: why the figures are taken back. */
  readonly counterReason?: string
}

const INSERT_VISIT = prepared(
  `insert into casework.visits (bureau_code, id, unit_code, made_by_unit, done_on, reason, way, deliveries, goods, goods_value_fen, note, photo_ids,
                                corrects_id, is_counter, counter_reason, recorded_by, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
)

const INSERT_PEOPLE = prepared(
  `insert into casework.visit_people (bureau_code, visit_id, person_id, unit_code, done_on)
   select $1, $2, unnest($3::uuid[]), $4, $5`,
)

/** Appends a visit and its people. Rows are never changed afterwards. */
export async function insertVisit(context: ActionContext, visit: NewVisit): Promise<void> {
  const { tx, secrets, actor, now } = context
  const { fields } = visit
  const note = fields.note ? secrets.encrypt(NOTE, visit.id, fields.note) : null
  const inserted = tx.query(INSERT_VISIT, [
    bureauOf(fields.unitCode),
    visit.id,
    fields.unitCode,
    actor.unitCode,
    fields.doneOn,
    fields.reason,
    fields.way,
    fields.deliveries,
    fields.goods ?? null,
    fields.goodsValueFen,
    note,
    fields.photoIds,
    visit.correctsId ?? null,
    visit.counterReason !== undefined,
    visit.counterReason ?? null,
    actor.accountId,
    now,
  ])
  const people = [bureauOf(fields.unitCode), visit.id, fields.personIds, fields.unitCode, fields.doneOn]
  await Promise.all([inserted, tx.query(INSERT_PEOPLE, people)])
}

/** Opens a note for those who may read it. */
export const openNote = (secrets: ActionContext['secrets'], visitId: string, note: Buffer | null): string | null =>
  note === null ? null : secrets.decrypt(NOTE, visitId, note)
