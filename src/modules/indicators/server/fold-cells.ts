import type { Tx } from '../../../platform/database/scope.ts'
import type { MeasuresOf } from '../domain/measures.ts'
import { monthNumber, yearOf } from '../domain/months.ts'
import { nodesOf } from '../domain/nodes.ts'
import { addsTo, type FactRow } from './fact-rows.ts'

/** The columns of a row of cells, January first. */
export const MONTH_COLUMNS = Array.from({ length: 12 }, (_, at) => `m${String(at + 1).padStart(2, '0')}`)

interface CellRow {
  readonly node: string
  readonly measure: string
  readonly year: number
  readonly months: number[]
}

/** What the facts add to the cells of every node above them. */
export function cellRowsOf(facts: readonly FactRow[], measuresOf: MeasuresOf): CellRow[] {
  const rows = new Map<string, CellRow>()
  for (const fact of facts) {
    const month = monthNumber(fact.on_day)
    const year = yearOf(month)
    const nodes = nodesOf(fact.unit_code)
    for (const { measure, form } of measuresOf(fact.kind, fact.dimensions, fact.on_day)) {
      if (form === 'distinct') continue
      const value = addsTo(form, Number(fact.quantity), fact.person_ids.length)
      for (const node of nodes) {
        const key = `${node} ${year} ${measure}`
        const row = rows.get(key) ?? { node, measure, year, months: new Array<number>(12).fill(0) }
        row.months[month % 12] = (row.months[month % 12] ?? 0) + value
        rows.set(key, row)
      }
    }
  }
  return [...rows.values()].filter(({ months }) => months.some((value) => value !== 0))
}

const ADD_CELLS = `
  insert into indicators.cells as c (bureau_code, unit_code, measure, year, ${MONTH_COLUMNS.join(', ')})
  select left(r.node, 6), r.node, r.measure, r.year, ${MONTH_COLUMNS.map((column) => `r.${column}`).join(', ')}
    from unnest($1::text[], $2::text[], $3::smallint[], ${MONTH_COLUMNS.map((_, at) => `$${at + 4}::bigint[]`).join(', ')})
      as r(node, measure, year, ${MONTH_COLUMNS.join(', ')})
  on conflict (bureau_code, unit_code, measure, year) do update set
    ${MONTH_COLUMNS.map((column) => `${column} = c.${column} + excluded.${column}`).join(', ')}`

/** Adds what the facts count to the cells. */
export async function foldCells(tx: Tx, facts: readonly FactRow[], measuresOf: MeasuresOf): Promise<void> {
  const rows = cellRowsOf(facts, measuresOf)
  if (rows.length === 0) return
  const months = MONTH_COLUMNS.map((_, at) => rows.map((row) => row.months[at] ?? 0))
  await tx.query(ADD_CELLS, [rows.map(({ node }) => node), rows.map(({ measure }) => measure), rows.map(({ year }) => year), ...months])
}
