import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { sealBankAccount } from '../batches/batch-states.ts'
import { openBatch } from '../batches/open-batch.ts'
import { lockBatch, placeOfBatch } from './bank-rows.ts'

/** What came back, as lines of the new batch: to the account given now, or to the one it had. */
const AGAIN = `
  select l.line_id, l.payee_label, coalesce(given.sealed, l.bank_account) as bank_account, l.amount_fen, l.memo,
         case when given.sealed is null then l.sealed_as end as sealed_as, case when given.sealed is null then l.sealed_for end as sealed_for
    from ledger.batch_lines l left join unnest($3::uuid[], $4::bytea[]) as given(line_id, sealed) on given.line_id = l.line_id
   where l.bureau_code = $1 and l.reissued_in = $2`

export const reissueLines = action(contract.reissueLines, {
  grant: 'ledger.write',
  where: placeOfBatch,
  refusals: {
    'nothing-returned': 409,
    'batch-empty': 409,
    'line-twice': 409,
    'line-wrong': 422,
    ...contract.MONEY_STATUS,
    ...contract.HOLD_STATUS,
  },
  async run({ tx, actor, now, secrets, actionId, unitCode, subject, note }, { batchId, accounts }) {
    const batch = await lockBatch(tx, unitCode, batchId)
    const { rowCount } = await tx.query(
      `update ledger.batch_lines set state = 'reissued', reissued_in = $3 where bureau_code = $1 and batch_id = $2 and state = 'returned'`,
      [batch.bureau, batchId, actionId],
    )
    if (!rowCount) return refuse({ code: 'nothing-returned' })
    const given = accounts.map(({ lineId, bankAccount }) => ({ lineId, sealed: sealBankAccount(secrets, lineId, bankAccount) }))
    const opened = await openBatch(tx, {
      bureau: batch.bureau,
      batchId: actionId,
      fundAccount: batch.accountId,
      purpose: batch.purpose,
      title: batch.title.startsWith('重发：') ? batch.title : `重发：${batch.title}`,
      source: { module: batch.sourceModule, id: actionId },
      lines: {
        select: AGAIN,
        values: [batch.bureau, actionId, given.map(({ lineId }) => lineId), given.map(({ sealed }) => sealed)],
        namesSeal: true,
      },
      at: now,
      madeBy: actor.accountId,
      checkedBy: null,
    })
    if (!opened.ok) return opened
    subject(actionId)
    note({ from: batchId, lines: opened.value.lineCount })
    return ok({ batchId: actionId, lineCount: opened.value.lineCount })
  },
})
