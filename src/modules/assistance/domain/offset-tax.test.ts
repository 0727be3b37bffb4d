import { describe, expect, test } from 'vitest'
import { offsetTax } from './offset-tax.ts'

const SELF = { baseFen: 2_000_000n, mostUpliftPercent: 20 }
const owed = (...fen: number[]) => ['vat', 'construction', 'income'].map((tax, at) => ({ tax, fen: BigInt(fen[at] ?? 0) }))

describe('a reduction of taxes', () => {
  test('takes one tax after the other until the yearly amount is used up', () => {
    const done = offsetTax(SELF, { months: 12, persons: 1, upliftPercent: 20, owed: owed(1_800_000, 126_000, 900_000) })

    expect(done.capFen).toBe(2_400_000n)
    expect(done.lines.map(({ reducedFen }) => reducedFen)).toEqual([1_800_000n, 126_000n, 474_000n])
    expect([done.reducedFen, done.unusedFen]).toEqual([2_400_000n, 0n])
  })

  test('gives no more than is owed, a twelfth a month, and no more uplift than the rule has', () => {
    const done = offsetTax(SELF, { months: 5, persons: 1, upliftPercent: 90, owed: owed(10_000) })

    expect([done.upliftPercent, done.capFen, done.reducedFen, done.unusedFen]).toEqual([20, 1_000_000n, 10_000n, 990_000n])
  })

  test('counts for each person whom an employer hired', () => {
    const employer = { baseFen: 600_000n, mostUpliftPercent: 50 }

    expect(offsetTax(employer, { months: 12, persons: 3, upliftPercent: 50, owed: [] }).capFen).toBe(2_700_000n)
  })
})
