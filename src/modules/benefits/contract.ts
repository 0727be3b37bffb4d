/** Everything of benefits that crosses the wire. */
export * from './contract-person.ts'
export * from './contract-rates.ts'
export * from './contract-words.ts'
