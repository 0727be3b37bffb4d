import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Places } from '../../domain/derived.ts'
import type { Window } from '../../domain/months.ts'
import { rangeAsked } from '../asked.ts'
import type { Named } from './named-values.ts'

export interface AskedPlaces {
  readonly formula: Places
  readonly nodes: readonly string[]
  readonly place: RegionCode
  readonly windows: readonly Window[]
  readonly before: string | undefined
  /** Of the other number that places are chosen by; its upper end is outside. */
  readonly band: { readonly from: number | null; readonly below: number | null }
}

/** The nodes asked for as rows of SQL, each with the range of codes that lie at or below it. */
export function nodeRows({ nodes }: AskedPlaces, { put }: Named): string {
  const ranges = nodes.map(rangeAsked)
  const columns = [nodes, ranges.map(({ lo }) => lo), ranges.map(({ hi }) => hi)]
  return `unnest(${columns.map((column) => put(column, 'text[]')).join(', ')}) as n(node, lo, hi)`
}
