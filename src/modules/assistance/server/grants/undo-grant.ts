import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { release } from '../../../ledger/index.ts'
import * as contract from '../../contract.ts'
import { tellGrant } from '../assist-facts.ts'
import { bookBack } from '../books.ts'
import type { GrantRow } from './grant-rows.ts'
import { lockGrant, whereGrantIs } from './settle-grant.ts'

/** Marks a grant as undone and gives what it drew back to its gifts; its draws stay written. */
async function undo(context: ActionContext, grant: GrantRow, { state, reason }: { state: 'cancelled' | 'takenBack'; reason: string }) {
  const { tx, today, actor, note } = context
  const key = [bureauOf(grant.unit_code), grant.id]
  await tx.query(
    `update assistance.donations d set left_fen = d.left_fen + w.amount_fen from assistance.draws w
      where w.bureau_code = $1 and w.grant_id = $2 and d.bureau_code = w.bureau_code and d.id = w.donation_id`,
    key,
  )
  await tx.query(
    'update assistance.grants set state = $3, undone_on = $4, undone_by = $5, undone_for = $6 where bureau_code = $1 and id = $2',
    [...key, state, today, actor.accountId, reason],
  )
  note({ grant: grant.id, amountFen: grant.amount_fen })
}

export const cancelGrant = action(contract.cancelGrant, {
  grant: 'ledger.approve',
  where: whereGrantIs,
  refusals: { 'own-proposal': 409, 'not-approved': 409 },
  async run(context, { grantId, reason }) {
    const grant = await lockGrant(context.tx, grantId)
    if (grant.proposed_by === context.actor.accountId) return refuse({ code: 'own-proposal' })
    if (grant.state !== 'approved') return refuse({ code: 'not-approved' })
    const freed = await release(context.tx, { bureau: bureauOf(grant.unit_code), holdId: grantId, at: context.now })
    if (!freed.ok) throw new Error(`the hold of a grant is not there: ${freed.refusal.code}`)
    await undo(context, grant, { state: 'cancelled', reason })
    return ok({ id: grantId })
  },
})

export const takeBackGrant = action(contract.takeBackGrant, {
  grant: 'ledger.approve',
  where: whereGrantIs,
  refusals: { 'own-grant': 409, 'not-paid': 409, 'payments-stopped': 409, 'period-closed': 409 },
  async run(context, { grantId, reason }) {
    const grant = await lockGrant(context.tx, grantId)
    const { proposed_by: proposedBy, paid_by: paidBy } = grant
    if ([proposedBy, paidBy].includes(context.actor.accountId)) return refuse({ code: 'own-grant' })
    if (grant.state !== 'paid' || paidBy === null) return refuse({ code: 'not-paid' })
    const amountFen = BigInt(grant.amount_fen)
    const booked = await bookBack(context, { fundId: grant.fund_id, amountFen, madeBy: paidBy })
    if (!booked.ok) return booked
    await undo(context, grant, { state: 'takenBack', reason })
    await tellGrant(context, grant, -1)
    return ok({ id: grantId })
  },
})
