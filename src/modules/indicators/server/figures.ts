import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import type { Value } from '../contract.ts'
import { countedCodes, type Definition, isRatio } from '../domain/definition.ts'
import type { Window } from '../domain/months.ts'
import { isOwn } from './asked.ts'
import { definitions } from './definitions.ts'
import { readDistinct } from './read-distinct.ts'
import { formOf, readSums } from './read-sums.ts'

/** The version of an indicator on a day; the latest one where none is valid then. */
export function findDefinition(code: string, on: string): Definition | undefined {
  const versions = definitions.filter((definition) => definition.code === code).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return versions.findLast(({ validFrom }) => validFrom <= on) ?? versions.at(-1)
}

export interface AskedFigures {
  readonly codes: readonly string[]
  readonly place: RegionCode
  /** Nodes at or below the place; `ownOf(place)` for what its own unit did. */
  readonly nodes: readonly string[]
  readonly windows: readonly Window[]
  readonly isSplit?: boolean
}

/** Figures read in one snapshot. A part of an indicator is asked for as `code/dimension=word`. */
export interface Figures {
  readonly valueOf: (code: string, node: string, window: Window) => Value
  readonly partsOf: (code: string, node: string) => readonly string[]
}

/** From here on every statement of the transaction sees the same moment. Before the first query of the transaction. */
export const inOneSnapshot = (tx: Tx): Promise<unknown> => tx.query('set transaction isolation level repeatable read')

async function readMark(tx: Tx): Promise<string> {
  const { rows } = await tx.query<{ up_to: string }>('select indicators.folded_up_to()::text as up_to')
  return rows[0]?.up_to ?? '0'
}

/** Any figures of any nodes below a place over any windows. The transaction must be in one snapshot. */
export async function readFigures(tx: Tx, asked: AskedFigures): Promise<Figures> {
  const counted = [...new Set(asked.codes.flatMap((code) => countedCodes(definitions, code)))]
  const isDistinct = (code: string) => formOf(code) === 'distinct'
  const own = asked.nodes.filter(isOwn)
  const children = asked.nodes.filter((node) => !isOwn(node) && node !== asked.place)
  // What a place's own unit did is what is left of the whole after its children.
  const nodes = own.length > 0 ? [asked.place, ...children] : [...asked.nodes]
  const upTo = await readMark(tx)
  const sums = await readSums(tx, { ...asked, upTo, nodes, codes: counted.filter((code) => !isDistinct(code)) })
  const distinct = await readDistinct(tx, { ...asked, upTo, codes: counted.filter(isDistinct) })
  const amount = (measure: string, node: string, window: Window): number => {
    const code = measure.split('/')[0] ?? measure
    if (isDistinct(code)) return distinct(node, code, window)
    const at = (one: string) => sums.amountOf(one, { measure, isStock: formOf(code) === 'stock' }, window)
    return isOwn(node) ? children.reduce((rest, child) => rest - at(child), at(asked.place)) : at(node)
  }
  const readValue: Figures['valueOf'] = (code, node, window) => {
    const formula = findDefinition(code, window.to)?.formula
    if (!formula || !isRatio(formula)) return { value: amount(code, node, window) }
    const numerator = readValue(formula.over, node, window).value ?? 0
    const denominator = readValue(formula.under, node, window).value ?? 0
    return { value: denominator === 0 ? null : (numerator / denominator) * formula.per, numerator, denominator }
  }
  return {
    valueOf: readValue,
    partsOf: (code, node) =>
      sums
        .measuresAt(node)
        .filter((measure) => measure.startsWith(`${code}/`))
        .toSorted(),
  }
}
