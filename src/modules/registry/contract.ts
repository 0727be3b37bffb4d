/** Everything of the registry that crosses the wire. */
export * from './contract-actions.ts'
export * from './contract-duplicates.ts'
export * from './contract-export.ts'
export * from './contract-file.ts'
export * from './contract-import.ts'
export * from './contract-refusals.ts'
export * from './contract-transfers.ts'
export * from './contract-views.ts'
