import type { Dice } from '../dice.ts'

/**
 * Whole shares of a total, one a weight, that add up to exactly the total; none is less than `least`.
 *
 * @throws where the total does not reach for the least of each
 */
export function sharesOf(total: number, weights: readonly number[], least = 0): number[] {
  const free = total - least * weights.length
  if (free < 0 || weights.length === 0) throw new Error(`${total} cannot be shared by ${weights.length} with ${least} each`)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const run = { weight: 0, given: 0 }
  return weights.map((weight) => {
    run.weight += weight
    const upTo = Math.round((free * run.weight) / whole)
    const share = upTo - run.given
    run.given = upTo
    return least + share
  })
}

/** Shares of a total among so many, each about as large as the others. */
export const unevenShares = (dice: Dice, total: number, count: number, least = 0): number[] =>
  sharesOf(
    total,
    Array.from({ length: count }, () => 0.6 + 0.8 * dice.share()),
    least,
  )

/** So many of a list, evenly spaced, in its order; over and over again where more are wanted than there are. */
export function spacedOf<T>(list: readonly T[], count: number): T[] {
  if (list.length === 0) throw new Error('nothing to choose from')
  if (count <= list.length) return Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)] as T)
  return [...list, ...spacedOf(list, count - list.length)]
}
