import { expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { dayAt, daysLeft, passedPart, periodOf, wholeSpan } from './period.ts'

const on = (day: string) => day as PlainDate

test('a quarter begins on the first day of its first month and ends on the last of its third', () => {
  expect(wholeSpan('quarter', on('2026-11-22'))).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(wholeSpan('quarter', on('2026-06-30'))).toEqual({ from: '2026-04-01', to: '2026-06-30' })
})

test('February ends on the 29th of a leap year, and on the 28th of no other', () => {
  expect(wholeSpan('month', on('2028-02-10')).to).toBe('2028-02-29')
  expect(wholeSpan('month', on('2026-02-10')).to).toBe('2026-02-28')
})

test('a dashboard asks up to today and not beyond', () => {
  expect(periodOf('year', on('2026-06-10'))).toEqual({ from: '2026-01-01', to: '2026-06-10' })
  expect(periodOf('today', on('2026-06-10'))).toEqual({ from: '2026-06-10', to: '2026-06-10' })
})

test('a day has passed wholly, a span only up to today', () => {
  expect(passedPart('today', on('2026-06-10'))).toBe(1)
  expect(passedPart('month', on('2026-06-15'))).toBe(0.5)
  expect(daysLeft('month', on('2026-06-15'))).toBe(15)
  expect(daysLeft('quarter', on('2026-06-30'))).toBe(0)
})

test('the day is that of China, wherever the reader sits', () => {
  expect(dayAt('2026-06-10T15:59:59.000Z')).toBe('2026-06-10')
  expect(dayAt('2026-06-10T16:00:00.000Z')).toBe('2026-06-11')
})
