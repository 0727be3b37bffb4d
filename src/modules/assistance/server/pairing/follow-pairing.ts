import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import * as contract from '../../contract.ts'
import { insertPairing } from './begin-pairing.ts'
import { closeNeeds } from './need-rows.ts'
import { tellBond } from './pairing-facts.ts'
import { findPairing, type PairingRow } from './pairing-rows.ts'

const wherePairingIs = async ({ pairingId }: { pairingId: string }, { tx }: { tx: Tx }) => (await findPairing(tx, pairingId))?.unit_code

/** The agreement as it stands once nobody else of its county begins, renews or ends one. */
async function lockPairing({ tx, unitCode }: ActionContext, pairingId: string): Promise<PairingRow> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('assistance.pairings ' || $1, 0))", [bureauOf(unitCode)])
  const pairing = await findPairing(tx, pairingId)
  if (!pairing) throw new Error('the agreement was there a moment ago: agreements are never removed')
  return pairing
}

async function endRow({ tx, actor, unitCode }: ActionContext, pairingId: string, ended: { on: PlainDate; reason: string }): Promise<void> {
  await tx.query('update assistance.pairings set ended_on = $3, ended_by = $4, ended_for = $5 where bureau_code = $1 and id = $2', [
    bureauOf(unitCode),
    pairingId,
    ended.on,
    actor.accountId,
    ended.reason,
  ])
}

export const visitPairing = action(contract.visitPairing, {
  grant: 'pairing.write',
  where: wherePairingIs,
  refusals: { 'outside-agreement': 422, 'not-agreed': 422 },
  async run(context, { pairingId, visitedOn, way, met, result }) {
    const { tx, actor, now, today, actionId, unitCode, note, subject } = context
    const pairing = await lockPairing(context, pairingId)
    const lastOn = pairing.ended_on ?? today
    if (visitedOn < pairing.began_on || visitedOn > lastOn) return refuse({ code: 'outside-agreement', beganOn: pairing.began_on, lastOn })
    if (!met.every((kind) => pairing.kinds.includes(kind))) return refuse({ code: 'not-agreed' })
    await tx.query(
      `insert into assistance.pairing_visits (bureau_code, id, unit_code, pairing_id, visited_on, way, met, result, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [bureauOf(unitCode), actionId, unitCode, pairingId, visitedOn, way, met, result, now, actor.accountId],
    )
    const personIds = [pairing.person_id]
    context.fact({ kind: 'pairing.visit', on: visitedOn, personIds, dimensions: { helper: pairing.helper_kind, way } })
    const closed = await closeNeeds(tx, { unitCode, personId: pairing.person_id, kinds: met }, { on: visitedOn, by: actor.accountId })
    for (const { kind, unit_code, closed_on } of closed) {
      context.fact({ kind: 'need.open', on: closed_on, unitCode: unit_code, quantity: -1, dimensions: { need: kind } })
      context.fact({ kind: 'need.met', on: closed_on, unitCode: unit_code, personIds, dimensions: { need: kind } })
    }
    note({ pairing: pairingId, way, result })
    subject(pairing.person_id)
    return ok({ id: actionId })
  },
})

export const renewPairing = action(contract.renewPairing, {
  grant: 'pairing.write',
  where: wherePairingIs,
  refusals: { 'already-ended': 409, 'bad-days': 422, 'began-today': 409 },
  async run(context, { pairingId, untilOn }) {
    const { today, unitCode, actionId, note, subject } = context
    const pairing = await lockPairing(context, pairingId)
    if (pairing.ended_on !== null) return refuse({ code: 'already-ended' })
    if (untilOn <= today || untilOn <= pairing.until_on) return refuse({ code: 'bad-days' })
    if (pairing.began_on === today) return refuse({ code: 'began-today' })
    await endRow(context, pairingId, { on: today, reason: 'renewed' })
    const { person_id: personId, helper_id: helperId, kinds } = pairing
    const isNext = await insertPairing(context, { unitCode, personId, helperId, kinds, beganOn: today, untilOn, renewsId: pairingId })
    if (!isNext) throw new Error('the lock kept nobody out')
    // The bond goes on: no figure moves.
    note({ pairing: pairingId, untilOn })
    subject(personId)
    return ok({ id: actionId })
  },
})

export const endPairing = action(contract.endPairing, {
  grant: 'pairing.write',
  where: wherePairingIs,
  refusals: { 'already-ended': 409, 'bad-days': 422 },
  async run(context, { pairingId, endedOn, reason }) {
    const { today, unitCode, note, subject } = context
    const pairing = await lockPairing(context, pairingId)
    if (pairing.ended_on !== null) return refuse({ code: 'already-ended' })
    const lastKnown = pairing.last_visit_on ?? pairing.began_on
    if (endedOn > today || endedOn < pairing.began_on || endedOn < lastKnown) return refuse({ code: 'bad-days' })
    await endRow(context, pairingId, { on: endedOn, reason })
    const helper = { id: pairing.helper_id, unitCode: pairing.helper_unit, kind: pairing.helper_kind }
    await tellBond(context, { unitCode, personId: pairing.person_id, helper }, { on: endedOn, quantity: -1 })
    note({ pairing: pairingId, reason })
    subject(pairing.person_id)
    return ok({ id: pairingId })
  },
})
