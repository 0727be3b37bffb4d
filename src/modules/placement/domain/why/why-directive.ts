import { type CostLines, distancesOf, explainCost } from '../engine/assignment-cost.ts'
import type { Desk } from '../engine/desk/desk.ts'
import { isOpenTo } from '../engine/open-to.ts'

/** What a post would cost one person, and by how much at least all would come dearer if they had it. */
export interface PricedPost extends CostLines {
  readonly post: string
  /** Cost and price of the post minus the value of the person: the words of the dual certificate for one pair. Null before it is there. */
  readonly dearer: number | null
}

/** Every post that is open to somebody and still there, the cheapest first. */
export function pricedPosts(desk: Desk, person: string): PricedPost[] {
  const { opening, computed } = desk
  const [candidate, rules] = [desk.people.get(person), opening.rules.cost]
  if (!candidate || !rules) return []
  const metres = distancesOf(opening)
  const duals = computed?.certificate?.kind === 'optimal' ? computed.certificate : undefined
  const value = duals?.values[opening.candidates.findIndex(({ pseudonym }) => pseudonym === person)]
  const prices = new Map(opening.posts.map(({ id }, at) => [id, duals?.prices[at]]))
  return [...desk.posts.values()]
    .filter((post) => !desk.withdrawn.has(post.id) && isOpenTo(post, candidate))
    .map((post) => {
      const lines = explainCost(rules, { metres: metres(candidate.home, post.place) ?? 0, candidate, post })
      const price = prices.get(post.id)
      return { post: post.id, ...lines, dearer: value === undefined || price === undefined ? null : lines.total + price - value }
    })
    .toSorted((one, other) => one.total - other.total || (one.post < other.post ? -1 : 1))
}

export interface WhyDirective {
  /** What the computation gave; undefined: no post. */
  readonly optimum: string | undefined
  readonly own: PricedPost | undefined
  /** Posts that would have cost this person less. */
  readonly cheaper: readonly PricedPost[]
}

/** Why somebody has what they have: the lines of its cost, and why nothing that would have cost less. */
export function whyDirective(desk: Desk, person: string, has: string | undefined): WhyDirective {
  const optimum = desk.computed?.optimum?.places.find(({ candidate }) => candidate === person)?.post
  const posts = pricedPosts(desk, person)
  const own = posts.find(({ post }) => post === has)
  return { optimum, own, cheaper: own ? posts.filter(({ total }) => total < own.total) : posts }
}

/** The sum of all costs with what stands in the end: who has no post costs what the rules say. */
export function sumOfCosts(desk: Desk, places: ReadonlyMap<string, string>): number {
  const unplaced = desk.opening.rules.cost?.unplaced ?? 0
  const metres = distancesOf(desk.opening)
  const rules = desk.opening.rules.cost
  return desk.order
    .filter((person) => !desk.removed.has(person))
    .reduce((sum, person) => {
      const [candidate, post] = [desk.people.get(person), desk.posts.get(places.get(person) ?? '')]
      if (!candidate || !post || !rules) return sum + unplaced
      return sum + explainCost(rules, { metres: metres(candidate.home, post.place) ?? 0, candidate, post }).total
    }, 0)
}
