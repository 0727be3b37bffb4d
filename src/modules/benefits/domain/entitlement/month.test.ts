import { expect, test } from 'vitest'
import { monthIndex, monthShare } from './month.ts'

test('twelve months of a year that does not divide by twelve are the year, to the fen', () => {
  const year = Array.from({ length: 12 }, (_, at) => monthShare(7_285_000n, monthIndex('2018-01') + at))

  expect(year.reduce((all, one) => all + one, 0n)).toBe(7_285_000n)
  expect(new Set(year)).toEqual(new Set([607_083n, 607_084n]))
})
