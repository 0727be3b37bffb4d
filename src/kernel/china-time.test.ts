import { expect, test } from 'vitest'
import { dayInChina, minuteInChina, secondInChina } from './china-time.ts'

const EVENING_IN_GREENWICH = '2026-06-09T22:05:40.999Z'

test('an evening in Greenwich is the next morning in China', () => {
  expect(dayInChina(EVENING_IN_GREENWICH)).toBe('2026-06-10')
  expect(minuteInChina(EVENING_IN_GREENWICH)).toBe('2026-06-10 06:05')
  expect(secondInChina(EVENING_IN_GREENWICH)).toBe('2026-06-10 06:05:40')
})

test.each([
  ['2026-06-10T15:59:59.000Z', '2026-06-10'],
  ['2026-06-10T16:00:00.000Z', '2026-06-11'],
  ['2025-12-31T16:00:00.000Z', '2026-01-01'],
])('at %s it is %s', (instant, day) => {
  expect(dayInChina(instant)).toBe(day)
})

test('milliseconds say the same as text, and there is no summer time', () => {
  expect(minuteInChina(Date.parse(EVENING_IN_GREENWICH))).toBe(minuteInChina(EVENING_IN_GREENWICH))
  expect(minuteInChina('2026-01-09T22:05:40Z')).toBe('2026-01-10 06:05')
})

test('what is no instant has no clock', () => {
  expect(() => minuteInChina('yesterday')).toThrow(RangeError)
})
