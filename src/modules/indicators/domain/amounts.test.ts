import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountsText, readAmounts } from './amounts.ts'

test('amounts are written with the month of the first as the lower bound', () => {
  expect(
    amountsText(
      new Map([
        [24_324, 3],
        [24_322, 5],
      ]),
    ),
  ).toBe('[24322:24324]={5,NULL,3}')
})

test('what was written is read again, months with nothing left out', () => {
  const month = fc.integer({ min: 23_000, max: 24_400 })
  fc.assert(
    fc.property(fc.array(fc.tuple(month, fc.integer()), { minLength: 1 }), (entries) => {
      const amounts = new Map(entries)

      const read = readAmounts(amountsText(amounts))

      expect(read).toEqual(new Map([...amounts].filter(([, value]) => value !== 0).toSorted(([a], [b]) => a - b)))
    }),
  )
})
