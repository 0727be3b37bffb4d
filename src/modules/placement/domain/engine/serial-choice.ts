import { END } from './two-way.ts'

/** Lists as in `TwoSides`; nobody ranks, for all stand in one order. */
export interface Choices {
  readonly start: Int32Array
  readonly post: Int32Array
  readonly seats: Int32Array
  /** People, the first to choose first. */
  readonly order: Int32Array
}

/** So many turns are looked up together: their lists lie anywhere in memory, and asked for at once they come at once. */
const TOGETHER = 128

/** Where the lists of the next people begin, read in one go. The sum only makes sure that the lists are touched. */
function lookUp({ start, post, order }: Choices, block: number, begins: Int32Array): number {
  const size = Math.min(TOGETHER, order.length - block)
  let sum = 0
  for (let at = 0; at < size; at += 1) begins[at] = start[order[block + at] as number] as number
  for (let at = 0; at < size; at += 1) sum = (sum + (post[begins[at] as number] as number)) | 0
  return sum
}

/** Points-ranked selection by lists handed in: everyone in turn takes the dearest post that has a seat. The edge of each. O(edges). */
export function serialChoice(choices: Choices): Int32Array {
  const { start, post, seats, order } = choices
  const left = seats.slice()
  const edge = new Int32Array(start.length)
  const begins = new Int32Array(TOGETHER)
  for (let block = 0; block < order.length; block += TOGETHER) {
    lookUp(choices, block, begins)
    const size = Math.min(TOGETHER, order.length - block)
    for (let at = 0; at < size; at += 1) {
      let own = begins[at] as number
      let wanted = post[own] as number
      while (wanted >= 0 && (left[wanted] as number) === 0) {
        own += 1
        wanted = post[own] as number
      }
      begins[at] = own
      if (wanted >= 0) left[wanted] = (left[wanted] as number) - 1
    }
    for (let at = 0; at < size; at += 1) edge[order[block + at] as number] = begins[at] as number
  }
  return edge
}

/** For each post the turn at which its last seat went: never where seats are left, before all turns where it had none. */
function closings({ post, seats, order }: Choices, { edge, turn }: { edge: Int32Array; turn: Int32Array }): Int32Array {
  const left = seats.slice()
  const last = new Int32Array(seats.length).fill(-1)
  for (let person = 0; person < edge.length; person += 1) {
    const got = post[edge[person] as number] as number
    if (got === END) continue
    left[got] = (left[got] as number) - 1
    if ((turn[person] as number) > (last[got] as number)) last[got] = turn[person] as number
  }
  for (let one = 0; one < seats.length; one += 1) if ((left[one] as number) > 0) last[one] = order.length
  return last
}

/**
 * The first person who would rather have a post that somebody after them got or nobody has, as `[person, edge]`;
 * undefined where nobody envies anybody behind them. Worked out of the outcome alone, in one pass over the edges.
 */
export function findEnvy(choices: Choices, edge: Int32Array): [number, number] | undefined {
  const { start, post, order } = choices
  const turn = new Int32Array(order.length)
  for (let at = 0; at < order.length; at += 1) turn[order[at] as number] = at
  const closed = closings(choices, { edge, turn })
  for (let person = 0; person < edge.length; person += 1) {
    const [own, mine] = [edge[person] as number, turn[person] as number]
    for (let at = start[person] as number; at < own; at += 1) {
      if ((closed[post[at] as number] as number) > mine) return [person, at]
    }
  }
  return undefined
}
