/** Everything of casework that crosses the wire. */
export * from './contract-entitlements.ts'
export * from './contract-field.ts'
export * from './contract-hands.ts'
export {
  Answers,
  Channel,
  DocumentAsk,
  Field,
  listKinds,
  MatterKind,
  Words,
} from './contract-kinds.ts'
export * from './contract-letters.ts'
export * from './contract-matter-views.ts'
export * from './contract-matters.ts'
export * from './contract-mine.ts'
export * from './contract-plans.ts'
export * from './contract-roster.ts'
export * from './contract-visits.ts'
