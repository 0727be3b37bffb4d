import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import * as contract from '../../contract.ts'
import { type ClaimRow, findClaim, lockClaim } from './claim-rows.ts'

export const whereClaimIs = async ({ claimId }: { claimId: string }, { tx }: { tx: Tx }) => (await findClaim(tx, claimId))?.unit_code

/** Writes where a claim has got to, by columns that this file and its neighbours name. */
export async function moveClaim(context: ActionContext, claim: ClaimRow, set: Readonly<Record<string, string | null>>): Promise<void> {
  const columns = Object.keys(set).map((column, at) => `${column} = $${at + 3}`)
  await context.tx.query(`update assistance.claims set ${columns.join(', ')} where bureau_code = $1 and id = $2`, [
    bureauOf(claim.unit_code),
    claim.id,
    ...Object.values(set),
  ])
  context.note({ claim: claim.id, ...('state' in set ? { state: set['state'] } : {}) })
  context.subject(claim.person_id)
}

export const submitClaim = action(contract.submitClaim, {
  grant: 'claim.write',
  where: whereClaimIs,
  refusals: { 'already-moved': 409 },
  async run(context, { claimId }) {
    const claim = await lockClaim(context.tx, context.unitCode, claimId)
    if (claim.state !== 'drafted') return refuse({ code: 'already-moved', state: claim.state })
    await moveClaim(context, claim, { state: 'submitted', submitted_on: context.today })
    return ok({ id: claimId })
  },
})

export const checkClaim = action(contract.checkClaim, {
  grant: 'ledger.write',
  where: whereClaimIs,
  refusals: { 'already-moved': 409, 'own-claim': 409 },
  async run(context, { claimId }) {
    const { actor, today } = context
    const claim = await lockClaim(context.tx, context.unitCode, claimId)
    if (claim.drafted_by === actor.accountId) return refuse({ code: 'own-claim' })
    if (claim.state !== 'submitted') return refuse({ code: 'already-moved', state: claim.state })
    await moveClaim(context, claim, { state: 'checked', checked_on: today, checked_by: actor.accountId })
    return ok({ id: claimId })
  },
})

export const approveClaim = action(contract.approveClaim, {
  grant: 'ledger.approve',
  where: whereClaimIs,
  refusals: { 'already-moved': 409, 'own-claim': 409 },
  async run(context, { claimId }) {
    const { actor, today } = context
    const claim = await lockClaim(context.tx, context.unitCode, claimId)
    if ([claim.drafted_by, claim.checked_by].includes(actor.accountId)) return refuse({ code: 'own-claim' })
    if (claim.state !== 'checked') return refuse({ code: 'already-moved', state: claim.state })
    await moveClaim(context, claim, { state: 'approved', approved_on: today, approved_by: actor.accountId })
    return ok({ id: claimId })
  },
})

export const refuseClaim = action(contract.refuseClaim, {
  grant: 'ledger.approve',
  where: whereClaimIs,
  refusals: { 'already-moved': 409 },
  async run(context, { claimId, reason }) {
    const claim = await lockClaim(context.tx, context.unitCode, claimId)
    if (claim.state !== 'submitted' && claim.state !== 'checked') return refuse({ code: 'already-moved', state: claim.state })
    await moveClaim(context, claim, { state: 'refused', refused_for: reason, refused_by: context.actor.accountId })
    return ok({ id: claimId })
  },
})
