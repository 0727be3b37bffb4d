import { expect, test } from 'vitest'
import { hoursLeft } from './hours-left.ts'

test.each([
  ['2026-06-13T02:00:00.000Z', 72],
  ['2026-06-10T02:00:01.000Z', 1],
  ['2026-06-10T02:00:00.000Z', 0],
  ['2026-06-09T02:00:00.000Z', 0],
])('until %s there are %i hours', (until, hours) => {
  expect(hoursLeft(until, '2026-06-10T02:00:00.000Z')).toBe(hours)
})
