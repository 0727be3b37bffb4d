import { Buffer } from 'node:buffer'
import { nodesOf } from '../domain/nodes.ts'
import { makeNumberTable } from './number-table.ts'

/** The nodes met in a stream of facts, with the one above each; the nation is depth 0. */
export interface NodeTable {
  readonly size: () => number
  /** The number of a place, given as its twelve digits read as a number. Those above it are added with it. */
  readonly indexOf: (place: number) => number
  readonly codeAt: (index: number) => string
  /** The code as twelve bytes. */
  readonly bytesAt: (index: number) => Uint8Array
  /** The node above; −1 above the nation. */
  readonly parentOf: (index: number) => number
  readonly depthOf: (index: number) => number
  /** The depth of the deepest node. */
  readonly deepest: () => number
  /** All of them by their codes: each node before those below it, and these before the next beside it. */
  readonly inOrder: () => Int32Array
}

const codeOf = (place: number): string => String(place).padStart(12, '0')

export function makeNodeTable(first?: number): NodeTable {
  const table = makeNumberTable(first)
  const parents: number[] = []
  const depths: number[] = []
  const bytes: Uint8Array[] = []
  const indexOf = (place: number): number => {
    const before = table.size()
    const index = table.indexOf(place)
    if (index < before) return index
    const above = nodesOf(codeOf(place)).at(-2)
    parents[index] = -1
    depths[index] = 0
    if (above !== undefined) {
      const parent = indexOf(Number(above))
      parents[index] = parent
      depths[index] = (depths[parent] ?? 0) + 1
    }
    return index
  }
  return {
    size: table.size,
    indexOf,
    codeAt: (index) => codeOf(table.keyAt(index)),
    bytesAt: (index) => (bytes[index] ??= Buffer.from(codeOf(table.keyAt(index)))),
    parentOf: (index) => parents[index] ?? -1,
    depthOf: (index) => depths[index] ?? 0,
    deepest: () => depths.reduce((most, depth) => Math.max(most, depth), 0),
    inOrder: () =>
      Int32Array.from(Array.from({ length: table.size() }, (_, index) => index).toSorted((a, b) => table.keyAt(a) - table.keyAt(b))),
  }
}
