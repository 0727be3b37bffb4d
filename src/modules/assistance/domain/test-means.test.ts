import { expect, test } from 'vitest'
import { testMeans } from './test-means.ts'

test('a pension for service is no income, whatever it amounts to', () => {
  const wage = { kind: 'wage', amountFen: 180_000n }
  const pension = { kind: 'pension', amountFen: 900_000n }

  expect(testMeans({ members: 2, incomes: [wage, pension], lineFen: 90_000n })).toEqual({ perHeadFen: 90_000n, isBelow: true })
})

test('who lies above the line by one fen lies above it', () => {
  expect(testMeans({ members: 3, incomes: [{ kind: 'wage', amountFen: 270_001n }], lineFen: 90_000n })).toEqual({
    perHeadFen: 90_001n,
    isBelow: false,
  })
})

test('a retirement pension of an employer counts like a wage', () => {
  expect(testMeans({ members: 1, incomes: [{ kind: 'retirement', amountFen: 90_001n }], lineFen: 90_000n }).isBelow).toBe(false)
})
