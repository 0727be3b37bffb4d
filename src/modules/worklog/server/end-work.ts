import { bureauOf } from '../../../kernel/region-code.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { action } from '../../../platform/actions/declare.ts'
import { endWork as EndWork } from '../contract.ts'
import { endingFacts } from '../domain/facts-of.ts'
import { findKind } from './kind-rows.ts'
import { factsOfRow, findRecordUnit, getRecordForChange } from './record-queries.ts'
import { hideSite } from './sites/site-rows.ts'
import { tellFacts } from './tell-facts.ts'

const INSERT_END = `
  insert into worklog.state_ends (bureau_code, record_id, unit_code, ended_on, reason, recorded_by, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7)`

export const endWork = action(EndWork, {
  grant: 'work.write',
  where: ({ recordId }, { tx }) => findRecordUnit(tx, recordId),
  refusals: {
    'never-ends': 422,
    'already-ended': 409,
    'already-corrected': 409,
    'is-a-counter-record': 422,
    'ends-before-start': 422,
    'in-the-future': 422,
  },
  async run(context, { recordId, endedOn, reason }) {
    const { tx, unitCode, actor, now, today } = context
    const row = await getRecordForChange(tx, { recordId, unitCode })
    if (row.is_counter) return refuse({ code: 'is-a-counter-record' })
    if (row.counter_id) return refuse({ code: 'already-corrected', by: row.counter_id })
    const found = await findKind(tx, { code: row.kind, place: row.unit_code })
    if (!found?.kind.state) return refuse({ code: 'never-ends' })
    const ended = row.until_day ?? row.ended_on
    if (ended !== null) return refuse({ code: 'already-ended', endedOn: ended })
    if (endedOn <= row.on_day) return refuse({ code: 'ends-before-start', on: row.on_day })
    if (endedOn > today) return refuse({ code: 'in-the-future', today })

    await tx.query(INSERT_END, [bureauOf(row.unit_code), row.id, row.unit_code, endedOn, reason, actor.accountId, now])
    await hideSite(tx, { recordId: row.id, unitCode: row.unit_code, why: 'ended' })
    tellFacts(context, { unitCode: row.unit_code, personIds: row.person_ids, facts: endingFacts(factsOfRow(row), endedOn) })
    context.note({ record: row.id })
    return ok({ id: row.id })
  },
})
