import { expect, test } from 'vitest'
import { SAYINGS } from './say-amount.ts'
import { sayMeasured } from './say-measured.ts'
import { sayingsOf } from './sayings-of.ts'

test('only a date is said to its month, and only a share as all', () => {
  expect(sayingsOf({ unitKind: 'date', isRatio: false })).toEqual(['exact', 'month'])
  expect(sayingsOf({ unitKind: 'percent', isRatio: true })).toEqual(['exact', 'all'])
  expect(sayingsOf({ unitKind: 'person', isRatio: false })).not.toContain('month')
  expect(sayingsOf({ unitKind: 'person', isRatio: false })).not.toContain('all')
})

const VALUES = [
  ['person', false, [2, 2986, 73_215]],
  ['date', false, [20_261_105]],
  ['percent', true, [100, 82.3]],
  ['perThousand', true, [3.2]],
  ['visit', true, [2, 3.42]],
] as const

test.each(VALUES)('what is not offered of %s would say nothing else than the number as it is', (unitKind, isRatio, values) => {
  const said = (value: number, say: (typeof SAYINGS)[number]) => sayMeasured({ value, unitKind, isRatio }, { say })

  const offered = sayingsOf({ unitKind, isRatio })
  for (const say of SAYINGS.filter((one) => !offered.includes(one)))
    for (const value of values) expect(said(value, say)).toBe(said(value, 'exact'))
})
