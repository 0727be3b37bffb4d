import type { Candidate, Opening, Post } from '../../record/opening.ts'
import { isOpenTo } from '../open-to.ts'

/** `deferred`: passed or was absent, and has one more turn after all others. */
export type Standing = 'waiting' | 'deferred' | 'placed' | 'out' | 'removed'

/** A turn that stands and may be taken back: what the person was before it, and the post they took. */
interface Taken {
  readonly seq: number
  readonly candidate: string
  readonly was: 'waiting' | 'deferred'
  readonly post: string | undefined
}

/** A round that goes turn by turn, as far as it has gone. Changed only by `takeStep`. */
export interface Turns {
  readonly opening: Opening
  readonly order: readonly string[]
  readonly people: ReadonlyMap<string, Candidate>
  /** By id, in ascending order of ids. */
  readonly posts: ReadonlyMap<string, Post>
  readonly standing: Map<string, Standing>
  readonly places: Map<string, string>
  readonly held: Map<string, number>
  readonly withdrawn: Set<string>
  readonly taken: Taken[]
  phase: 'before' | 'running' | 'paused' | 'closed'
  turn: number
  seq: number
  at: number
}

/** A round before anything happened. `order` is that of the whole round, lots included. */
export function openTurns(opening: Opening, order: readonly string[]): Turns {
  return {
    opening,
    order,
    people: new Map(opening.candidates.map((candidate) => [candidate.pseudonym, candidate])),
    posts: new Map(opening.posts.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map((post) => [post.id, post])),
    standing: new Map(order.map((pseudonym) => [pseudonym, 'waiting'])),
    places: new Map(),
    held: new Map(),
    withdrawn: new Set(),
    taken: [],
    phase: 'before',
    turn: 0,
    seq: 0,
    at: 0,
  }
}

const hasSeat = (round: Turns, post: Post): boolean => !round.withdrawn.has(post.id) && (round.held.get(post.id) ?? 0) < post.seats

/** Ids, ascending, of every post that this person could have now. */
export function openPosts(round: Turns, pseudonym: string): string[] {
  const person = round.people.get(pseudonym)
  if (!person) return []
  return [...round.posts.values()].filter((post) => hasSeat(round, post) && isOpenTo(post, person)).map(({ id }) => id)
}

/** Whether anybody who still has a turn could have any post. */
export const isAnythingOpen = (round: Turns): boolean =>
  round.order.some((person) => ['waiting', 'deferred'].includes(round.standing.get(person) ?? '') && openPosts(round, person).length > 0)

/** Whose turn it is, its number and what is open; undefined where nobody is left. */
export function nextTurn(round: Turns): { turn: number; candidate: string; open: string[] } | undefined {
  const of = (wanted: Standing): string | undefined => round.order.find((pseudonym) => round.standing.get(pseudonym) === wanted)
  const candidate = of('waiting') ?? of('deferred')
  return candidate === undefined ? undefined : { turn: round.turn + 1, candidate, open: openPosts(round, candidate) }
}
