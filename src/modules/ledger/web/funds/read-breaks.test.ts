import { expect, test } from 'vitest'
import { readBreaks } from './read-breaks.ts'

test('what stopped the payments is read invariant by invariant', () => {
  expect(readBreaks('I2 ×3, I11 ×1')).toEqual([
    { invariant: 'I2', found: 3 },
    { invariant: 'I11', found: 1 },
  ])
})

test('what a later program wrote is left as it was written', () => {
  expect(readBreaks('I99 ×1')).toEqual([])
  expect(readBreaks('manual stop')).toEqual([])
})
