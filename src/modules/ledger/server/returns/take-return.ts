import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findOwnFile } from '../../../../platform/files/index.ts'
import * as contract from '../../contract.ts'
import { findBatchHead, placeOfBatch } from '../bank/bank-rows.ts'
import { returnJob } from './return-job.ts'

/** Only queues: a file may hold a million lines. What was wrong with it stands on the page of its batch. */
export const takeReturn = action(contract.takeReturn, {
  grant: 'ledger.pay',
  where: placeOfBatch,
  refusals: { 'no-such-file': 404, 'not-paid': 409 },
  async run({ tx, actor, now, actionId, job, subject, note }, { batchId, fileId }) {
    const batch = await findBatchHead(tx, batchId)
    if (!batch) throw new Error('the batch has gone')
    if (batch.state !== 'paid' && batch.state !== 'reconciled') return refuse({ code: 'not-paid' })
    const file = await findOwnFile(tx, { id: fileId, ownerId: actor.accountId, now })
    if (file?.kind !== 'bankReturn') return refuse({ code: 'no-such-file' })
    await tx.query(
      `insert into ledger.return_files (bureau_code, id, unit_code, batch_id, file_id, file_name, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [batch.bureau, actionId, batch.unitCode, batchId, file.id, file.name, actor.accountId, now],
    )
    await job(returnJob.name, { returnId: actionId, batchId })
    subject(batchId)
    note({ return: actionId, file: file.id })
    return ok({ returnId: actionId })
  },
})
