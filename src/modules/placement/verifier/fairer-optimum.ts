import type { Costs } from './costs.ts'
import type { Told } from './told.ts'

interface Solved {
  readonly costs: Costs
  /** Who has which post; nobody listed has none. */
  readonly has: ReadonlyMap<string, string>
  readonly prices: ReadonlyMap<string, number>
  readonly values: ReadonlyMap<string, number>
}

/** A place that holds everybody without a post, and one that stands for seats that may be empty. */
const NONE = ' none'
const SLACK = ' slack'

/** Every place that costs a person exactly their value: an optimum never uses another. The best for the person first. */
function fairPlaces(told: Told, { costs, prices, values }: Solved, person: string): string[] {
  const open = [...(costs.get(person) ?? [])].filter(([id, cost]) => cost + (prices.get(id) ?? 0) === values.get(person))
  open.sort(([oneId, one], [otherId, other]) => (one === other ? (oneId < otherId ? -1 : 1) : one - other))
  const places = open.map(([id]) => id)
  return told.opening.rules.cost?.unplaced === values.get(person) ? [...places, NONE] : places
}

/**
 * Whether, with everybody before this person kept, the place `to` could take them and others move on until the place
 * `from` is filled again (or may stay empty). Depth first over places.
 */
function canMove(
  graph: { movable: ReadonlyMap<string, ReadonlySet<string>>; slack: ReadonlySet<string>; free: ReadonlySet<string> },
  to: string,
  from: string,
): boolean {
  const seen = new Set<string>()
  const stack = [to]
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    if (place === from) return true
    if (seen.has(place)) continue
    seen.add(place)
    if (place === SLACK) stack.push(...graph.slack)
    else stack.push(...(graph.movable.get(place) ?? []), ...(graph.free.has(place) ? [SLACK] : []))
  }
  return false
}

/** One more person may be moved: where they could go from their place. */
function letMove(movable: Map<string, Set<string>>, place: string, fair: readonly string[]): void {
  const onward = movable.get(place) ?? new Set()
  for (const next of fair) onward.add(next)
  movable.set(place, onward)
}

/**
 * Of several assignments of least cost the order of the round decides. Names the first person whom another optimum would
 * give a better place without taking anything from those before; undefined: there is none.
 */
export function findFairerOptimum(told: Told, solved: Solved): string | undefined {
  const people = told.order.filter((person) => solved.costs.has(person))
  const fair = new Map(people.map((person) => [person, fairPlaces(told, solved, person)]))
  const held = (id: string): number => [...solved.has.values()].filter((post) => post === id).length
  const posts = told.opening.posts
  const free = new Set([...posts.filter(({ id, seats }) => held(id) < seats).map(({ id }) => id), NONE])
  const slack = new Set([...posts.filter(({ id }) => solved.prices.get(id) === 0).map(({ id }) => id), NONE])
  const movable = new Map<string, Set<string>>()
  let first: string | undefined
  for (const person of people.toReversed()) {
    const own = solved.has.get(person) ?? NONE
    const mine = fair.get(person) ?? []
    const place = mine.slice(0, Math.max(0, mine.indexOf(own))).find((to) => canMove({ movable, slack, free }, to, own))
    if (place !== undefined) first = `${person.slice(0, 12)} → ${place === NONE ? '—' : place}`
    letMove(movable, own, mine)
  }
  return first
}
