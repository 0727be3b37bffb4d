/**
 * People and the posts they list, edge after edge in two arrays: `post` is the post and `rank` the person's rank with
 * it (smaller is dearer, no two alike at one post; below zero: it would not have them). The list of person p begins at
 * `start[p]`, and each list ends with an edge whose post is `END`, so that whoever is turned away goes on by one step.
 */
export interface TwoSides {
  readonly start: Int32Array
  readonly post: Int32Array
  readonly rank: Int32Array
  readonly seats: Int32Array
}

export const END = -1

/** For each person the edge that was chosen, or the one that ends their list. */
export interface Matching {
  readonly edge: Int32Array
  /** For each post how many it holds, and the rank of the last of them where its seats are all taken (else the greatest rank). */
  readonly held: Int32Array
  readonly last: Int32Array
  readonly proposals: number
}

const GREATEST = 2 ** 31 - 1

/** Where the heap of each post begins: a pair (rank, person) a seat, the last in rank on top. */
function heapStarts(seats: Int32Array): Int32Array {
  const starts = new Int32Array(seats.length + 1)
  for (let post = 0; post < seats.length; post += 1) starts[post + 1] = (starts[post] as number) + 2 * (seats[post] as number)
  return starts
}

/** Puts a pair on the heap from its last place upward. */
function rise(heap: Int32Array, { base, at, rank, person }: { base: number; at: number; rank: number; person: number }): void {
  let hole = at
  while (hole > 0) {
    const parent = (hole - 1) >> 1
    const above = heap[base + 2 * parent] as number
    if (above >= rank) break
    heap[base + 2 * hole] = above
    heap[base + 2 * hole + 1] = heap[base + 2 * parent + 1] as number
    hole = parent
  }
  heap[base + 2 * hole] = rank
  heap[base + 2 * hole + 1] = person
}

/** Puts a pair in place of the top, from there downward. */
function sink(heap: Int32Array, { base, size, rank, person }: { base: number; size: number; rank: number; person: number }): void {
  let hole = 0
  for (;;) {
    let child = 2 * hole + 1
    if (child >= size) break
    if (child + 1 < size && (heap[base + 2 * child + 2] as number) > (heap[base + 2 * child] as number)) child += 1
    const below = heap[base + 2 * child] as number
    if (below <= rank) break
    heap[base + 2 * hole] = below
    heap[base + 2 * hole + 1] = heap[base + 2 * child + 1] as number
    hole = child
  }
  heap[base + 2 * hole] = rank
  heap[base + 2 * hole + 1] = person
}

function lastRanks(seats: Int32Array, { starts, heap, held }: Record<'starts' | 'heap' | 'held', Int32Array>): Int32Array {
  const last = new Int32Array(seats.length).fill(GREATEST)
  for (let post = 0; post < seats.length; post += 1) {
    if (seats[post] === 0) last[post] = -1
    else if (held[post] === seats[post]) last[post] = heap[starts[post] as number] as number
  }
  return last
}

/** So many people are looked up together: the heaps they will ask at lie anywhere in memory, and asked for at once they come at once. */
const TOGETHER = 32
/** Numbers that come with one look: 64 bytes. */
const LINE = 16

/** Touches the heaps of the first posts of the next people. What it returns means nothing. */
function lookUp({ start, post }: TwoSides, { starts, heap }: Record<'starts' | 'heap', Int32Array>, from: number): number {
  const until = Math.min(from + TOGETHER, start.length)
  let sum = 0
  for (let person = from; person < until; person += 1) {
    const asked = post[start[person] as number] as number
    if (asked === END) continue
    const end = starts[asked + 1] as number
    for (let at = starts[asked] as number; at < end; at += LINE) sum = (sum + (heap[at] as number)) | 0
  }
  return sum
}

/**
 * Deferred acceptance with quotas, people proposing (Gale and Shapley 1962): stable, and no stable outcome is better for
 * anybody who proposes; telling the truth is best for them. Each list is walked at most once: O(edges × log seats).
 */
export function deferredAcceptance(sides: TwoSides): Matching {
  const { start, post, rank, seats } = sides
  const people = start.length
  const starts = heapStarts(seats)
  const heap = new Int32Array(starts[seats.length] as number)
  const held = new Int32Array(seats.length)
  const next = start.slice()
  let proposals = 0
  for (let person = 0; person < people; person += 1) {
    if (person % TOGETHER === 0) lookUp(sides, { starts, heap }, person)
    let asking = person
    let edge = next[asking] as number
    for (;;) {
      const asked = post[edge] as number
      if (asked === END) {
        next[asking] = edge
        break
      }
      const asRanked = rank[edge] as number
      proposals += 1
      const [base, size, room] = [starts[asked] as number, held[asked] as number, seats[asked] as number]
      if (asRanked >= 0 && size < room) {
        rise(heap, { base, at: size, rank: asRanked, person: asking })
        held[asked] = size + 1
        next[asking] = edge
        break
      }
      if (asRanked < 0 || room === 0 || (heap[base] as number) < asRanked) {
        edge += 1
        continue
      }
      const turnedAway = heap[base + 1] as number
      sink(heap, { base, size, rank: asRanked, person: asking })
      next[asking] = edge
      asking = turnedAway
      edge = (next[asking] as number) + 1
    }
  }
  const last = lastRanks(seats, { starts, heap, held })
  return { edge: next, held, last, proposals }
}

/**
 * The first pair that would rather have each other, as `[person, edge]`; undefined where the matching is stable. One pass
 * over the edges that people prefer to their own: a post wants whoever stands before the last it holds.
 */
export function findBlockingPair(
  { start, post, rank }: TwoSides,
  { edge, last }: Pick<Matching, 'edge' | 'last'>,
): [number, number] | undefined {
  for (let person = 0; person < start.length; person += 1) {
    const own = edge[person] as number
    for (let at = start[person] as number; at < own; at += 1) {
      const asRanked = rank[at] as number
      if (asRanked >= 0 && asRanked < (last[post[at] as number] as number)) return [person, at]
    }
  }
  return undefined
}
