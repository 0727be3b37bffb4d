import { expect, test } from 'vitest'
import { isQuiet } from './quiet-hours.ts'

test.each([
  ['2026-06-10T12:59:59.999Z', '20:59', false],
  ['2026-06-10T13:00:00.000Z', '21:00', true],
  ['2026-06-10T16:30:00.000Z', 'half past midnight', true],
  ['2026-06-10T23:59:59.999Z', '7:59', true],
  ['2026-06-11T00:00:00.000Z', '8:00', false],
])('%s is %s in China: quiet %s', (instant, _, quiet) => {
  expect(isQuiet(instant)).toBe(quiet)
})
