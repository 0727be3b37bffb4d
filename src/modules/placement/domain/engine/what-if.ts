import type { Candidate, Opening, Post } from '../record/opening.ts'
import { compositeOf } from './check-opening.ts'
import { computeDirective } from './desk/compute-directive.ts'
import { computeTwoWay } from './desk/compute-two-way.ts'
import { type Desk, openDesk } from './desk/desk.ts'
import { isOpenTo } from './open-to.ts'
import { roundOrder } from './round-order.ts'

/** What people and employers say they would want, gathered before a rule is chosen. */
export interface Wishes {
  /** By pseudonym: posts, the dearest first. */
  readonly lists: ReadonlyMap<string, readonly string[]>
  /** By post: tiers of people, the dearest first. */
  readonly rankings: ReadonlyMap<string, readonly (readonly string[])[]>
}

/** How a rule would turn out: figures to be compared, never a decision. */
export interface Effects {
  /** How many get the first post of their list, the second …; then how many a post they did not list. */
  readonly byWish: readonly number[]
  readonly notListed: number
  readonly placed: number
  readonly unplaced: number
  /** Of those placed, how many at a post in the county they live in. */
  readonly atHome: number
  /** Whoever would rather have a post that is open to them and went to somebody behind them in the order. */
  readonly envious: number
  readonly unfilledSeats: number
}

type Places = ReadonlyMap<string, string>

/** Everybody in turn takes the dearest post of the own list that is open and has a seat. */
function inTurn({ candidates, posts }: Opening, order: readonly string[], lists: Wishes['lists']): Places {
  const people = new Map(candidates.map((candidate) => [candidate.pseudonym, candidate]))
  const byId = new Map(posts.map((post) => [post.id, post]))
  const left = new Map(posts.map(({ id, seats }) => [id, seats]))
  const places = new Map<string, string>()
  for (const pseudonym of order) {
    const person = people.get(pseudonym)
    const wanted = lists.get(pseudonym)?.find((id) => {
      const post = byId.get(id)
      return person !== undefined && post !== undefined && (left.get(id) ?? 0) > 0 && isOpenTo(post, person)
    })
    if (wanted === undefined) continue
    left.set(wanted, (left.get(wanted) ?? 0) - 1)
    places.set(pseudonym, wanted)
  }
  return places
}

function atDesk(opening: Opening, order: readonly string[], { lists, rankings }: Wishes): Places | undefined {
  const desk: Desk = { ...openDesk(opening, order), lists: new Map(lists), rankings: new Map(rankings) }
  const outcome = opening.rules.way === 'two-way' ? computeTwoWay(desk) : computeDirective(desk)
  return outcome && new Map(outcome.places.map(({ candidate, post }) => [candidate, post]))
}

/** Whether a person would rather have a post than what they got: listed posts by the list, and no post is dearer than none. */
function prefers(list: readonly string[], wanted: string, got: string | undefined): boolean {
  const place = list.indexOf(wanted)
  if (place < 0) return false
  const own = got === undefined ? -1 : list.indexOf(got)
  return own < 0 || place < own
}

function countEnvious(
  { candidates, posts }: Opening,
  { order, lists, places }: { order: readonly string[]; lists: Wishes['lists']; places: Places },
): number {
  const people = new Map(candidates.map((candidate) => [candidate.pseudonym, candidate]))
  const byId = new Map(posts.map((post) => [post.id, post]))
  const behind = new Set<string>()
  let envious = 0
  for (const pseudonym of order.toReversed()) {
    const person = people.get(pseudonym)
    const list = lists.get(pseudonym) ?? []
    const got = places.get(pseudonym)
    const envied = [...behind].some((id) => isDearerAndOpen({ person, post: byId.get(id), list, got }))
    if (envied) envious += 1
    if (got !== undefined) behind.add(got)
  }
  return envious
}

function isDearerAndOpen(one: {
  person: Candidate | undefined
  post: Post | undefined
  list: readonly string[]
  got: string | undefined
}): boolean {
  const { person, post, list, got } = one
  return person !== undefined && post !== undefined && isOpenTo(post, person) && prefers(list, post.id, got)
}

function effectsOf(opening: Opening, order: readonly string[], { wishes, places }: { wishes: Wishes; places: Places }): Effects {
  const homes = new Map(opening.candidates.map(({ pseudonym, home }) => [pseudonym, home]))
  const where = new Map(opening.posts.map(({ id, place }) => [id, place]))
  const byWish: number[] = []
  let [notListed, atHome] = [0, 0]
  for (const [pseudonym, post] of places) {
    const wish = wishes.lists.get(pseudonym)?.indexOf(post) ?? -1
    if (wish < 0) notListed += 1
    else byWish[wish] = (byWish[wish] ?? 0) + 1
    if (where.get(post)?.slice(0, 6) === homes.get(pseudonym)?.slice(0, 6)) atHome += 1
  }
  const seats = opening.posts.reduce((sum, post) => sum + post.seats, 0)
  return {
    byWish: Array.from(byWish, (count) => count ?? 0),
    notListed,
    placed: places.size,
    unplaced: opening.candidates.length - places.size,
    atHome,
    envious: countEnvious(opening, { order, lists: wishes.lists, places }),
    unfilledSeats: seats - places.size,
  }
}

/**
 * How the same people and posts would fare under these rules: another way, other weights, another tie rule, other posts
 * of a pool. For choosing a rule before it is committed to: `lots` are of a trial draw, never of the round's own.
 * Undefined where costs are too large to be added up exactly.
 */
export function tryRules(opening: Opening, lots: readonly string[], wishes: Wishes): Effects | undefined {
  const candidates = opening.candidates.map((one) => ({ ...one, composite: compositeOf(opening.rules, one) }))
  const tried = { ...opening, candidates }
  const order = roundOrder(tried, lots)
  const isAtDesk = tried.rules.way === 'two-way' || tried.rules.way === 'directive'
  const places = isAtDesk ? atDesk(tried, order, wishes) : inTurn(tried, order, wishes.lists)
  return places && effectsOf(tried, order, { wishes, places })
}
