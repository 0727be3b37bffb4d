import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findContactSubjects, findPersonUnits } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { findNeed } from './need-rows.ts'

export const recordNeed = action(contract.recordNeed, {
  grant: 'pairing.write',
  where: async ({ personId }, { tx }) => (await findPersonUnits(tx, [personId])).get(personId),
  refusals: { 'already-open': 409, 'not-living': 422 },
  async run(context, { personId, kind, urgency }) {
    const { tx, actor, now, today, actionId, unitCode, note, subject } = context
    if ((await findContactSubjects(tx, [personId])).get(personId)?.deceasedOn) return refuse({ code: 'not-living' })
    const { rowCount } = await tx.query(
      `insert into assistance.needs (bureau_code, id, unit_code, person_id, kind, urgency, recorded_on, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (bureau_code, person_id, kind) where closed_on is null do nothing`,
      [bureauOf(unitCode), actionId, unitCode, personId, kind, urgency, today, now, actor.accountId],
    )
    if (rowCount !== 1) return refuse({ code: 'already-open' })
    context.fact({ kind: 'need.open', on: today, dimensions: { need: kind } })
    note({ kind, urgency })
    subject(personId)
    return ok({ id: actionId })
  },
})

export const closeNeed = action(contract.closeNeed, {
  grant: 'pairing.write',
  where: async ({ needId }, { tx }) => (await findNeed(tx, needId))?.unit_code,
  refusals: { 'already-closed': 409 },
  async run(context, { needId, reason }) {
    const { tx, actor, today, note, subject, unitCode } = context
    const need = await findNeed(tx, needId)
    const { rowCount } = await tx.query(
      `update assistance.needs set closed_on = $3, closed_by = $4, closed_for = $5 where bureau_code = $1 and id = $2 and closed_on is null`,
      [bureauOf(unitCode), needId, today, actor.accountId, reason],
    )
    if (rowCount !== 1 || !need) return refuse({ code: 'already-closed' })
    context.fact({ kind: 'need.open', on: today, quantity: -1, dimensions: { need: need.kind } })
    if (reason === 'met') context.fact({ kind: 'need.met', on: today, personIds: [need.person_id], dimensions: { need: need.kind } })
    note({ need: needId, reason })
    subject(need.person_id)
    return ok({ id: needId })
  },
})
