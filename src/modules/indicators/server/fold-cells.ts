import { bigintColumn, smallintColumn, textColumn } from '../../../platform/database/column-arrays.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import { amountsText } from '../domain/amounts.ts'
import type { MeasuresOf } from '../domain/measures.ts'
import { monthNumber } from '../domain/months.ts'
import { nodesOf } from '../domain/nodes.ts'
import { bureauOfNode } from './asked.ts'
import { addsTo, type FactRow } from './fact-rows.ts'

interface CellRow {
  readonly node: string
  readonly measure: string
  readonly amounts: ReadonlyMap<number, number>
}

/** Amounts by month of each measure of a node. */
type Tray = Map<string, Map<number, number>>

function add(tray: Tray, measure: string, { month, value }: { month: number; value: number }): void {
  const amounts = tray.get(measure)
  if (amounts) amounts.set(month, (amounts.get(month) ?? 0) + value)
  else tray.set(measure, new Map([[month, value]]))
}

const trayOf = (trays: Map<string, Tray>, node: string): Tray => {
  const tray = trays.get(node) ?? new Map()
  trays.set(node, tray)
  return tray
}

/** Adds every node's amounts to the node above it, deepest first: each fact is added once, each cell once more. */
function sweepUp(trays: Map<string, Tray>): void {
  const paths = new Map<string, readonly string[]>()
  const enter = (path: readonly string[]): void => {
    const node = path.at(-1)
    if (node === undefined || paths.has(node)) return
    paths.set(node, path)
    enter(path.slice(0, -1))
  }
  for (const node of trays.keys()) enter(nodesOf(node))
  for (const [node, path] of [...paths].toSorted(([, a], [, b]) => b.length - a.length)) {
    const above = path.at(-2)
    if (above === undefined) continue
    const upper = trayOf(trays, above)
    for (const [measure, amounts] of trays.get(node) ?? []) for (const [month, value] of amounts) add(upper, measure, { month, value })
  }
}

/** What the facts add to the cells of every node above them, in the order of the key. */
export function cellRowsOf(facts: readonly FactRow[], measuresOf: MeasuresOf): CellRow[] {
  const trays = new Map<string, Tray>()
  for (const fact of facts) {
    const month = monthNumber(fact.on_day)
    const tray = trayOf(trays, fact.unit_code.slice(0, 12))
    for (const { measure, form } of measuresOf(fact.kind, fact.dimensions, fact.on_day)) {
      if (form !== 'distinct') add(tray, measure, { month, value: addsTo(form, Number(fact.quantity), fact.person_ids.length) })
    }
  }
  sweepUp(trays)
  const inOrder = [...trays].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const rows = inOrder.flatMap(([node, tray]) => [...tray].map(([measure, amounts]) => ({ node, measure, amounts })))
  return rows.filter(({ amounts }) => [...amounts.values()].some((value) => value !== 0))
}

/**
 * What is there is changed, the rest is put in: one folder works at a time, so nobody puts a row in between. Told so, the
 * server writes half of what it does for ON CONFLICT, which locks each row first.
 */
const ADD_MANY = prepared(`
  with r as materialized (select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as r(bureau, node, measure, amounts)),
  changed as (
    update indicators.cells c set amounts = indicators.plus(c.amounts, r.amounts::bigint[])
      from r where c.bureau_code = r.bureau and c.unit_code = r.node and c.measure = r.measure
      returning c.unit_code, c.measure)
  insert into indicators.cells (bureau_code, unit_code, measure, amounts)
  select r.bureau, r.node, r.measure, r.amounts::bigint[] from r
   where not exists (select from changed where changed.unit_code = r.node and changed.measure = r.measure)`)

/** Below the cities nearly every row gains one month: that is set where it lies, at two thirds of the cost. */
const ADD_ONE = prepared(`
  with r as materialized (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::bigint[]) as r(bureau, node, measure, month, value)),
  changed as (
    update indicators.cells c set amounts[r.month] = coalesce(c.amounts[r.month], 0) + r.value
      from r where c.bureau_code = r.bureau and c.unit_code = r.node and c.measure = r.measure
      returning c.unit_code, c.measure)
  insert into indicators.cells (bureau_code, unit_code, measure, amounts)
  select r.bureau, r.node, r.measure, array_fill(r.value, array[1], array[r.month::int]) from r
   where not exists (select from changed where changed.unit_code = r.node and changed.measure = r.measure)`)

/** Adds what the facts count to the cells. */
export async function foldCells(tx: Tx, facts: readonly FactRow[], measuresOf: MeasuresOf): Promise<void> {
  const rows = cellRowsOf(facts, measuresOf)
  const [one, many] = [rows.filter(({ amounts }) => amounts.size === 1), rows.filter(({ amounts }) => amounts.size > 1)]
  const keyOf = (some: readonly CellRow[]) =>
    [some.map(({ node }) => bureauOfNode(node)), some.map(({ node }) => node), some.map(({ measure }) => measure)].map(textColumn)
  if (one.length > 0) {
    const [months, values] = [one.flatMap(({ amounts }) => [...amounts.keys()]), one.flatMap(({ amounts }) => [...amounts.values()])]
    await tx.query(ADD_ONE, [...keyOf(one), smallintColumn(months), bigintColumn(values)])
  }
  if (many.length > 0) await tx.query(ADD_MANY, [...keyOf(many), textColumn(many.map(({ amounts }) => amountsText(amounts)))])
}
