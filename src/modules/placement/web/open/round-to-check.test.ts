import { expect, test } from 'vitest'
import { whyNotChecked } from './round-to-check.ts'

const ROUNDS = [
  { id: 'over', seal: 'ab' },
  { id: 'open', seal: null },
]

test('an address that names no round, or one that goes on, says so before anything is asked', () => {
  expect(whyNotChecked(ROUNDS, 'nowhere')).toBe('unknown')
  expect(whyNotChecked([], 'over')).toBe('unknown')
  expect(whyNotChecked(ROUNDS, 'open')).toBe('unsealed')
})

test('a published round, no round, and a list that is on its way are no fault', () => {
  expect(whyNotChecked(ROUNDS, 'over')).toBeUndefined()
  expect(whyNotChecked(ROUNDS, '')).toBeUndefined()
  expect(whyNotChecked(undefined, 'nowhere')).toBeUndefined()
})
