import type { Opening } from '../record/opening.ts'
import { radixOrder } from './radix-order.ts'

/**
 * The order of a round: composite, then the ties of the rules in their order, then the lot. Strict and total. Names,
 * homes and files never enter: two people who differ only in who they are may swap places.
 */
export function roundOrder({ candidates, rules }: Pick<Opening, 'candidates' | 'rules'>, lots: readonly string[]): string[] {
  const at = new Map(candidates.map(({ pseudonym }, index) => [pseudonym, index]))
  const came = Int32Array.from(lots, (pseudonym) => at.get(pseudonym) ?? unknown(pseudonym))
  const keys = [
    { values: Float64Array.from(candidates, ({ composite }) => composite), first: 'more' as const },
    ...rules.ties.map(({ by, first }) => ({ values: Float64Array.from(candidates, ({ facts }) => facts[by] ?? 0), first })),
  ]
  return Array.from(radixOrder(came, keys), (index) => candidates[index]?.pseudonym ?? '')
}

function unknown(pseudonym: string): never {
  throw new RangeError(`a lot of nobody in the round: ${pseudonym}`)
}
