import { type Frontier, openFrontier } from './frontier.ts'

/**
 * Who may have which post and what it costs, edge after edge; edges of person p are `start[p]` up to `start[p + 1]`.
 * `unplaced`: what it costs to leave one person without. Costs are whole and at least 0.
 */
export interface CostEdges {
  readonly start: Int32Array
  readonly post: Int32Array
  readonly cost: Float64Array
  readonly seats: Int32Array
  readonly unplaced: number
}

export const NOBODY = -1

/** What the search works on. The people of a post stand in a heap, who leaves most cheaply on top. */
export interface Search {
  readonly edges: CostEdges
  readonly price: Float64Array
  readonly chosen: Int32Array
  readonly base: Int32Array
  readonly heap: Int32Array
  readonly held: Int32Array
  readonly slot: Int32Array
  /** At most what a person costs elsewhere, less their cost here. Prices only rise, so an old one stays a lower bound. */
  readonly leave: Float64Array
  readonly far: Float64Array
  readonly isFinal: Uint8Array
  readonly viaPerson: Int32Array
  readonly viaEdge: Int32Array
  readonly touched: Int32Array
  touchedCount: number
  readonly frontier: Frontier
}

export function openSearch(edges: CostEdges): Search {
  const [people, posts] = [edges.start.length - 1, edges.seats.length]
  const base = new Int32Array(posts + 1)
  for (let post = 0; post < posts; post += 1) base[post + 1] = (base[post] as number) + (edges.seats[post] as number)
  return {
    edges,
    price: new Float64Array(posts),
    chosen: new Int32Array(people).fill(NOBODY),
    base,
    heap: new Int32Array(base[posts] as number),
    held: new Int32Array(posts),
    slot: new Int32Array(people),
    leave: new Float64Array(people),
    far: new Float64Array(posts).fill(Number.POSITIVE_INFINITY),
    isFinal: new Uint8Array(posts),
    viaPerson: new Int32Array(posts),
    viaEdge: new Int32Array(posts),
    touched: new Int32Array(posts),
    touchedCount: 0,
    frontier: openFrontier(),
  }
}

/** What this person costs at the least anywhere but at `own`, prices included. */
export function elsewhere(search: Search, person: number, own: number): number {
  const { start, post, cost, unplaced } = search.edges
  const price = search.price
  const end = start[person + 1] as number
  let least = unplaced
  for (let at = start[person] as number; at < end; at += 1) {
    const there = (cost[at] as number) + (price[post[at] as number] as number)
    if (there < least && at !== own) least = there
  }
  return least
}

/** Moves whoever stands at `from` of a post's heap down behind those who leave more cheaply. */
export function sinkMember(search: Search, { base, from, size }: { base: number; from: number; size: number }): void {
  const { heap, leave, slot } = search
  const person = heap[base + from] as number
  const own = leave[person] as number
  let hole = from
  for (;;) {
    let child = 2 * hole + 1
    if (child >= size) break
    let other = heap[base + child] as number
    if (child + 1 < size && (leave[heap[base + child + 1] as number] as number) < (leave[other] as number)) {
      child += 1
      other = heap[base + child] as number
    }
    if ((leave[other] as number) >= own) break
    heap[base + hole] = other
    slot[other] = base + hole
    hole = child
  }
  heap[base + hole] = person
  slot[person] = base + hole
}

/** Moves whoever stands at `from` up before those who leave less cheaply, or down. */
export function placeMember(search: Search, { base, from, size }: { base: number; from: number; size: number }): void {
  const { heap, leave, slot } = search
  const person = heap[base + from] as number
  let hole = from
  while (hole > 0) {
    const parent = (hole - 1) >> 1
    const above = heap[base + parent] as number
    if ((leave[above] as number) <= (leave[person] as number)) break
    heap[base + hole] = above
    slot[above] = base + hole
    hole = parent
  }
  heap[base + hole] = person
  slot[person] = base + hole
  if (hole === from) sinkMember(search, { base, from, size })
}
