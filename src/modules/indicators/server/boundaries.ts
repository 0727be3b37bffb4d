import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type CodeRange, isWithin, NATION, type RegionCode, rangeOf } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import { listChildren, listMoves } from '../../network/index.ts'
import type { Figure, Period, Value } from '../contract.ts'
import { isRatio } from '../domain/definition.ts'
import { finalPlaces, type Moved, movedAt } from '../domain/moves.ts'
import { type Figures, findDefinition, readFigures } from './figures.ts'

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

/** Persons are counted once at a place, and a first day or a streak is no amount: of two places together they cannot be added. */
function isAdditive(code: string, on: PlainDate): boolean {
  const formula = findDefinition(code, on)?.formula
  if (formula && isRatio(formula)) return isAdditive(formula.over, on) && isAdditive(formula.under, on)
  return formula !== undefined && ADDING.includes(formula.form)
}

type Amount = (code: string, node: RegionCode) => Value

/** A figure of a node with what moved into it and without what moved away; null where persons would have to be added. */
function amountOn(figures: Figures, moved: ReadonlyMap<RegionCode, Moved>, period: Period): Amount {
  const amount: Amount = (code, node) => {
    const { plus, minus } = moved.get(node) ?? { plus: [], minus: [] }
    if (plus.length + minus.length === 0) return figures.valueOf(code, node, period)
    if (!isAdditive(code, period.to)) return { value: null }
    const formula = findDefinition(code, period.to)?.formula
    if (formula && isRatio(formula)) return ratioOf(amount(formula.over, node), amount(formula.under, node), formula.per)
    const at = (one: RegionCode): number => figures.valueOf(code, one, period).value ?? 0
    return {
      value: minus.reduce(
        (rest, one) => rest - at(one),
        plus.reduce((sum, one) => sum + at(one), at(node)),
      ),
    }
  }
  return amount
}

function ratioOf({ value: over }: Value, { value: under }: Value, per: number): Value {
  const [numerator, denominator] = [over ?? 0, under ?? 0]
  return { value: denominator === 0 ? null : (numerator / denominator) * per, numerator, denominator }
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
  const amount = amountOn(figures, moved, period)
  const own = (code: string): Value => {
    const [whole, ...parts] = [place, ...children].map((node) => amount(code, node).value)
    const formula = findDefinition(code, period.to)?.formula
    if (!formula || isRatio(formula) || !isAdditive(code, period.to)) return { value: null }
    return { value: parts.reduce<number>((rest, part) => rest - (part ?? 0), whole ?? 0) }
  }
  const rows = codes.flatMap((code) =>
    asked.byChildren
      ? [...children.map((node) => ({ code, key: node as string, ...amount(code, node) })), { code, key: 'own', ...own(code) }]
      : [{ code, key: '', ...amount(code, place) }],
  )
  return { rows, isCut: seen.length < needed.length }
}
