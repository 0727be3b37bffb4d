import { expect, test } from 'vitest'
import { isPilot } from './pilots.ts'

test.each([
  ['440000000000', true],
  ['440103000000', true],
  ['440300000000', true],
  ['441302000000', true],
  ['440600000000', false],
  ['500112000000', false],
])('the direct train at %s: %s', (unit, runs) => {
  expect(isPilot(unit)).toBe(runs)
})
