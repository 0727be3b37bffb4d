import { type CostEdges, NOBODY } from './assignment-search.ts'
import type { Assignment } from './directive.ts'

/** Posts by number, then the dummy post of all who are left without, then the slack: seats that may stand empty. */
interface Ways {
  readonly edges: CostEdges
  readonly price: Float64Array
  /** Every edge of a person that costs them their value and no more: the only ones any optimum uses. Best first. */
  readonly tight: readonly (readonly number[])[]
  readonly chosen: Int32Array
  readonly held: Int32Array
  /** Members of each post and, last, of the dummy. */
  readonly members: Set<number>[]
  readonly settled: Uint8Array
}

interface Step {
  readonly from: number
  /** Who moves on this step, and to which edge; nobody moves to or from the slack. */
  readonly person: number
  readonly edge: number
}

const dummyOf = (ways: Ways): number => ways.edges.seats.length
const slackOf = (ways: Ways): number => ways.edges.seats.length + 1

/** The edges of each person that meet their value. */
function tightEdges({ start, post, cost, unplaced }: CostEdges, { price, value }: Assignment, person: number): number[] {
  const tight: number[] = []
  for (let at = start[person] as number; at < (start[person + 1] as number); at += 1) {
    if ((cost[at] as number) + (price[post[at] as number] as number) === value[person]) tight.push(at)
  }
  if (unplaced === value[person]) tight.push(NOBODY)
  return tight
}

const placeOf = (ways: Ways, edge: number): number => (edge === NOBODY ? dummyOf(ways) : (ways.edges.post[edge] as number))

/** Where one person too many at a place could go on to. */
function stepsFrom(ways: Ways, place: number): { to: number; step: Step }[] {
  const slack = slackOf(ways)
  if (place === slack) {
    const giving = ways.members.map((_, at) => at).filter((at) => at === dummyOf(ways) || ways.price[at] === 0)
    return giving.map((to) => ({ to, step: { from: slack, person: NOBODY, edge: NOBODY } }))
  }
  const steps: { to: number; step: Step }[] = []
  const hasSeat = place === dummyOf(ways) || (ways.held[place] as number) < (ways.edges.seats[place] as number)
  if (hasSeat) steps.push({ to: slack, step: { from: place, person: NOBODY, edge: NOBODY } })
  for (const person of ways.members[place] ?? []) {
    if (ways.settled[person] === 1) continue
    for (const edge of ways.tight[person] ?? []) {
      const to = placeOf(ways, edge)
      if (to !== place) steps.push({ to, step: { from: place, person, edge } })
    }
  }
  return steps
}

/** A way from one place to another, breadth first: the steps, last first; undefined where there is none. */
function findWay(ways: Ways, from: number, to: number): Step[] | undefined {
  const via = new Map<number, Step | undefined>([[from, undefined]])
  const queue = [from]
  for (let place = queue.shift(); place !== undefined && !via.has(to); place = queue.shift()) {
    for (const { to: next, step } of stepsFrom(ways, place)) {
      if (via.has(next)) continue
      via.set(next, step)
      queue.push(next)
    }
  }
  if (!via.has(to)) return undefined
  const steps: Step[] = []
  for (let step = via.get(to); step; step = via.get(step.from)) steps.push(step)
  return steps
}

function move(ways: Ways, person: number, edge: number): void {
  const [from, to] = [placeOf(ways, ways.chosen[person] as number), placeOf(ways, edge)]
  ways.members[from]?.delete(person)
  ways.members[to]?.add(person)
  ways.chosen[person] = edge
  if (from !== dummyOf(ways)) ways.held[from] = (ways.held[from] as number) - 1
  if (to !== dummyOf(ways)) ways.held[to] = (ways.held[to] as number) + 1
}

/** Own cost first (the dearer of two equal optima for oneself is never forced), then the smaller post; without a post last. */
function bestFirst(edges: CostEdges): (one: number, other: number) => number {
  const cost = (edge: number): number => (edge === NOBODY ? Number.POSITIVE_INFINITY : (edges.cost[edge] as number))
  return (one, other) => (cost(one) === cost(other) ? one - other : cost(one) - cost(other))
}

function settlePerson(ways: Ways, person: number): void {
  ways.settled[person] = 1
  const own = ways.chosen[person] as number
  for (const edge of ways.tight[person] ?? []) {
    if (edge === own) return
    const way = findWay(ways, placeOf(ways, edge), placeOf(ways, own))
    if (!way) continue
    for (const step of way) if (step.person !== NOBODY) move(ways, step.person, step.edge)
    move(ways, person, edge)
    return
  }
}

/**
 * Of all assignments of least cost the one that leaves no choice to anybody: person by person, in the order of the
 * round, the post of least own cost (then the first by number) that some optimum still gives. Changes `edge`; the
 * prices prove this one as well. Edges of a person are in ascending order of posts.
 */
export function settleTies(edges: CostEdges, found: Assignment): void {
  const { edge, price } = found
  const [people, posts] = [edge.length, edges.seats.length]
  const ways: Ways = {
    edges,
    price,
    tight: Array.from(edge, (_, person) => tightEdges(edges, found, person).sort(bestFirst(edges))),
    chosen: edge,
    held: new Int32Array(posts),
    members: Array.from({ length: posts + 1 }, () => new Set<number>()),
    settled: new Uint8Array(people),
  }
  for (let person = 0; person < people; person += 1) {
    const place = placeOf(ways, edge[person] as number)
    ways.members[place]?.add(person)
    if (place < posts) ways.held[place] = (ways.held[place] as number) + 1
  }
  for (let person = 0; person < people; person += 1) settlePerson(ways, person)
}
