import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { capture } from '../holds.ts'
import { systemAccount } from '../system-accounts.ts'
import { lockBatch, placeOfBatch } from './bank-rows.ts'

export const payBatch = action(contract.payBatch, {
  grant: 'ledger.pay',
  where: placeOfBatch,
  refusals: { 'not-filed': 409, 'already-paid': 409, ...contract.MONEY_STATUS, ...contract.HOLD_STATUS },
  async run({ tx, actor, now, today, actionId, unitCode, subject, note }, { batchId }) {
    const batch = await lockBatch(tx, unitCode, batchId)
    const { bureau, madeBy, checkedBy, title } = batch
    if (batch.state === 'opened') return refuse({ code: 'not-filed' })
    if (batch.state !== 'filed') return refuse({ code: 'already-paid' })
    const clearing = await systemAccount(tx, { bureau, kind: 'clearing', by: actor.accountId, at: now })
    const paid = await capture(tx, {
      id: actionId,
      bureau,
      holdId: batchId,
      toAccountId: clearing,
      memo: title,
      ...{ madeBy, checkedBy, paidBy: actor.accountId },
      ...{ on: today, at: now },
    })
    if (!paid.ok) return paid
    await tx.query(`update ledger.batches set state = 'paid', paid_by = $3, paid_at = $4 where bureau_code = $1 and id = $2`, [
      bureau,
      batchId,
      actor.accountId,
      now,
    ])
    subject(batchId)
    note({ posting: actionId, fen: String(batch.totalFen) })
    return ok({ postingId: actionId })
  },
})
