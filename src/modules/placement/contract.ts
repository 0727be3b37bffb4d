/** Everything of placement that crosses the wire. */
export * from './contract-candidates.ts'
export * from './contract-cohorts.ts'
export * from './contract-mine.ts'
export * from './contract-pools.ts'
export * from './contract-posts.ts'
export * from './contract-schemes.ts'
export * from './contract-scores.ts'
export * from './contract-words.ts'
