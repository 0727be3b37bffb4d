import type { Outcome } from '../../record/record.ts'
import { isOpenTo } from '../open-to.ts'
import { deferredAcceptance, END, findBlockingPair, type TwoSides } from '../two-way.ts'
import { type Desk, outcomeOf, presentPeople, presentPosts } from './desk.ts'

/** The rank of whom an employer does not take. */
export const NOT_WANTED = -1

/** The rank of everybody with one employer: its tiers, equals by the order of the round; or that order where it is silent. */
export function ranksOf(desk: Desk, post: string, placeInOrder: ReadonlyMap<string, number>): (person: string) => number {
  const tiers = desk.rankings.get(post) ?? []
  if (tiers.length === 0) {
    const isByOrder = desk.opening.rules.twoWay?.silentEmployer === 'by-order'
    return (person) => (isByOrder ? (placeInOrder.get(person) ?? NOT_WANTED) : NOT_WANTED)
  }
  const byOrder = (one: string, other: string): number => (placeInOrder.get(one) ?? 0) - (placeInOrder.get(other) ?? 0)
  const ranks = new Map(tiers.flatMap((tier) => tier.toSorted(byOrder)).map((person, rank) => [person, rank]))
  return (person) => ranks.get(person) ?? NOT_WANTED
}

/** The lists as edges, people in the order of the round and posts in that of their ids. */
function sidesOf(desk: Desk, people: readonly string[]): { sides: TwoSides; ids: readonly string[] } {
  const posts = presentPosts(desk)
  const placeInOrder = new Map(desk.order.map((person, at) => [person, at]))
  const numbers = new Map(posts.map(({ id }, at) => [id, at]))
  const ranks = posts.map(({ id }) => ranksOf(desk, id, placeInOrder))
  const [start, post, rank]: [number[], number[], number[]] = [[], [], []]
  for (const person of people) {
    start.push(post.length)
    for (const id of desk.lists.get(person) ?? []) {
      const number = numbers.get(id)
      if (number === undefined) continue
      post.push(number)
      rank.push(ranks[number]?.(person) ?? NOT_WANTED)
    }
    post.push(END)
    rank.push(NOT_WANTED)
  }
  const seats = Int32Array.from(posts, (one) => one.seats)
  return {
    sides: { start: Int32Array.from(start), post: Int32Array.from(post), rank: Int32Array.from(rank), seats },
    ids: posts.map(({ id }) => id),
  }
}

/** The last person of each post whose seats are all taken, ascending by post. */
function certificateOf(people: readonly string[], { sides, ids, edge }: { sides: TwoSides; ids: readonly string[]; edge: Int32Array }) {
  const last = new Map<number, { person: number; rank: number; held: number }>()
  for (let person = 0; person < people.length; person += 1) {
    const [post, rank] = [sides.post[edge[person] as number] as number, sides.rank[edge[person] as number] as number]
    const known = last.get(post)
    const isLater = !known || rank > known.rank
    if (post !== END) last.set(post, { ...(isLater ? { person, rank } : known), held: (known?.held ?? 0) + 1 })
  }
  const full = ids.flatMap((id, post) => {
    const known = last.get(post)
    return known && known.held === sides.seats[post] ? [{ post: id, candidate: people[known.person] ?? '' }] : []
  })
  return { kind: 'stable' as const, last: full }
}

/**
 * The outcome of two-way selection: stable, and the best stable one for everybody who asks. Throws where it is not
 * stable, which would be a fault of this program and must not be published.
 */
export function computeTwoWay(desk: Desk): Outcome {
  const people = presentPeople(desk)
  const { sides, ids } = sidesOf(desk, people)
  const matching = deferredAcceptance(sides)
  if (findBlockingPair(sides, matching)) throw new Error('two-way selection came out unstable')
  const places = new Map(
    people.flatMap((person, at) => {
      const id = ids[sides.post[matching.edge[at] as number] as number]
      return id === undefined ? [] : [[person, id] as const]
    }),
  )
  return { ...outcomeOf(people, places), certificate: certificateOf(people, { sides, ids, edge: matching.edge }) }
}

/** Whether this post may be listed or this person ranked at all. */
export function isPairPossible(desk: Desk, person: string, post: string): boolean {
  const [candidate, wanted] = [desk.people.get(person), desk.posts.get(post)]
  return candidate !== undefined && wanted !== undefined && !desk.withdrawn.has(post) && isOpenTo(wanted, candidate)
}
