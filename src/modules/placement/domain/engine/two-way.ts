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

/** Below this rank a post takes whoever asks: the greatest while it has room, nothing where it has no seats. */
const firstBars = (seats: Int32Array): Int32Array => seats.map((room) => (room === 0 ? -1 : GREATEST))

/** People who look for a post, a bit each, handed out in the order in which their lists lie in memory. */
function openQueue(people: number): { readonly bits: Int32Array; readonly words: number } {
  const words = (people + 31) >>> 5
  const bits = new Int32Array(words).fill(-1)
  if (people % 32 !== 0) bits[words - 1] = (1 << (people % 32)) - 1
  return { bits, words }
}

/**
 * Deferred acceptance with quotas, people proposing (Gale and Shapley 1962): stable, and no stable outcome is better for
 * anybody who proposes; telling the truth is best for them. Each list is walked at most once: O(edges × log seats).
 *
 * In which order people ask changes nothing of the outcome. They ask in the order of their lists in memory, those turned
 * away in the next sweep, so that a sweep reads forward; whether a post would have somebody is read from one number a
 * post, and its heap is only touched where it would.
 */
export function deferredAcceptance({ start, post, rank, seats }: TwoSides): Matching {
  const starts = heapStarts(seats)
  const heap = new Int32Array(starts[seats.length] as number)
  const held = new Int32Array(seats.length)
  const last = firstBars(seats)
  const edge = start.slice()
  const { bits, words } = openQueue(start.length)
  let proposals = 0
  let free = start.length
  while (free > 0) {
    for (let word = 0; word < words; word += 1) {
      for (let mask = bits[word] as number; mask !== 0; mask = bits[word] as number) {
        const lowest = mask & -mask
        bits[word] = mask ^ lowest
        const person = (word << 5) + 31 - Math.clz32(lowest)
        free -= 1
        let at = edge[person] as number
        let asked = post[at] as number
        // A rank below zero is above no bar when read without its sign.
        while (asked !== END && (rank[at] as number) >>> 0 >= (last[asked] as number)) {
          proposals += 1
          at += 1
          asked = post[at] as number
        }
        edge[person] = at
        if (asked === END) continue
        proposals += 1
        const [base, size] = [starts[asked] as number, held[asked] as number]
        const asRanked = rank[at] as number
        if (size < (seats[asked] as number)) {
          rise(heap, { base, at: size, rank: asRanked, person })
          held[asked] = size + 1
          if (size + 1 === seats[asked]) last[asked] = heap[base] as number
          continue
        }
        const turnedAway = heap[base + 1] as number
        sink(heap, { base, size, rank: asRanked, person })
        last[asked] = heap[base] as number
        edge[turnedAway] = (edge[turnedAway] as number) + 1
        bits[turnedAway >>> 5] = (bits[turnedAway >>> 5] as number) | (1 << (turnedAway & 31))
        free += 1
      }
    }
  }
  return { edge, held, last, proposals }
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
