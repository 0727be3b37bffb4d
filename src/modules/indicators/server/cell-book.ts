import type { NodeTable } from './node-table.ts'
import { makeNumberTable } from './number-table.ts'

const MEASURES = 4096
const YEARS = 512
const FIRST_YEAR = 1800
const NOTHING = ',NULL'

/** Cells of all nodes under construction: twelve months a node, measure and year; years of a node and measure leave as one row. */
export interface CellBook {
  readonly add: (node: number, measure: number, at: { year: number; month: number; value: number }) => void
  /** Adds every node's rows to the node above it, deepest first: one sweep. */
  readonly sweepUp: () => void
  /** The rows in the order of their key, as lines of COPY text. */
  readonly lines: (nameOf: (measure: number) => string) => Generator<string>
}

const keyOf = (node: number, measure: number, year: number): number => (node * MEASURES + measure) * YEARS + (year - FIRST_YEAR)

export function makeCellBook(nodes: NodeTable): CellBook {
  const table = makeNumberTable()
  let values = new Float64Array(1 << 18)
  const rowOf = (key: number): number => {
    const row = table.indexOf(key)
    if (row * 12 + 12 > values.length) {
      const more = new Float64Array(values.length * 2)
      more.set(values)
      values = more
    }
    return row
  }
  const add: CellBook['add'] = (node, measure, { year, month, value }) => {
    const at = rowOf(keyOf(node, measure, year)) * 12 + month
    values[at] = (values[at] ?? 0) + value
  }
  const lift = (row: number): void => {
    const key = table.keyAt(row)
    const node = Math.floor(key / (MEASURES * YEARS))
    const above = rowOf(key + (nodes.parentOf(node) - node) * MEASURES * YEARS)
    for (let month = 0; month < 12; month += 1)
      values[above * 12 + month] = (values[above * 12 + month] ?? 0) + (values[row * 12 + month] ?? 0)
  }
  const sweepUp = (): void => {
    for (let depth = 8; depth > 0; depth -= 1) {
      for (let row = 0; row < table.size(); row += 1) {
        if (nodes.depthOf(Math.floor(table.keyAt(row) / (MEASURES * YEARS))) === depth) lift(row)
      }
    }
  }
  const textOf = (key: number): string => {
    const at = table.indexOf(key) * 12
    let text = ''
    for (let month = 0; month < 12; month += 1) text += `,${values[at + month] || 'NULL'}`
    return text
  }
  function* lines(nameOf: (measure: number) => string): Generator<string> {
    const keys = sortedKeys(nodes, table)
    for (let at = 0; at < keys.length; ) {
      const first = keys[at] ?? 0
      const [subject, year] = [Math.floor(first / YEARS), first % YEARS]
      let text = textOf(first)
      let last = year
      for (at += 1; Math.floor((keys[at] ?? -1) / YEARS) === subject; at += 1) {
        const key = keys[at] ?? 0
        text += NOTHING.repeat(((key % YEARS) - last - 1) * 12) + textOf(key)
        last = key % YEARS
      }
      const bounds = `[${(year + FIRST_YEAR) * 12}:${(last + FIRST_YEAR) * 12 + 11}]`
      const node = nodes.codeAt(Math.floor(subject / MEASURES))
      yield `${node.slice(0, 6)}\t${node}\t${nameOf(subject % MEASURES)}\t${bounds}={${text.slice(1)}}\n`
    }
  }
  return { add, sweepUp, lines }
}

/** Keys by the code of their node, so that the index is filled from left to right. */
function sortedKeys(nodes: NodeTable, table: { size: () => number; keyAt: (index: number) => number }): Float64Array {
  const byCode = Array.from({ length: nodes.size() }, (_, node) => node).toSorted((a, b) => (nodes.codeAt(a) < nodes.codeAt(b) ? -1 : 1))
  const rankOf = new Int32Array(nodes.size())
  byCode.forEach((node, rank) => {
    rankOf[node] = rank
  })
  const span = MEASURES * YEARS
  const keys = Float64Array.from({ length: table.size() }, (_, row) => {
    const key = table.keyAt(row)
    return (rankOf[Math.floor(key / span)] ?? 0) * span + (key % span)
  }).sort()
  return keys.map((key) => (byCode[Math.floor(key / span)] ?? 0) * span + (key % span))
}
