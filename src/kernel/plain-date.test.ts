import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, ageOn, daysBetween, daysInMonth, monthOf, PlainDate } from './plain-date.ts'

const day = (text: string) => PlainDate.parse(text)

describe('what is a day', () => {
  test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s', (text) => {
    expect(PlainDate.safeParse(text).success).toBe(true)
  })

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-1-1',
    '0000-01-01',
    '2024-01-01\n',
    '２０２４-01-01',
    '',
  ])('%j is none', (text) => {
    expect(PlainDate.safeParse(text).success).toBe(false)
  })
})

test('a month later is the same day, or the last of a shorter month', () => {
  expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29')
  expect(addMonths(day('2023-01-31'), 1)).toBe('2023-02-28')
  expect(addMonths(day('2024-03-31'), -1)).toBe('2024-02-29')
  expect(addMonths(day('2024-11-15'), 14)).toBe('2026-01-15')
  expect(addMonths(day('2024-01-15'), -13)).toBe('2022-12-15')
})

test('days are counted across a year, a leap day and a century', () => {
  expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01')
  expect(addDays(day('2024-12-31'), 1)).toBe('2025-01-01')
  expect(daysBetween(day('1900-01-01'), day('2000-01-01'))).toBe(36_524)
  expect(daysBetween(day('2025-06-10'), day('2025-06-01'))).toBe(-9)
})

test('arithmetic that leaves the calendar is a fault, not a wrong day', () => {
  expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
  expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError)
  expect(() => addMonths(day('9999-12-31'), 1)).toThrow(RangeError)
  expect(() => addMonths(day('0001-01-01'), -1)).toThrow(RangeError)
})

test('a birthday is reached on its day and not before', () => {
  expect(ageOn(day('1962-08-01'), day('2025-07-31'))).toBe(62)
  expect(ageOn(day('1962-08-01'), day('2025-08-01'))).toBe(63)
  expect(ageOn(day('2000-02-29'), day('2023-02-28'))).toBe(22)
  expect(ageOn(day('2000-02-29'), day('2023-03-01'))).toBe(23)
})

test('the month of a day', () => {
  expect(monthOf(day('2025-06-10'))).toBe('2025-06')
  expect(daysInMonth(2100, 2)).toBe(28)
})

const anyDay = fc.integer({ min: 0, max: 109_000 }).map((count) => addDays(PlainDate.parse('1800-01-01'), count))

test('adding the days between two days leads from one to the other, and text compares as days do', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      expect(addDays(one, daysBetween(one, other))).toBe(other)
      expect(one < other).toBe(daysBetween(one, other) > 0)
    }),
  )
})

test('months added never lead past the month meant', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (from, count) => {
      const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))

      expect(months(addMonths(from, count)) - months(from)).toBe(count)
    }),
  )
})
