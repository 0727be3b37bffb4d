import { type CostEdges, elsewhere, NOBODY, openSearch, placeMember, type Search, sinkMember } from './assignment-search.ts'
import { dropNearest, pushPlace } from './frontier.ts'

export interface Assignment {
  /** For each person the edge that was chosen; −1: left without a post. */
  readonly edge: Int32Array
  readonly cost: number
  /** Of each post; 0 where a seat is left. */
  readonly price: Float64Array
  /** Of each person: the least of cost plus price over their edges, and of `unplaced`. */
  readonly value: Float64Array
}

/** Whether every sum stays exact. Where it does not, the round is refused and not rounded. */
export function isExact({ start, cost, unplaced }: Pick<CostEdges, 'start' | 'cost' | 'unplaced'>): boolean {
  let most = unplaced
  for (const one of cost) if (one > most) most = one
  return Number.isSafeInteger(most * Math.max(4, start.length))
}

/** Where a path ends: at a free seat of a post, or with a person who is left without. */
interface Goal {
  far: number
  post: number
  person: number
}

/** Follows every edge of a person who stands `far` less their own cost away. */
function relax(search: Search, person: number, { far, own }: { far: number; own: number }): void {
  const { start, post, cost } = search.edges
  const end = start[person + 1] as number
  for (let at = start[person] as number; at < end; at += 1) {
    if (at === own) continue
    const there = post[at] as number
    const away = far + (cost[at] as number) + (search.price[there] as number)
    const known = search.far[there] as number
    if (away >= known) continue
    if (known === Number.POSITIVE_INFINITY) {
      search.touched[search.touchedCount] = there
      search.touchedCount += 1
    }
    search.far[there] = away
    search.viaPerson[there] = person
    search.viaEdge[there] = at
    pushPlace(search.frontier, away, there)
  }
}

/** Slots of heaps go through the frontier as negative numbers. */
function pushSlot(search: Search, post: number, at: number): void {
  if (at >= (search.held[post] as number)) return
  const slot = (search.base[post] as number) + at
  const away = (search.far[post] as number) - (search.price[post] as number) + (search.leave[search.heap[slot] as number] as number)
  pushPlace(search.frontier, away, -1 - slot)
}

/** Looks at the person in a slot: if they leave less cheaply than was thought, they sink and somebody else stands there. */
function visitSlot(search: Search, slot: number, goal: Goal): void {
  const { edges, chosen, leave, heap, base, held } = search
  const person = heap[slot] as number
  const own = chosen[person] as number
  const post = edges.post[own] as number
  const cost = edges.cost[own] as number
  const at = slot - (base[post] as number)
  const fresh = elsewhere(search, person, own) - cost
  if (fresh > (leave[person] as number)) {
    leave[person] = fresh
    sinkMember(search, { base: base[post] as number, from: at, size: held[post] as number })
    pushSlot(search, post, at)
    return
  }
  const far = (search.far[post] as number) - (search.price[post] as number) - cost
  if (far + edges.unplaced < goal.far) Object.assign(goal, { far: far + edges.unplaced, post: NOBODY, person })
  relax(search, person, { far, own })
  pushSlot(search, post, 2 * at + 1)
  pushSlot(search, post, 2 * at + 2)
}

/** The cheapest way to place one more person, moving others where that costs less (Dijkstra over posts). */
function findPath(search: Search, person: number): Goal {
  const { frontier, isFinal, held, edges } = search
  const goal: Goal = { far: edges.unplaced, post: NOBODY, person }
  relax(search, person, { far: 0, own: NOBODY })
  while (frontier.size > 0) {
    const [away, place] = [frontier.far[0] as number, frontier.place[0] as number]
    if (away >= goal.far) break
    dropNearest(frontier)
    if (place < 0) {
      visitSlot(search, -1 - place, goal)
      continue
    }
    if (isFinal[place] === 1) continue
    isFinal[place] = 1
    if ((held[place] as number) < (edges.seats[place] as number)) return { far: away, post: place, person: NOBODY }
    pushSlot(search, place, 0)
  }
  return goal
}

/** Prices of the posts on the way rise by what the goal was farther than they. */
function raisePrices(search: Search, far: number): void {
  for (let at = 0; at < search.touchedCount; at += 1) {
    const post = search.touched[at] as number
    const rise = far - (search.far[post] as number)
    if (search.isFinal[post] === 1 && rise > 0) search.price[post] = (search.price[post] as number) + rise
    search.far[post] = Number.POSITIVE_INFINITY
    search.isFinal[post] = 0
  }
  search.touchedCount = 0
  search.frontier.size = 0
}

/** Everyone on the way moves one post on, from the goal back to who came last. */
function movePeople(search: Search, newcomer: number, goal: Goal): void {
  const { chosen, slot, base, held, edges, viaPerson, viaEdge, heap, leave } = search
  let post = goal.post
  let seat: number
  if (post === NOBODY) {
    if (goal.person === newcomer) return
    post = edges.post[chosen[goal.person] as number] as number
    seat = slot[goal.person] as number
    chosen[goal.person] = NOBODY
  } else {
    seat = (base[post] as number) + (held[post] as number)
    held[post] = (held[post] as number) + 1
  }
  for (;;) {
    const person = viaPerson[post] as number
    const left = chosen[person] as number
    const leftSeat = slot[person] as number
    const edge = viaEdge[post] as number
    chosen[person] = edge
    heap[seat] = person
    leave[person] = elsewhere(search, person, edge) - (edges.cost[edge] as number)
    placeMember(search, { base: base[post] as number, from: seat - (base[post] as number), size: held[post] as number })
    if (person === newcomer) return
    post = edges.post[left] as number
    seat = leftSeat
  }
}

/**
 * The assignment of least total cost, exactly: people are placed one after the other along a shortest way, with prices
 * that make every later way as short as it can be (Jonker and Volgenant 1987, with seats). Prices are its proof.
 */
export function assignAtLeastCost(edges: CostEdges): Assignment {
  const search = openSearch(edges)
  const people = edges.start.length - 1
  for (let person = 0; person < people; person += 1) {
    const goal = findPath(search, person)
    raisePrices(search, goal.far)
    movePeople(search, person, goal)
  }
  const value = new Float64Array(people)
  let cost = 0
  for (let person = 0; person < people; person += 1) {
    value[person] = elsewhere(search, person, NOBODY)
    const edge = search.chosen[person] as number
    cost += edge === NOBODY ? edges.unplaced : (edges.cost[edge] as number)
  }
  return { edge: search.chosen, cost, price: search.price, value }
}
