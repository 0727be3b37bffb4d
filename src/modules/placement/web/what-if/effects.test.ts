import { expect, test } from 'vitest'
import { barOf, partsOf } from './effects.ts'

test('a bar is everybody, the first wish first, and nobody takes no room', () => {
  const parts = partsOf({ byWish: [5, 2, 0, 1, 1], notListed: 0, unplaced: 1 })

  expect(parts).toEqual({ wish1: 5, wish2: 2, wish3: 0, later: 2, notListed: 0, unplaced: 1 })
  expect(barOf(parts, 100)).toEqual([
    { part: 'wish1', count: 5, x: 0, width: 50 },
    { part: 'wish2', count: 2, x: 50, width: 20 },
    { part: 'later', count: 2, x: 70, width: 20 },
    { part: 'unplaced', count: 1, x: 90, width: 10 },
  ])
  expect(barOf(partsOf({ byWish: [], notListed: 0, unplaced: 0 }), 100)).toEqual([])
})
