import type { CostEdges, TwoSides } from '../../../src/modules/placement/index.ts'
import { END } from '../../../src/modules/placement/index.ts'

export const LISTED = 10
const PEOPLE_A_POST = 50

/** xorshift, the same numbers on every machine. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * below)
  }
}

/** Ten different posts. */
function listPosts(roll: (below: number) => number, posts: number): Set<number> {
  const list = new Set<number>()
  while (list.size < Math.min(LISTED, posts)) list.add(roll(posts))
  return list
}

/**
 * n people, n/50 posts of 50 seats, ten listed posts each, and employers that rank everybody who listed them: ranks are
 * the edges' numbers times an odd constant modulo 2^31, so that no two are alike.
 */
export function market(people: number): TwoSides {
  const posts = people / PEOPLE_A_POST
  const roll = dice(20_241_128)
  const start = new Int32Array(people)
  const [post, rank] = [new Int32Array(people * (LISTED + 1)), new Int32Array(people * (LISTED + 1))]
  let edge = 0
  for (let person = 0; person < people; person += 1) {
    start[person] = edge
    for (const one of listPosts(roll, posts)) {
      post[edge] = one
      rank[edge] = Math.imul(edge, 0x9e3779b1) & 0x7fffffff
      edge += 1
    }
    post[edge] = END
    rank[edge] = -1
    edge += 1
  }
  return { start, post, rank, seats: new Int32Array(posts).fill(PEOPLE_A_POST) }
}

/** Points from 20.00 to 140.00 in steps of 0.05, and an order of lots. */
export function pointsAndLots(people: number): { points: Int32Array; lots: Int32Array } {
  const roll = dice(7)
  const points = Int32Array.from({ length: people }, () => 2000 + 5 * roll(2401))
  const lots = Int32Array.from({ length: people }, (_, at) => at)
  for (let at = people - 1; at > 0; at -= 1) {
    const other = roll(at + 1)
    const held = lots[at] as number
    lots[at] = lots[other] as number
    lots[other] = held
  }
  return { points, lots }
}

/** The same sizes, with what a post costs a person: ten for each of 0 to 300 kilometres, more with hardship, 500 where nothing fits. */
export function costs(people: number): CostEdges {
  const posts = people / PEOPLE_A_POST
  const roll = dice(1_102)
  const start = new Int32Array(people + 1)
  const [post, cost] = [new Int32Array(people * LISTED), new Float64Array(people * LISTED)]
  let edge = 0
  for (let person = 0; person < people; person += 1) {
    const hardship = roll(3)
    for (const one of listPosts(roll, posts)) {
      const kilometres = roll(300)
      post[edge] = one
      cost[edge] = (10 + 5 * hardship) * kilometres + (roll(2) === 0 ? 500 : 0)
      edge += 1
    }
    start[person + 1] = edge
  }
  return { start, post, cost, seats: new Int32Array(posts).fill(PEOPLE_A_POST), unplaced: 100_000 }
}
