import { type CodeRange, type RegionCode, rangeOf } from '../../../kernel/region-code.ts'
import type { Window } from '../domain/months.ts'

/** Figures that are read together, in one snapshot. */
export interface Asked {
  /** Counted indicators, no ratios. */
  readonly codes: readonly string[]
  /** Every node asked for lies at or below it. */
  readonly place: RegionCode
  readonly nodes: readonly string[]
  readonly windows: readonly Window[]
  /** Also the parts of each indicator by its dimension. */
  readonly isSplit?: boolean
  /** Only facts recorded before an instant. */
  readonly before?: string | undefined
}

export const rangeOfNode = (node: string): CodeRange => rangeOf(node as RegionCode)

/** What only the unit at a place itself did, not those below it: a node of its own in every answer. */
export const ownOf = (place: string): string => `${place}!`

export const isOwn = (node: string): boolean => node.endsWith('!')

/** Codes of the units at the very place, with and without a serial. */
export const ownRange = (place: string): CodeRange => ({ lo: place, hi: `${place}.` })

export const rangeAsked = (node: string): CodeRange => (isOwn(node) ? ownRange(node.slice(0, -1)) : rangeOfNode(node))

/** Given to the database as a value: `left()` may not go ahead of a policy, and the index would not be used. */
export const bureauOfNode = (node: string): string => node.slice(0, 6)
