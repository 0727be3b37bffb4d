import { type CostEdges, NOBODY } from './assignment-search.ts'
import type { Assignment } from './directive.ts'

/**
 * Whether prices and values prove that nothing is cheaper: seats hold, no edge is below value less price, what was
 * chosen meets it, and a post with a seat left has price 0 (linear-programming duality). One pass over the edges.
 */
export function isProvenOptimal({ start, post, cost, seats, unplaced }: CostEdges, { edge, price, value }: Assignment): boolean {
  const left = seats.slice()
  for (let person = 0; person < edge.length; person += 1) {
    const worth = value[person] as number
    if (worth > unplaced) return false
    for (let at = start[person] as number; at < (start[person + 1] as number); at += 1) {
      if (worth > (cost[at] as number) + (price[post[at] as number] as number)) return false
    }
    const own = edge[person] as number
    if (own === NOBODY) {
      if (worth !== unplaced) return false
      continue
    }
    if (own < (start[person] as number) || own >= (start[person + 1] as number)) return false
    const got = post[own] as number
    if (worth !== (cost[own] as number) + (price[got] as number)) return false
    left[got] = (left[got] as number) - 1
  }
  return left.every((rest, at) => rest >= 0 && (price[at] as number) >= 0 && (rest === 0 || price[at] === 0))
}
