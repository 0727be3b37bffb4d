import { describe, expect, test } from 'vitest'
import { diceOf } from '../dice.ts'
import { sharesOf, spacedOf, unevenShares } from './shares.ts'

const sumOf = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0)

describe('shares of a total', () => {
  test.each([
    [39_000, 27_618, 1],
    [1_504_000, 188_000, 8],
    [7, 3, 0],
    [5, 5, 1],
  ])('%d among %d, %d at least, add up and reach', (total, count, least) => {
    const shares = unevenShares(diceOf('test', total), total, count, least)
    expect(sumOf(shares)).toBe(total)
    expect(shares.every((share) => share >= least)).toBe(true)
    expect(shares.every(Number.isInteger)).toBe(true)
  })

  test('follow the weights', () => expect(sharesOf(100, [1, 3], 0)).toEqual([25, 75]))

  test('are refused where the total does not reach', () => expect(() => sharesOf(2, [1, 1, 1], 1)).toThrow('cannot be shared'))
})

test('what is spaced over a list is in its order, and begins again where more is wanted', () => {
  expect(spacedOf([0, 1, 2, 3, 4, 5], 3)).toEqual([0, 2, 4])
  expect(spacedOf(['a', 'b'], 5)).toEqual(['a', 'b', 'a', 'b', 'a'])
  expect(() => spacedOf([], 1)).toThrow('nothing')
})
