import type { Tx } from '../../../platform/database/scope.ts'
import { amountsText } from '../domain/amounts.ts'
import type { MeasuresOf } from '../domain/measures.ts'
import { monthNumber } from '../domain/months.ts'
import { nodesOf } from '../domain/nodes.ts'
import { addsTo, type FactRow } from './fact-rows.ts'

interface CellRow {
  readonly node: string
  readonly measure: string
  readonly amounts: Map<number, number>
}

/** What the facts add to the cells of every node above them, in the order of the key. */
export function cellRowsOf(facts: readonly FactRow[], measuresOf: MeasuresOf): CellRow[] {
  const rows = new Map<string, CellRow>()
  for (const fact of facts) {
    const month = monthNumber(fact.on_day)
    const nodes = nodesOf(fact.unit_code)
    for (const { measure, form } of measuresOf(fact.kind, fact.dimensions, fact.on_day)) {
      if (form === 'distinct') continue
      const value = addsTo(form, Number(fact.quantity), fact.person_ids.length)
      for (const node of nodes) {
        const key = `${node} ${measure}`
        const row = rows.get(key) ?? { node, measure, amounts: new Map<number, number>() }
        row.amounts.set(month, (row.amounts.get(month) ?? 0) + value)
        rows.set(key, row)
      }
    }
  }
  const moved = [...rows.entries()].filter(([, { amounts }]) => [...amounts.values()].some((value) => value !== 0))
  return moved.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

const ADD_CELLS = `
  insert into indicators.cells as c (bureau_code, unit_code, measure, amounts)
  select left(r.node, 6), r.node, r.measure, r.amounts::bigint[] from unnest($1::text[], $2::text[], $3::text[]) as r(node, measure, amounts)
  on conflict (bureau_code, unit_code, measure) do update set amounts = indicators.plus(c.amounts, excluded.amounts)`

/** Adds what the facts count to the cells. */
export async function foldCells(tx: Tx, facts: readonly FactRow[], measuresOf: MeasuresOf): Promise<void> {
  const rows = cellRowsOf(facts, measuresOf)
  if (rows.length === 0) return
  const column = <Key extends 'node' | 'measure'>(key: Key) => rows.map((row) => row[key])
  await tx.query(ADD_CELLS, [column('node'), column('measure'), rows.map(({ amounts }) => amountsText(amounts))])
}
