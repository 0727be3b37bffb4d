import { END } from './two-way.ts'

/** Lists as in `TwoSides`; nobody ranks, for all stand in one order. */
export interface Choices {
  readonly start: Int32Array
  readonly post: Int32Array
  readonly seats: Int32Array
  /** People, the first to choose first. */
  readonly order: Int32Array
}

export interface Chosen {
  /** For each person the edge that was chosen, or the one that ends their list. */
  readonly edge: Int32Array
  /** For each post the turn at which its last seat went; the number of people where seats are left. */
  readonly closedAt: Int32Array
}

/** So many turns are looked up together: their lists lie anywhere in memory, and asked for at once they come at once. */
const TOGETHER = 512

/** Points-ranked selection by lists handed in: everyone in turn takes the dearest post that has a seat. O(edges). */
export function serialChoice({ start, post, seats, order }: Choices): Chosen {
  const left = seats.slice()
  const edge = new Int32Array(start.length)
  const closedAt = Int32Array.from(seats, (room) => (room === 0 ? -1 : order.length))
  const [begins, firsts] = [new Int32Array(TOGETHER), new Int32Array(TOGETHER)]
  for (let block = 0; block < order.length; block += TOGETHER) {
    const size = Math.min(TOGETHER, order.length - block)
    for (let at = 0; at < size; at += 1) begins[at] = start[order[block + at] as number] as number
    for (let at = 0; at < size; at += 1) firsts[at] = post[begins[at] as number] as number
    for (let at = 0; at < size; at += 1) {
      let wanted = firsts[at] as number
      let own = begins[at] as number
      while (wanted !== END && (left[wanted] as number) === 0) {
        own += 1
        wanted = post[own] as number
      }
      edge[order[block + at] as number] = own
      if (wanted === END) continue
      const rest = (left[wanted] as number) - 1
      left[wanted] = rest
      if (rest === 0) closedAt[wanted] = block + at
    }
  }
  return { edge, closedAt }
}

/**
 * The first person who would rather have a post that somebody after them got, as `[person, edge]`; undefined where
 * nobody envies anybody behind them. A post that was dearer had to be closed before the person's turn.
 */
export function findEnvy({ start, post, order }: Choices, { edge, closedAt }: Chosen): [number, number] | undefined {
  for (let turn = 0; turn < order.length; turn += 1) {
    const person = order[turn] as number
    const own = edge[person] as number
    for (let at = start[person] as number; at < own; at += 1) {
      if ((closedAt[post[at] as number] as number) > turn) return [person, at]
    }
  }
  return undefined
}
