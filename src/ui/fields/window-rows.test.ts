import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scrollToRow, windowRows } from './window-rows.ts'

test('of 80,000 places only those in sight are drawn', () => {
  const { first, end } = windowRows({ scrollTop: 440_000, height: 264, rowHeight: 44, count: 80_000 })

  expect(first).toBeLessThanOrEqual(10_000)
  expect(end - first).toBeLessThan(20)
})

test('whatever the scroll, every row in sight is in the window', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(100_000), (count, scrollTop) => {
      const { first, end } = windowRows({ scrollTop, height: 264, rowHeight: 44, count })
      const seen = Array.from({ length: count }, (_, row) => row).filter((row) => row * 44 < scrollTop + 264 && (row + 1) * 44 > scrollTop)

      expect(seen.every((row) => row >= first && row < end)).toBe(true)
      expect(end).toBeLessThanOrEqual(count)
    }),
    { numRuns: 60 },
  )
})

test('a row that can be seen does not move the list', () => {
  const box = { scrollTop: 88, height: 264, rowHeight: 44 }

  expect(scrollToRow(box, 3)).toBe(88)
  expect(scrollToRow(box, 0)).toBe(0)
  expect(scrollToRow(box, 20)).toBe(660)
})
