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

/** What every post has: where its heap begins, how many it holds, and below which rank it takes somebody. */
interface Books extends Record<'seats' | 'starts' | 'heap' | 'held' | 'last', Int32Array> {}

const openBooks = (seats: Int32Array): Books => {
  const starts = heapStarts(seats)
  const heap = new Int32Array(starts[seats.length] as number)
  return { seats, starts, heap, held: new Int32Array(seats.length), last: firstBars(seats) }
}

/** From an edge on, the first whose post would have the person; else the one that ends the list. A rank below zero, read without its sign, is above every bar. */
function firstWanted({ post, rank }: TwoSides, last: Int32Array, from: number): number {
  let at = from
  for (let asked = post[at] as number; asked !== END; asked = post[at] as number) {
    if ((rank[at] as number) >>> 0 < (last[asked] as number)) return at
    at += 1
  }
  return at
}

const NOBODY = -1

/** A post takes whoever it would have; gives whom it turns away for them. */
function take({ seats, starts, heap, held, last }: Books, { asked, rank, person }: Record<'asked' | 'rank' | 'person', number>): number {
  const [base, size] = [starts[asked] as number, held[asked] as number]
  if (size === seats[asked]) {
    const turnedAway = heap[base + 1] as number
    sink(heap, { base, size, rank, person })
    last[asked] = heap[base] as number
    return turnedAway
  }
  rise(heap, { base, at: size, rank, person })
  held[asked] = size + 1
  if (size + 1 === seats[asked]) last[asked] = heap[base] as number
  return NOBODY
}

interface Asking {
  readonly sides: TwoSides
  readonly books: Books
  /** For each person the edge they are at. */
  readonly edge: Int32Array
  readonly counted: { proposals: number }
}

/** A person asks down their list until a post has them; gives whom it turns away for them, now one step further. */
function ask({ sides, books, edge, counted }: Asking, person: number): number {
  const from = edge[person] as number
  const at = firstWanted(sides, books.last, from)
  const asked = sides.post[at] as number
  edge[person] = at
  counted.proposals += at - from
  if (asked === END) return NOBODY
  counted.proposals += 1
  const turnedAway = take(books, { asked, rank: sides.rank[at] as number, person })
  if (turnedAway !== NOBODY) edge[turnedAway] = (edge[turnedAway] as number) + 1
  return turnedAway
}

/** So many people are looked up together. */
const TOGETHER = 32
/** Numbers that come with one look: 64 bytes. */
const LINE = 16

/**
 * Touches what some people will ask for: their lists and the heaps lie anywhere in memory, and asked for at once they come at
 * once. What it returns means nothing.
 */
function lookUp(asking: Asking, { free, from, until }: { free: Int32Array; from: number; until: number }): number {
  const { sides, books, edge } = asking
  const { post, rank } = sides
  const { starts, heap, last } = books
  let sum = 0
  for (let next = from; next < until; next += 1) {
    const at = edge[free[next] as number] as number
    const asked = post[at] as number
    if (asked === END || (rank[at] as number) >= (last[asked] as number)) continue
    const end = starts[asked + 1] as number
    for (let line = starts[asked] as number; line < end; line += LINE) sum = (sum + (heap[line] as number)) | 0
  }
  return sum
}

/** Everybody in a list asks once; whom they turn away takes their place in it. Gives how many these are. */
function sweep(asking: Asking, free: Int32Array, count: number): number {
  let turned = 0
  for (let from = 0; from < count; from += TOGETHER) {
    const until = Math.min(from + TOGETHER, count)
    lookUp(asking, { free, from, until })
    for (let next = from; next < until; next += 1) {
      const turnedAway = ask(asking, free[next] as number)
      if (turnedAway === NOBODY) continue
      free[turned] = turnedAway
      turned += 1
    }
  }
  return turned
}

/**
 * Deferred acceptance with quotas, people proposing (Gale and Shapley 1962): stable, and no stable outcome is better for
 * anybody who proposes; telling the truth is best for them. Each list is walked at most once: O(edges × log seats).
 *
 * In which order people ask changes nothing of the outcome: those turned away ask in the next sweep, many at once, and
 * whether a post would have somebody is read from one number a post.
 */
export function deferredAcceptance(sides: TwoSides): Matching {
  const { start, seats } = sides
  const asking: Asking = { sides, books: openBooks(seats), edge: start.slice(), counted: { proposals: 0 } }
  const free = new Int32Array(start.length)
  for (let person = 0; person < free.length; person += 1) free[person] = person
  for (let count = free.length; count > 0; ) count = sweep(asking, free, count)
  const { edge, books, counted } = asking
  return { edge, held: books.held, last: books.last, proposals: counted.proposals }
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
