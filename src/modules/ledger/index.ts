/** The door of the ledger: books, holds and payment batches, each within the transaction of whoever asks. */
export { findBatch, listLineStates, openBankAccount, sealBankAccount } from './server/batches/batch-states.ts'
export { type NewBatch, openBatch } from './server/batches/open-batch.ts'
export { capture, hold, release } from './server/holds.ts'
export { type NewFund, openFund } from './server/open-fund.ts'
export { type Posting, post } from './server/post.ts'
export { reverse } from './server/reverse.ts'
export { systemAccount } from './server/system-accounts.ts'
