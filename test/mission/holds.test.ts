import { expect, test } from 'vitest'
import { holds } from './holds.ts'

const said = (stated: string, comparison: 'eq' | 'gt' | 'approx' = 'eq', unit = 'person') => ({ stated, comparison, unit })

test.each([
  [said('13'), 13, true],
  [said('13'), 14, false],
  [said('13'), 13.4, false],
  [said('69.12'), 69.1191, true],
  [said('69.12'), 69.13, false],
  [said('20', 'gt'), 20, false],
  [said('20', 'gt'), 21, true],
  [said('20', 'gt'), 30, false],
  [said('10000000', 'gt'), 10_000_001, true],
  [said('10000000', 'gt'), 9_999_999, false],
  [said('6600', 'gt'), 6699, true],
  [said('6600', 'gt'), 6700, false],
  [said('7', 'gt', 'city'), 7, false],
  [said('7', 'gt', 'city'), 8, true],
  [said('3', 'gt', 'year'), 3, true],
  [said('3', 'gt', 'year'), 4, false],
  [said('3000', 'approx'), 2980, true],
  [said('3000', 'approx'), 3000, false],
  [said('3000', 'approx'), 2500, false],
  [said('2019-01-30', 'eq', 'date'), 20_190_130, true],
  [said('2019-01-30', 'eq', 'date'), 20_190_131, false],
  [said('2018-11', 'eq', 'year-month'), 20_181_105, true],
  [said('2018-11', 'eq', 'year-month'), 20_181_205, false],
  [said('13'), null, false],
])('%o and %d: %s', (stated, computed, does) => {
  expect(holds(stated, computed)).toBe(does)
})
