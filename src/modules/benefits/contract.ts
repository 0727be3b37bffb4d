/** Everything of benefits that crosses the wire. */
export * from './contract-confirmations.ts'
export * from './contract-kept.ts'
export * from './contract-month.ts'
export * from './contract-payees.ts'
export * from './contract-payment.ts'
export * from './contract-person.ts'
export * from './contract-rates.ts'
export * from './contract-words.ts'
