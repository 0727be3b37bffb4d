import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Cause, RateKey } from './rate-table.ts'

/** What the writer of a table seems to have meant. */
export const UNIT_GUESSES = ['month-as-year', 'year-as-month', 'yuan-as-fen', 'fen-as-yuan'] as const
export type UnitGuess = (typeof UNIT_GUESSES)[number]

/** A rule that a table breaks. */
export type TableFault =
  | { readonly code: 'cause-order'; readonly grade: number; readonly higher: Cause; readonly lower: Cause }
  | { readonly code: 'grade-order'; readonly cause: Cause; readonly grade: number }
  | { readonly code: 'illness-grade'; readonly grade: number }
  | { readonly code: 'key-shape'; readonly key: RateKey }
  | { readonly code: 'twice'; readonly key: RateKey }
  | { readonly code: 'missing'; readonly key: RateKey }
  | { readonly code: 'not-positive'; readonly key: RateKey }
  | { readonly code: 'below-floor'; readonly key: RateKey; readonly amountFen: bigint; readonly floorFen: bigint }
  | { readonly code: 'wrong-unit'; readonly guess: UnitGuess; readonly count: number }
  | { readonly code: 'not-first-of-month'; readonly effectiveFrom: PlainDate }
  | { readonly code: 'overlap'; readonly version: string; readonly from: PlainDate }
  | { readonly code: 'gap'; readonly version: string; readonly endedOn: PlainDate }
