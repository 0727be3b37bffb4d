import { bigintColumn, smallintColumn, textColumn } from '../../../platform/database/column-arrays.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import { amountsText } from '../domain/amounts.ts'
import type { MeasuresOf } from '../domain/measures.ts'
import { monthNumber } from '../domain/months.ts'
import { bureauOfNode } from './asked.ts'
import { addsTo, type FactRow } from './fact-rows.ts'
import { makeNodeTable } from './node-table.ts'
import { makeNumberTable } from './number-table.ts'

interface CellRow {
  readonly node: string
  readonly measure: string
  /** Ascending, each with its amount in `values`. */
  readonly months: readonly number[]
  readonly values: readonly number[]
}

/** A cell's measure and month below its node, as one number: measures and months of a fold are fewer than this. */
const [MEASURES, MONTHS] = [1 << 12, 1 << 17] as const
const SPAN = MEASURES * MONTHS

/** A fold is small. */
const FIRST = 1 << 12

/** Amounts by node, measure and month, each found by one number. */
function makeTray() {
  const [nodes, table] = [makeNodeTable(FIRST), makeNumberTable(FIRST)]
  const amounts: number[] = []
  const add = (key: number, value: number): void => {
    const row = table.indexOf(key)
    amounts[row] = (amounts[row] ?? 0) + value
  }
  return { nodes, table, add, amountOf: (key: number) => amounts[table.indexOf(key)] ?? 0, amountAt: (row: number) => amounts[row] ?? 0 }
}

type Tray = ReturnType<typeof makeTray>

/** Adds every node's amounts to the node above it, deepest first: each fact is added once, each cell once more. */
function sweepUp({ nodes, table, add, amountAt }: Tray): void {
  for (let depth = nodes.deepest(); depth > 0; depth -= 1) {
    for (let row = 0, size = table.size(); row < size; row += 1) {
      const key = table.keyAt(row)
      const node = Math.floor(key / SPAN)
      if (nodes.depthOf(node) === depth) add(nodes.parentOf(node) * SPAN + (key % SPAN), amountAt(row))
    }
  }
}

/** The rows of a tray by their nodes' codes, without those that come to nothing. */
function rowsOf({ nodes, table, amountOf }: Tray, names: readonly string[]): CellRow[] {
  const order = nodes.inOrder()
  const rank = new Float64Array(order.length)
  for (const [place, node] of order.entries()) rank[node] = place
  const keys = Float64Array.from({ length: table.size() }, (_, row) => {
    const key = table.keyAt(row)
    return (rank[Math.floor(key / SPAN)] ?? 0) * SPAN + (key % SPAN)
  }).sort()
  const rows: CellRow[] = []
  for (let at = 0, end = 0; at < keys.length; at = end) {
    const cell = Math.floor((keys[at] ?? 0) / MONTHS)
    const node = order[Math.floor(cell / MEASURES)] ?? 0
    const [months, values]: [number[], number[]] = [[], []]
    for (end = at; end < keys.length && Math.floor((keys[end] ?? 0) / MONTHS) === cell; end += 1) {
      const month = (keys[end] ?? 0) % MONTHS
      months.push(month)
      values.push(amountOf(node * SPAN + (cell % MEASURES) * MONTHS + month))
    }
    if (values.some((value) => value !== 0)) rows.push({ node: nodes.codeAt(node), measure: names[cell % MEASURES] ?? '', months, values })
  }
  return rows
}

/** What the facts add to the cells of every node above them, in the order of the nodes. */
export function cellRowsOf(facts: readonly FactRow[], measuresOf: MeasuresOf): CellRow[] {
  const tray = makeTray()
  const numbers = new Map<string, number>()
  for (const fact of facts) {
    const [node, month] = [tray.nodes.indexOf(Number(fact.unit_code.slice(0, 12))), monthNumber(fact.on_day)]
    for (const { measure, form } of measuresOf(fact.kind, fact.dimensions, fact.on_day)) {
      if (form === 'distinct') continue
      const number = numbers.get(measure) ?? numbers.size
      numbers.set(measure, number)
      tray.add(node * SPAN + number * MONTHS + month, addsTo(form, Number(fact.quantity), fact.person_ids.length))
    }
  }
  sweepUp(tray)
  return rowsOf(tray, [...numbers.keys()])
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
  const [one, many] = [rows.filter(({ months }) => months.length === 1), rows.filter(({ months }) => months.length > 1)]
  const keyOf = (some: readonly CellRow[]) =>
    [some.map(({ node }) => bureauOfNode(node)), some.map(({ node }) => node), some.map(({ measure }) => measure)].map(textColumn)
  if (one.length > 0) {
    const [months, values] = [one.map((row) => row.months[0] ?? 0), one.map((row) => row.values[0] ?? 0)]
    await tx.query(ADD_ONE, [...keyOf(one), smallintColumn(months), bigintColumn(values)])
  }
  if (many.length > 0) await tx.query(ADD_MANY, [...keyOf(many), textColumn(many.map(amountsText))])
}
