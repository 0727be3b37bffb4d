import { expect, test } from 'vitest'
import { sayMeasured } from './say-measured.ts'

test('an amount a thousand is a share, or people where the sentence has said of how many', () => {
  const staff = { value: 14.456, unitKind: 'perThousand', isRatio: true } as const

  expect(sayMeasured(staff, { say: 'exact' })).toBe('14.46‰')
  expect(sayMeasured(staff, { say: 'exact', as: '人' })).toBe('14.46人')
})
