import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { openPayee, type Seal, sealPayee } from '../batches/batch-states.ts'
import { openBatch } from '../batches/open-batch.ts'
import { type BatchHead, lockBatch, placeOfBatch } from './bank-rows.ts'

/** What came back, as lines of the new batch: to the account given now, or to the one it had. */
const AGAIN = `
  select l.line_id, l.payee_label, coalesce(given.sealed, l.bank_account) as bank_account, l.amount_fen, l.memo,
         case when given.sealed is null then l.sealed_as end as sealed_as, case when given.sealed is null then l.sealed_for end as sealed_for
    from ledger.batch_lines l left join unnest($3::uuid[], $4::bytea[]) as given(line_id, sealed) on given.line_id = l.line_id
   where l.bureau_code = $1 and l.reissued_in = $2`

type Given = ReturnType<typeof contract.reissueLines.input.parse>['accounts']

/** The new accounts, each under the name that its line had. What came back of other batches is not touched. */
async function sealGiven({ tx, secrets }: ActionContext, { bureau, id }: BatchHead, given: Given) {
  const { rows } = await tx.query<Seal & { lineId: string; label: string; sealed: Buffer }>(
    `select line_id as "lineId", payee_label as label, bank_account as sealed, sealed_as as "sealedAs", sealed_for as "sealedFor"
       from ledger.batch_lines where bureau_code = $1 and batch_id = $2 and line_id = any($3::uuid[])`,
    [bureau, id, given.map(({ lineId }) => lineId)],
  )
  const byLine = new Map(given.map((one) => [one.lineId, one]))
  return rows.flatMap(({ lineId, label, sealed, sealedAs, sealedFor }) => {
    const asked = byLine.get(lineId)
    const holder = openPayee(secrets, lineId, sealed, { sealedAs, sealedFor }).holder || label
    return asked ? [{ lineId, sealed: sealPayee(secrets, lineId, { account: asked.bankAccount, holder, bank: asked.bank }) }] : []
  })
}

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
  async run(context, { batchId, accounts }) {
    const { tx, actor, now, actionId, unitCode, subject, note } = context
    const batch = await lockBatch(tx, unitCode, batchId)
    const { rowCount } = await tx.query(
      `update ledger.batch_lines set state = 'reissued', reissued_in = $3 where bureau_code = $1 and batch_id = $2 and state = 'returned'`,
      [batch.bureau, batchId, actionId],
    )
    if (!rowCount) return refuse({ code: 'nothing-returned' })
    const given = await sealGiven(context, batch, accounts)
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
    note({ from: batchId, lines: opened.value.lineCount, newAccounts: given.length })
    return ok({ batchId: actionId, lineCount: opened.value.lineCount })
  },
})
