import type { Action, View } from '../../platform/actions/declare.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { getBatch, listBatches } from './server/bank/batch-views.ts'
import { approveBatch, cancelFile, fileBatch } from './server/bank/file-batch.ts'
import { bankFileJob } from './server/bank/make-file.ts'
import { payBatch } from './server/bank/pay-batch.ts'
import { reissueLines } from './server/bank/reissue.ts'
import { receiveAllocation } from './server/funds/allocations.ts'
import { approveMove } from './server/funds/approve-move.ts'
import { closePeriod } from './server/funds/close-period.ts'
import { declineMove, openFundAction, proposeMove } from './server/funds/fund-actions.ts'
import { listEntries, seeFunds } from './server/funds/fund-views.ts'
import { resumePayments } from './server/guard/resume-payments.ts'
import { returnJob } from './server/returns/return-job.ts'
import { takeReturn } from './server/returns/take-return.ts'

/** The payee as one sealed text: for who seals it under its own rows. */
export { packPayee, readPayee } from './domain/bank/payee.ts'
/** The door of the ledger: books, holds and payment batches, each within the transaction of whoever asks. */
export {
  countReturned,
  findBatch,
  listBatchStates,
  listLineStates,
  openPayee,
  sealPayee,
} from './server/batches/batch-states.ts'
export { listAnswers } from './server/batches/line-answers.ts'
export { type LineQuery, type NewBatch, openBatch } from './server/batches/open-batch.ts'
export { findFundPurpose } from './server/find-fund.ts'
export { settleArrived } from './server/funds/allocations.ts'
export { type FundLeft, listFunds } from './server/funds/list-funds.ts'
export { guardBooks } from './server/guard/look-whole.ts'
export { startGuarding } from './server/guard/watch-books.ts'
export { capture, hold, release } from './server/holds.ts'
export { type NewFund, openFund } from './server/open-fund.ts'
export { type Posting, post } from './server/post.ts'
export { reverse } from './server/reverse.ts'
export { sealedTables } from './server/sealed-tables.ts'
export { systemAccount } from './server/system-accounts.ts'

export const actions: readonly Action[] = [
  openFundAction,
  proposeMove,
  approveMove,
  declineMove,
  receiveAllocation,
  closePeriod,
  resumePayments,
  approveBatch,
  fileBatch,
  cancelFile,
  payBatch,
  takeReturn,
  reissueLines,
]

export const views: readonly View[] = [seeFunds, listEntries, listBatches, getBatch]

export const jobs: readonly Job[] = [bankFileJob, returnJob]
