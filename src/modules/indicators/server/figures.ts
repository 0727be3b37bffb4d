import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import type { Value } from '../contract.ts'
import { countedCodes, type Definition, versionsOf } from '../domain/definition.ts'
import { edgesOf, type Window } from '../domain/months.ts'
import { isOwn } from './asked.ts'
import { definitions } from './definitions.ts'
import { hasKeyed, readDerived } from './derived/read-derived.ts'
import { valuesFrom } from './derived/work-out.ts'
import { formOf } from './kinds.ts'
import { readDistinct } from './read-distinct.ts'
import { readStore } from './read-store.ts'
import { readSums } from './read-sums.ts'
import { edgeKey } from './sums.ts'

/** The version of an indicator on a day; the latest one where none is valid then. */
export function findDefinition(code: string, on: string): Definition | undefined {
  const versions = versionsOf(definitions, code)
  return versions.findLast(({ validFrom }) => validFrom <= on) ?? versions.at(-1)
}

export interface AskedFigures {
  readonly codes: readonly string[]
  readonly place: RegionCode
  /** Nodes at or below the place; `ownOf(place)` for what its own unit did. */
  readonly nodes: readonly string[]
  readonly windows: readonly Window[]
  readonly isSplit?: boolean
  /** Only facts recorded before an instant. */
  readonly before?: string | undefined
}

/** Figures read in one snapshot. A part of an indicator is asked for as `code/dimension=word`. */
export interface Figures {
  readonly valueOf: (code: string, node: string, window: Window) => Value
  readonly partsOf: (code: string, node: string) => readonly string[]
}

/**
 * From here on every statement of the transaction sees the same moment. Before the first query of the transaction. The
 * tables are held first: a rebuild, which replaces them, is waited for before the moment is chosen.
 */
export const inOneSnapshot = (tx: Tx): Promise<unknown> =>
  tx.query(`set transaction isolation level repeatable read;
    lock table indicators.cells, indicators.presence, indicators.links in access share mode`)

/** Sums of whole months are read by one statement, which sees one moment by itself. */
export const needsSnapshot = ({ codes, windows }: Pick<AskedFigures, 'codes' | 'windows'>): boolean =>
  hasKeyed(codes) || windows.some((window) => Object.keys(edgesOf(window)).length > 0)

export const formulaOf = (code: string, on: string): Definition['formula'] | undefined => findDefinition(code, on)?.formula

/** A year before is both the period before and the same period last year: whoever is counted in a window is counted once. */
const eachOnce = (windows: readonly Window[]): Window[] => [...new Map(windows.map((window) => [edgeKey(window), window])).values()]

/** Any figures of any nodes below a place over any windows. The transaction must be in one snapshot where a window needs it. */
export async function readFigures(tx: Tx, { windows, ...about }: AskedFigures): Promise<Figures> {
  const asked = { ...about, windows: eachOnce(windows) }
  const counted = [...new Set(asked.codes.flatMap((code) => countedCodes(definitions, code)))]
  const isDistinct = (code: string) => formOf(code) === 'distinct'
  const own = asked.nodes.filter(isOwn)
  const children = asked.nodes.filter((node) => !isOwn(node) && node !== asked.place)
  // What a place's own unit did is what is left of the whole after its children.
  const nodes = own.length > 0 ? [asked.place, ...children] : [...asked.nodes]
  const [sumCodes, distinctCodes] = [counted.filter((code) => !isDistinct(code)), counted.filter(isDistinct)]
  const askedSums = { ...asked, nodes, codes: sumCodes }
  const askedDistinct = { ...asked, codes: distinctCodes }
  const stored = await readStore(tx, askedSums, askedDistinct)
  const sums = await readSums(tx, askedSums, stored)
  const distinct = await readDistinct(tx, askedDistinct, stored)
  const amount = (measure: string, node: string, window: Window): number => {
    const code = measure.split('/')[0] ?? measure
    if (isDistinct(code)) return distinct(node, code, window)
    const at = (one: string) => sums.amountOf(one, { measure, isStock: formOf(code) === 'stock' }, window)
    return isOwn(node) ? children.reduce((rest, child) => rest - at(child), at(asked.place)) : at(node)
  }
  const derived = await readDerived(tx, { ...asked, formulaOf })
  return {
    valueOf: valuesFrom({ formulaOf, amount, derived }),
    partsOf: (code, node) =>
      sums
        .measuresAt(node)
        .filter((measure) => measure.startsWith(`${code}/`))
        .toSorted(),
  }
}
