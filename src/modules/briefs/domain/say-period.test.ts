import { expect, test } from 'vitest'
import { sayPeriod } from './say-period.ts'

test.each([
  ['2026-12-01', '2026-12-01', '2026年12月1日'],
  ['2026-12-01', '2026-12-09', '2026年12月1日至12月9日'],
  ['2026-12-01', '2026-12-31', '2026年12月'],
  ['2025-12-20', '2026-01-03', '2025年12月20日至2026年1月3日'],
])('from %s to %s is %s', (from, to, words) => {
  expect(sayPeriod({ from, to })).toBe(words)
})
