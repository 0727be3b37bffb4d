import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { openSums, shownUntil } from './open-sums.ts'

test('a sheet is told in three sums, and a disability in none of its own', () => {
  const lines = [
    { item: 'service.upTo12Years', points: 3600 },
    { item: 'service.beyond12Years', points: 1600 },
    { item: 'reward.peacetime.commendation', points: 100 },
    { item: 'disability.duty.grade8', points: 1000 },
    { item: 'hardship.area.class2', points: 120 },
  ]

  expect(openSums(lines)).toEqual({ service: 5200, reward: 100, other: 1120 })
})

test('the sums are the total, whatever a table calls its items', () => {
  const line = fc.record({ item: fc.string(), points: fc.integer({ min: -5000, max: 9000 }) })
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { service, reward, other } = openSums(lines)
      expect(service + reward + other).toBe(lines.reduce((sum, { points }) => sum + points, 0))
    }),
  )
})

test('a list is shown for ninety days after its window, and not for ever', () => {
  expect(shownUntil('2026-06-17' as PlainDate)).toBe('2026-09-15')
})
