import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type CodeRange, isWithin, NATION, type RegionCode, rangeOf } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import { listChildren, listMoves } from '../../network/index.ts'
import type { Figure, Period, Value } from '../contract.ts'
import { countedCodes } from '../domain/definition.ts'
import { finalPlaces, type Moved, movedAt, rangesOfMoved } from '../domain/moves.ts'
import { isOwn, ownOf, ownRange } from './asked.ts'
import { definitions } from './definitions.ts'
import type { MovedUnits } from './derived/key-facts.ts'
import { type DerivedOf, readDerived } from './derived/read-derived.ts'
import { valuesFrom } from './derived/work-out.ts'
import { type Figures, formulaOf, readFigures } from './figures.ts'

export interface AskedOnToday {
  readonly codes: readonly string[]
  readonly place: RegionCode
  readonly period: Period
  readonly byChildren: boolean
  /** The day whose divisions it is shown by. */
  readonly on: PlainDate
  /** What the reader sees: what moved in from beyond it cannot be counted. */
  readonly scope: CodeRange
}

const ADDING: readonly string[] = ['sum', 'turnouts', 'stock']

/** Persons are counted once at a place: of two places together they cannot be added, nor what is worked out from them. */
const hasPersons = (code: string, on: PlainDate): boolean =>
  countedCodes(definitions, code).some((one) => formulaOf(one, on)?.form === 'distinct')

function isAdditive(code: string, on: PlainDate): boolean {
  const formula = formulaOf(code, on)
  return formula !== undefined && ADDING.includes(formula.form)
}

const NONE: Moved = { plus: [], minus: [] }

const hasMoved = ({ plus, minus }: Moved): boolean => plus.length + minus.length > 0

interface Ground {
  readonly figures: Figures
  readonly moved: ReadonlyMap<string, Moved>
  /** What is derived at the nodes into or out of which something moved. */
  readonly derived: DerivedOf
  readonly period: Period
}

type Amount = (code: string, node: RegionCode) => Value

/** A figure of a node with what moved into it and without what moved away; null where persons would have to be added. */
function amountOn({ figures, moved, derived, period }: Ground): Amount {
  const add = (code: string, node: string): number => {
    const { plus, minus } = moved.get(node) ?? NONE
    const at = (one: string): number => figures.valueOf(code, one, period).value ?? 0
    return minus.reduce(
      (rest, one) => rest - at(one),
      plus.reduce((sum, one) => sum + at(one), at(node)),
    )
  }
  const worked = valuesFrom({ formulaOf, amount: add, derived })
  return (code, node) => {
    if (!hasMoved(moved.get(node) ?? NONE)) return figures.valueOf(code, node, period)
    return hasPersons(code, period.to) ? { value: null } : worked(code, node, period)
  }
}

/** The codes of the units at the very place, and at each that is it by now. */
const ownRanges = (place: RegionCode, places: ReadonlyMap<RegionCode, RegionCode>): CodeRange[] =>
  [place, ...[...places].flatMap(([from, to]) => (to === place && from !== place ? [from] : []))].map(ownRange)

/** Where the units lay that count at a node now, and which place a unit of then is. */
function movedUnits(moved: ReadonlyMap<string, Moved>, places: ReadonlyMap<RegionCode, RegionCode>): MovedUnits {
  return {
    rangesOf: (node) =>
      isOwn(node) ? ownRanges(node.slice(0, -1) as RegionCode, places) : rangesOfMoved(node as RegionCode, moved.get(node) ?? NONE),
    placeOf: (unit) => places.get(unit as RegionCode) ?? unit,
  }
}

/** The place itself where nothing from elsewhere is needed, else the whole country: what the policies let through. */
const placeAround = (place: RegionCode, nodes: readonly RegionCode[]): RegionCode =>
  nodes.every((node) => isWithin(node, rangeOf(place))) ? place : NATION

/**
 * Figures of a period by the divisions of another day: what was done in a village that has been merged counts where it
 * belongs now. Figures that add up have the same total on either boundary. The transaction must be in one snapshot.
 */
export async function readOnToday(tx: Tx, asked: AskedOnToday): Promise<{ rows: Figure[]; isCut: boolean }> {
  const { codes, place, period, on, scope } = asked
  const children = asked.byChildren ? (await listChildren(tx, place, on)).map(({ code }) => code) : []
  const places = finalPlaces(await listMoves(tx, on))
  const moved = new Map([place, ...children].map((node) => [node, movedAt(node, places)]))
  const needed = [...new Set([...moved.values()].flatMap(({ plus, minus }) => [...plus, ...minus]))]
  const seen = needed.filter((node) => isWithin(node, scope))
  const nodes = [...new Set([place, ...children, ...seen])]
  const figures = await readFigures(tx, { codes, place: placeAround(place, nodes), nodes, windows: [period] })
  const changed = [place, ...children].filter((node) => hasMoved(moved.get(node) ?? NONE))
  const derivedAt = [...changed, ...(asked.byChildren ? [ownOf(place)] : [])]
  const derived = await readDerived(tx, { codes, place, nodes: derivedAt, windows: [period], formulaOf, moved: movedUnits(moved, places) })
  const amount = amountOn({ figures, moved, derived, period })
  const own = (code: string): Value => {
    const [whole, ...parts] = [place, ...children].map((node) => amount(code, node).value)
    if (!isAdditive(code, period.to)) return { value: derived(code, ownOf(place), period) ?? null }
    return { value: parts.reduce<number>((rest, part) => rest - (part ?? 0), whole ?? 0) }
  }
  const rows = codes.flatMap((code) =>
    asked.byChildren
      ? [...children.map((node) => ({ code, key: node as string, ...amount(code, node) })), { code, key: 'own', ...own(code) }]
      : [{ code, key: '', ...amount(code, place) }],
  )
  return { rows, isCut: seen.length < needed.length }
}
