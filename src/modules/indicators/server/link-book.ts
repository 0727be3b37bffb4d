import { Buffer } from 'node:buffer'
import { isVillage } from '../domain/nodes.ts'
import type { CopyWriter } from './copy-writer.ts'
import { makeGrowing } from './growing.ts'
import type { NodeTable } from './node-table.ts'
import { makeNumberTable, type NumberTable } from './number-table.ts'

/** The links of one measure of distinct persons under construction. */
export interface LinkBook {
  /** A person who was met at one place only: its months there, ascending, are those of every node above. */
  readonly settle: (node: number, months: readonly number[]) => void
  /** A person who was met at several places: its months at each, in any order. */
  readonly roam: (stays: readonly { node: number; months: readonly number[] }[]) => void
  /** Adds every node's links to the node above it, deepest first: one sweep, once all persons are in. */
  readonly sweepUp: () => void
  /** Rows of indicators.links, one with each step. */
  readonly write: (writer: CopyWriter, measure: string) => Generator<void>
}

const MONTHS = 65_536
const SPAN = MONTHS * MONTHS

export function makeLinkBook(nodes: NodeTable): LinkBook {
  const table = makeNumberTable()
  const counts = makeGrowing()
  const add = (key: number, count: number): void => {
    const row = table.indexOf(key)
    if (row === counts.size()) counts.push(count)
    else counts.set(row, counts.get(row) + count)
  }
  const linked: number[] = []
  const linkedOf = (node: number): number => (linked[node] ??= isVillage(nodes.codeAt(node)) ? nodes.parentOf(node) : node)
  const link = (node: number, months: Iterable<number>, count: number): void => {
    let prev = 0
    for (const month of months) {
      add((node * MONTHS + month) * MONTHS + prev, count)
      prev = month
    }
  }
  const roam: LinkBook['roam'] = (stays) => {
    const byNode = new Map<number, number[]>()
    for (const { node, months } of stays) {
      for (let above = linkedOf(node); above >= 0; above = nodes.parentOf(above))
        byNode.set(above, [...(byNode.get(above) ?? []), ...months])
    }
    // What the sweep will bring up from below is taken off beforehand: above, the person is one, with all its months.
    for (const [node, months] of byNode) {
      const sorted = [...new Set(months)].toSorted((a, b) => a - b)
      link(node, sorted, 1)
      if (nodes.parentOf(node) >= 0) link(nodes.parentOf(node), sorted, -1)
    }
  }
  const sweepUp = (): void => {
    for (let depth = nodes.deepest(); depth > 0; depth -= 1) {
      for (let row = 0; row < table.size(); row += 1) {
        const key = table.keyAt(row)
        const node = Math.floor(key / SPAN)
        if (nodes.depthOf(node) === depth) add(nodes.parentOf(node) * SPAN + (key % SPAN), counts.get(row))
      }
    }
  }
  return {
    settle: (node, months) => link(linkedOf(node), months, 1),
    roam,
    sweepUp,
    write: (writer, measure) => writeLinks(writer, { nodes, table, countOf: counts.get, name: Buffer.from(measure) }),
  }
}

interface Links {
  readonly nodes: NodeTable
  readonly table: NumberTable
  readonly countOf: (row: number) => number
  readonly name: Uint8Array
}

function* writeLinks(writer: CopyWriter, { nodes, table, countOf, name }: Links): Generator<void> {
  for (let row = 0; row < table.size(); row += 1) {
    if (countOf(row) === 0) continue
    const key = table.keyAt(row)
    writer.row(6)
    writer.head(nodes.bytesAt(Math.floor(key / SPAN)))
    writer.text(name)
    writer.int2(Math.floor(key / MONTHS) % MONTHS)
    writer.int2(key % MONTHS)
    writer.int8(countOf(row))
    yield
  }
}
