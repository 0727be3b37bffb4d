import { expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { quartersBefore, windowOfQuarter } from './quarters.ts'

test('quarters that are over, across a year', () => {
  expect(quartersBefore('2026-06-30' as PlainDate, 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3'])
  expect(quartersBefore('2026-07-01' as PlainDate, 1)).toEqual(['2026-Q2'])
})

test('a quarter has its first and its last day', () => {
  expect(windowOfQuarter('2026-Q1')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect(windowOfQuarter('2025-Q4')).toEqual({ from: '2025-10-01', to: '2025-12-31' })
})
