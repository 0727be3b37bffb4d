import { Buffer } from 'node:buffer'
import type { CopyWriter } from './copy-writer.ts'
import type { NodeTable } from './node-table.ts'
import { makeNumberTable, type NumberTable } from './number-table.ts'

const MEASURES = 4096
const YEARS = 512
const FIRST_YEAR = 1800

/** Cells of all nodes under construction: twelve months a node, measure and year; years of a node and measure leave as one row. */
export interface CellBook {
  readonly add: (node: number, measure: number, at: { year: number; month: number; value: number }) => void
  /** Adds every node's rows to the node above it, deepest first: one sweep. */
  readonly sweepUp: () => void
  /** Writes the rows in the order of their key, one with each step. */
  readonly write: (writer: CopyWriter, nameOf: (measure: number) => string) => Generator<void>
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
    for (let depth = nodes.deepest(); depth > 0; depth -= 1) {
      for (let row = 0; row < table.size(); row += 1) {
        if (nodes.depthOf(Math.floor(table.keyAt(row) / (MEASURES * YEARS))) === depth) lift(row)
      }
    }
  }
  const write: CellBook['write'] = (writer, nameOf) => writeRows(writer, { nodes, table, nameOf, values })
  return { add, sweepUp, write }
}

interface Rows {
  readonly nodes: NodeTable
  readonly table: NumberTable
  readonly values: Float64Array
  readonly nameOf: (measure: number) => string
}

const LONGEST = YEARS * 12

/** The first month of a year with something; beyond every month where there is none. */
function firstOf(year: Float64Array): number {
  for (let month = 0; month < 12; month += 1) if (year[month] !== 0) return month
  return LONGEST
}

/** The last such month; before every month where there is none. */
function lastOf(year: Float64Array): number {
  for (let month = 11; month >= 0; month -= 1) if (year[month] !== 0) return month
  return -LONGEST
}

/** The years of a node and measure as one array, from its first month with something to its last. */
function* writeRows(writer: CopyWriter, { nodes, table, values, nameOf }: Rows): Generator<void> {
  const keys = sortedKeys(nodes, table)
  const names: Uint8Array[] = []
  const months = new Float64Array(LONGEST)
  for (let at = 0; at < keys.length; ) {
    const first = keys[at] ?? 0
    const subject = Math.floor(first / YEARS)
    let [from, to] = [LONGEST, -1]
    for (; at < keys.length && Math.floor((keys[at] ?? 0) / YEARS) === subject; at += 1) {
      const year = values.subarray(table.indexOf(keys[at] ?? 0) * 12)
      const start = ((keys[at] ?? 0) - first) * 12
      months.set(year.subarray(0, 12), start)
      from = Math.min(from, start + firstOf(year))
      to = Math.max(to, start + lastOf(year))
    }
    if (from > to) continue
    const [node, measure] = [nodes.bytesAt(Math.floor(subject / MEASURES)), subject % MEASURES]
    names[measure] ??= Buffer.from(nameOf(measure))
    writer.row(4)
    writer.head(node)
    writer.text(names[measure])
    writer.array('int8', months.subarray(from, to + 1), { lower: ((first % YEARS) + FIRST_YEAR) * 12 + from, isZeroNull: true })
    months.fill(0, from, to + 1)
    yield
  }
}

/** Keys by the code of their node, so that the index is filled from left to right. */
function sortedKeys(nodes: NodeTable, table: NumberTable): Float64Array {
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
