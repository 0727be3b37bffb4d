import { expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { lastOver, periodAfter, periodAround } from './rhythm.ts'

const day = (text: string) => text as PlainDate

test('weeks begin on Monday, half-years in January and July', () => {
  expect(periodAround('week', day('2026-06-10'))).toEqual({ from: '2026-06-08', to: '2026-06-14' })
  expect(periodAround('week', day('2023-12-31'))).toEqual({ from: '2023-12-25', to: '2023-12-31' })
  expect(periodAround('month', day('2024-02-10'))).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(periodAround('halfYear', day('2026-07-01'))).toEqual({ from: '2026-07-01', to: '2026-12-31' })
})

test('one period follows the other without a gap', () => {
  expect(lastOver('month', day('2026-01-15'))).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  expect(periodAfter('halfYear', day('2026-06-30'))).toEqual({ from: '2026-07-01', to: '2026-12-31' })
  expect(periodAfter('week', lastOver('week', day('2026-06-10')).to)).toEqual(periodAround('week', day('2026-06-10')))
})
