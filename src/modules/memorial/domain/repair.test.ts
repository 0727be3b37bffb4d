import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { isDueThisMonth } from './due.ts'
import { afterStep } from './repair.ts'

describe('a repair', () => {
  test('goes from found to accepted by an order and a fix', () => {
    expect(afterStep('found', 'ordered')).toBe('ordered')
    expect(afterStep('ordered', 'fixed')).toBe('fixed')
    expect(afterStep('fixed', 'accepted')).toBe('accepted')
  })

  test('that is not well done goes back to whoever has the order', () => {
    expect(afterStep('fixed', 'returned')).toBe('ordered')
  })

  test.each([
    ['found', 'fixed'],
    ['found', 'accepted'],
    ['ordered', 'accepted'],
    ['accepted', 'returned'],
    ['accepted', 'takenBack'],
    ['ordered', 'takenBack'],
  ] as const)('cannot, being %s, be %s', (state, step) => {
    expect(afterStep(state, step)).toBeUndefined()
  })
})

test.each([
  [null, '2026-06-10', true],
  ['2026-05-31', '2026-06-01', true],
  ['2026-06-01', '2026-06-30', false],
  ['2025-12-31', '2026-01-01', true],
] as const)('last seen on %s, on %s a facility is due: %s', (lastOn, today, due) => {
  expect(isDueThisMonth(lastOn as PlainDate | null, today as PlainDate)).toBe(due)
})
