import { expect, test } from 'vitest'
import { hoursLeft, minuteInChina } from './instant-words.ts'

test('an evening in Greenwich is the next morning in China', () => {
  expect(minuteInChina('2026-06-09T22:05:40.000Z')).toBe('2026-06-10 06:05')
})

test.each([
  ['2026-06-13T02:00:00.000Z', 72],
  ['2026-06-10T02:00:01.000Z', 1],
  ['2026-06-10T02:00:00.000Z', 0],
  ['2026-06-09T02:00:00.000Z', 0],
])('until %s there are %i hours', (until, hours) => {
  expect(hoursLeft(until, '2026-06-10T02:00:00.000Z')).toBe(hours)
})
