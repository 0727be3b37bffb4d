import type { Candidate, Opening, Post } from '../../record/opening.ts'
import type { Outcome } from '../../record/record.ts'
import { distancesOf, explainCost } from '../assignment-cost.ts'
import { type CostEdges, NOBODY } from '../assignment-search.ts'
import { type Assignment, assignAtLeastCost, isExact } from '../directive.ts'
import { isOpenTo } from '../open-to.ts'
import { isProvenOptimal } from '../optimality.ts'
import { settleTies } from '../settle-ties.ts'
import { type Desk, outcomeOf, presentPeople, presentPosts } from './desk.ts'

/** Every pair that the hard conditions allow, with its cost. A distance that nobody measured counts as none: `checkOpening` refuses it. */
export function costEdgesOf(opening: Opening, people: readonly Candidate[], posts: readonly Post[]): CostEdges {
  const rules = opening.rules.cost
  if (!rules) throw new Error('a directive round without costs')
  const metresFrom = distancesOf(opening)
  const start = new Int32Array(people.length + 1)
  const [post, cost]: [number[], number[]] = [[], []]
  for (const [at, candidate] of people.entries()) {
    for (const [number, one] of posts.entries()) {
      if (!isOpenTo(one, candidate)) continue
      post.push(number)
      cost.push(explainCost(rules, { metres: metresFrom(candidate.home, one.place) ?? 0, candidate, post: one }).total)
    }
    start[at + 1] = post.length
  }
  return {
    start,
    post: Int32Array.from(post),
    cost: Float64Array.from(cost),
    seats: Int32Array.from(posts, ({ seats }) => seats),
    unplaced: rules.unplaced,
  }
}

/** Prices and values in the order of the opening; what is no longer there has 0. */
function dualsOf(desk: Desk, { people, posts, found }: { people: readonly string[]; posts: readonly Post[]; found: Assignment }) {
  const prices = new Map(posts.map(({ id }, at) => [id, found.price[at] ?? 0]))
  const values = new Map(people.map((person, at) => [person, found.value[at] ?? 0]))
  return {
    kind: 'optimal' as const,
    prices: desk.opening.posts.map(({ id }) => prices.get(id) ?? 0),
    values: desk.opening.candidates.map(({ pseudonym }) => values.get(pseudonym) ?? 0),
  }
}

/**
 * The directive assignment: least cost, ties settled by the order of the round, with its proof. Undefined where the costs
 * are too large to be added up exactly. Throws where the proof fails, which would be a fault of this program.
 */
export function computeDirective(desk: Desk): Outcome | undefined {
  const [people, posts] = [presentPeople(desk), presentPosts(desk)]
  const candidates = people.flatMap((person) => desk.people.get(person) ?? [])
  const edges = costEdgesOf(desk.opening, candidates, posts)
  if (!isExact(edges)) return undefined
  const found = assignAtLeastCost(edges)
  settleTies(edges, found)
  if (!isProvenOptimal(edges, found)) throw new Error('a directive assignment came out without its proof')
  const places = new Map(
    people.flatMap((person, at) => {
      const edge = found.edge[at] as number
      const post = edge === NOBODY ? undefined : posts[edges.post[edge] as number]
      return post ? [[person, post.id] as const] : []
    }),
  )
  const optimum = outcomeOf(people, places)
  return { ...optimum, optimum: { ...optimum, cost: found.cost }, certificate: dualsOf(desk, { people, posts, found }) }
}
