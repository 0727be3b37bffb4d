import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellKey, makePublicTable, type PublicPlace } from './public-table.ts'
import { suppress } from './suppress.ts'

const SMALLEST = 5

const tree: PublicPlace[] = [
  { code: 'P', parent: undefined },
  ...['A', 'B'].map((code) => ({ code, parent: 'P' })),
  ...['A1', 'A2', 'A3'].map((code) => ({ code, parent: 'A' })),
  ...['B1', 'B2'].map((code) => ({ code, parent: 'B' })),
]
const leaves = ['A1', 'A2', 'A3', 'B1', 'B2']

/** A table in which each leaf has these numbers under the two words. */
const tableOf = (counts: readonly (readonly [number, number])[]) => {
  const at = (leaf: string, column: string): number => {
    const [man, woman] = counts[leaves.indexOf(leaf)] ?? [0, 0]
    return column === 'm' ? man : column === 'w' ? woman : man + woman
  }
  const amountAt = (place: string, column: string): number =>
    leaves.filter((leaf) => place === 'P' || leaf === place || leaf.startsWith(place)).reduce((sum, leaf) => sum + at(leaf, column), 0)
  return makePublicTable({ places: tree, words: ['m', 'w'], amountAt })
}

describe('a public table', () => {
  test('of large numbers is shown whole, zeros too', () => {
    expect(
      suppress(
        tableOf([
          [9, 8],
          [7, 0],
          [6, 6],
          [30, 9],
          [5, 5],
        ]),
        SMALLEST,
      ).size,
    ).toBe(0)
  })

  test('hides a small number, and what it could be subtracted from, in its row, its column and above', () => {
    const table = tableOf([
      [9, 2],
      [7, 8],
      [6, 6],
      [30, 9],
      [5, 5],
    ])

    const hidden = suppress(table, SMALLEST)

    expect(hidden.has(cellKey('A1', 'w'))).toBe(true)
    for (const { whole, parts } of table.sums) expect([whole, ...parts].filter((key) => hidden.has(key)).length).not.toBe(1)
  })

  test('hides two small ones beside a third where they come to a small number together', () => {
    const table = tableOf([
      [9, 2],
      [7, 2],
      [6, 6],
      [30, 9],
      [5, 5],
    ])

    expect(['A1', 'A2', 'A3'].filter((place) => suppress(table, SMALLEST).has(cellKey(place, 'w')))).toEqual(['A1', 'A2', 'A3'])
  })

  test('of any numbers hides every small cell, and no sum has a single hidden one', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 5, maxLength: 5 }), (counts) => {
        const table = tableOf(counts)
        const hidden = suppress(table, SMALLEST)
        for (const [key, value] of table.cells) if (value > 0 && value < SMALLEST) expect(hidden.has(key)).toBe(true)
        for (const { whole, parts } of table.sums) expect([whole, ...parts].filter((key) => hidden.has(key)).length).not.toBe(1)
      }),
      { numRuns: 300 },
    )
  })
})
