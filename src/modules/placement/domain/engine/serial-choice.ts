import { END } from './two-way.ts'

/** Lists as in `TwoSides`; nobody ranks, for all stand in one order. */
export interface Choices {
  readonly start: Int32Array
  readonly post: Int32Array
  readonly seats: Int32Array
  /** People, the first to choose first. */
  readonly order: Int32Array
}

/** The dearest post of each, read once from list to list as they lie: asked for turn by turn they would come from anywhere in memory. */
function dearestOf({ start, post }: Choices): Int32Array {
  const dearest = new Int32Array(start.length)
  for (let person = 0; person < start.length; person += 1) dearest[person] = post[start[person] as number] as number
  return dearest
}

/** The first edge from here on whose post has a seat, or the end of the list. */
function nextWithSeat(post: Int32Array, left: Int32Array, from: number): number {
  let edge = from
  while (post[edge] !== END && (left[post[edge] as number] as number) === 0) edge += 1
  return edge
}

/** Points-ranked selection by lists handed in: everyone in turn takes the dearest post that has a seat. The edge of each. O(edges). */
export function serialChoice(choices: Choices): Int32Array {
  const { start, post, seats, order } = choices
  const left = seats.slice()
  const edge = start.slice()
  const dearest = dearestOf(choices)
  for (let turn = 0; turn < order.length; turn += 1) {
    const person = order[turn] as number
    let wanted = dearest[person] as number
    if (wanted !== END && (left[wanted] as number) === 0) {
      const own = nextWithSeat(post, left, (start[person] as number) + 1)
      edge[person] = own
      wanted = post[own] as number
    }
    if (wanted !== END) left[wanted] = (left[wanted] as number) - 1
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
