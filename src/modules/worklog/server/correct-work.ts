import { uuidv7 } from 'uuidv7'
import { bureauOf } from '../../../kernel/region-code.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { action } from '../../../platform/actions/declare.ts'
import { correctWork as CorrectWork } from '../contract.ts'
import { endingFacts } from '../domain/facts-of.ts'
import { checkEntry } from './check-entry.ts'
import { carryEvidence } from './evidence/keep-evidence.ts'
import { factsOfRow, findRecordUnit, getRecordForChange, type RecordRow } from './record-queries.ts'
import { landEntry, RECORD_REFUSALS } from './record-work.ts'
import { hideSite } from './sites/site-rows.ts'
import { tellFacts } from './tell-facts.ts'

const INSERT_COUNTER = `
  insert into worklog.records (bureau_code, id, unit_code, made_by_unit, kind, kind_version, on_day, until_day, facts, corrects_id, is_counter, counter_reason, recorded_by, recorded_at)
  select bureau_code, $3, unit_code, $4, kind, kind_version, on_day, until_day, '[]', id, true, $5, $6, $7
    from worklog.records where bureau_code = $1 and id = $2`

/** Takes a record's figures back exactly as they were told, the end of a state with its beginning. */
async function takeBack(context: ActionContext, row: RecordRow, reason: string): Promise<void> {
  const { tx, actor, now, actionId } = context
  await tx.query(INSERT_COUNTER, [bureauOf(row.unit_code), row.id, actionId, actor.unitCode, reason, actor.accountId, now])
  await hideSite(tx, { recordId: row.id, unitCode: row.unit_code, why: 'corrected' })
  const facts = factsOfRow(row)
  const told = row.ended_on === null ? facts : [...facts, ...endingFacts(facts, row.ended_on)]
  tellFacts(context, { unitCode: row.unit_code, personIds: row.person_ids, facts: told }, -1)
  context.note({ record: row.id })
}

export const correctWork = action(CorrectWork, {
  grant: 'work.write',
  where: ({ recordId }, { tx }) => findRecordUnit(tx, recordId),
  refusals: { ...RECORD_REFUSALS, 'already-corrected': 409, 'is-a-counter-record': 422, elsewhere: 422 },
  async run(context, { recordId, reason, corrected }) {
    const row = await getRecordForChange(context.tx, { recordId, unitCode: context.unitCode })
    if (row.is_counter) return refuse({ code: 'is-a-counter-record' })
    if (row.counter_id) return refuse({ code: 'already-corrected', by: row.counter_id })
    if (corrected && corrected.unitCode !== row.unit_code) return refuse({ code: 'elsewhere' })

    await takeBack(context, row, reason)
    const counterId = context.actionId
    if (!corrected) return ok({ counterId, correctedId: null })

    const checked = await checkEntry(context, corrected)
    if (!checked.ok) return checked
    const correctedId = uuidv7()
    await landEntry(context, { id: correctedId, entry: checked.value, correctsId: row.id })
    await carryEvidence(context, { recordId: correctedId, unitCode: row.unit_code }, row.id)
    return ok({ counterId, correctedId })
  },
})
