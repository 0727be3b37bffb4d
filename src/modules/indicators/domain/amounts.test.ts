import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountsText, readAmounts } from './amounts.ts'

test('amounts are written with the month of the first as the lower bound', () => {
  expect(amountsText({ months: [24_322, 24_324], values: [5, 3] })).toBe('[24322:24324]={5,NULL,3}')
})

test('what was written is read again, months with nothing left out', () => {
  const month = fc.integer({ min: 23_000, max: 24_400 })
  fc.assert(
    fc.property(fc.array(fc.tuple(month, fc.integer()), { minLength: 1 }), (entries) => {
      const amounts = [...new Map(entries)].toSorted(([a], [b]) => a - b)

      const read = readAmounts(amountsText({ months: amounts.map(([at]) => at), values: amounts.map(([, value]) => value) }))

      expect(read).toEqual(new Map(amounts.filter(([, value]) => value !== 0)))
    }),
  )
})
