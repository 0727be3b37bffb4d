/** Everything of assistance that crosses the wire. */
export * from './contract-funds.ts'
export * from './contract-goods.ts'
export * from './contract-grants.ts'
export * from './contract-incentives.ts'
export * from './contract-open.ts'
export * from './contract-pairing.ts'
export * from './contract-words.ts'
