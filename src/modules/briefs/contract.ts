export * from './contract-briefs.ts'
export * from './contract-schedules.ts'
export * from './contract-words.ts'
