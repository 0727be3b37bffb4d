import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, type PlainDate } from '../../../kernel/plain-date.ts'
import { monthNumber, monthOfDay } from './months.ts'

const origin = '2000-01-01' as PlainDate

test.each(['0001-01-01', '1899-12-31', '1900-02-28', '1900-03-01', '2000-02-29', '2000-03-01', '2023-12-31', '2024-02-29', '9999-12-31'])(
  'the month of %s is the same by its days as by its text',
  (day) => {
    expect(monthOfDay(daysBetween(origin, day as PlainDate))).toBe(monthNumber(day))
  },
)

test('the month of any day is the same by its days as by its text', () => {
  fc.assert(
    fc.property(fc.integer({ min: -730_000, max: 2_900_000 }), (days) => {
      expect(monthOfDay(days)).toBe(monthNumber(addDays(origin, days)))
    }),
  )
})
