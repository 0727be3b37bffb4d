import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { lockBooks } from '../lock-books.ts'
import { findMaking, lockBatch, placeOfBatch } from './bank-rows.ts'
import { bankFileJob } from './make-file.ts'

export const approveBatch = action(contract.approveBatch, {
  grant: 'ledger.approve',
  where: placeOfBatch,
  refusals: { 'same-hands': 409, 'already-checked': 409 },
  async run({ tx, actor, now, unitCode, note, subject }, { batchId }) {
    const batch = await lockBatch(tx, unitCode, batchId)
    if (batch.madeBy === actor.accountId) return refuse({ code: 'same-hands' })
    if (batch.checkedBy !== null) return refuse({ code: 'already-checked' })
    await tx.query('update ledger.batches set checked_by = $3, checked_at = $4 where bureau_code = $1 and id = $2', [
      batch.bureau,
      batchId,
      actor.accountId,
      now,
    ])
    subject(batchId)
    note({ lines: batch.lineCount, fen: String(batch.totalFen) })
    return ok({ batchId })
  },
})

export const fileBatch = action(contract.fileBatch, {
  grant: 'ledger.pay',
  where: placeOfBatch,
  refusals: { 'same-hands': 409, 'not-checked': 409, 'payments-stopped': 409, 'other-format': 409, 'being-made': 409 },
  async run({ tx, actor, now, actionId, unitCode, job, subject, note }, { batchId, format }) {
    const batch = await lockBatch(tx, unitCode, batchId)
    if ([batch.madeBy, batch.checkedBy].includes(actor.accountId)) return refuse({ code: 'same-hands' })
    if (batch.checkedBy === null) return refuse({ code: 'not-checked' })
    if ((await lockBooks(tx, batch.bureau))?.isStopped) return refuse({ code: 'payments-stopped' })
    if (batch.format !== null && batch.format !== format) return refuse({ code: 'other-format', format: batch.format })
    if ((await findMaking(tx, batch))?.state === 'queued') return refuse({ code: 'being-made' })
    await tx.query(
      `insert into ledger.bank_files (bureau_code, id, unit_code, batch_id, format, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [batch.bureau, actionId, batch.unitCode, batchId, format, actor.accountId, now],
    )
    await job(bankFileJob.name, { fileJobId: actionId, batchId })
    subject(batchId)
    note({ format })
    return ok({ fileJobId: actionId })
  },
})

export const cancelFile = action(contract.cancelFile, {
  grant: 'ledger.pay',
  where: placeOfBatch,
  refusals: { 'not-being-made': 409 },
  async run({ tx, unitCode, subject }, { batchId }) {
    const batch = await lockBatch(tx, unitCode, batchId)
    const { rowCount } = await tx.query(
      `update ledger.bank_files set state = 'cancelled' where bureau_code = $1 and batch_id = $2 and state = 'queued'`,
      [batch.bureau, batchId],
    )
    if (rowCount === 0) return refuse({ code: 'not-being-made' })
    subject(batchId)
    return ok({ batchId })
  },
})
