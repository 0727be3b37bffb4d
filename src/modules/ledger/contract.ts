/** Everything of the ledger that crosses the wire. */
export * from './contract-batches.ts'
export * from './contract-funds.ts'
export * from './contract-refusals.ts'
export * from './contract-words.ts'
