import type { Candidate, Opening, Post } from '../../record/opening.ts'
import type { Outcome } from '../../record/record.ts'

/** A round that is computed at once, two-way or directive, as far as it has gone. Changed only by `takeDeskStep`. */
export interface Desk {
  readonly opening: Opening
  readonly order: readonly string[]
  readonly people: ReadonlyMap<string, Candidate>
  /** By id, in ascending order of ids. */
  readonly posts: ReadonlyMap<string, Post>
  readonly lists: Map<string, readonly string[]>
  readonly rankings: Map<string, readonly (readonly string[])[]>
  readonly withdrawn: Set<string>
  readonly removed: Set<string>
  /** What officers decided otherwise; undefined: without a post. */
  readonly deviations: Map<string, string | undefined>
  computed: Outcome | undefined
  phase: 'before' | 'running' | 'closed'
  seq: number
  at: number
}

export function openDesk(opening: Opening, order: readonly string[]): Desk {
  return {
    opening,
    order,
    people: new Map(opening.candidates.map((candidate) => [candidate.pseudonym, candidate])),
    posts: new Map(opening.posts.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map((post) => [post.id, post])),
    lists: new Map(),
    rankings: new Map(),
    withdrawn: new Set(),
    removed: new Set(),
    deviations: new Map(),
    computed: undefined,
    phase: 'before',
    seq: 0,
    at: 0,
  }
}

/** Everybody still in the round, in its order. */
export const presentPeople = ({ order, removed }: Desk): string[] => order.filter((pseudonym) => !removed.has(pseudonym))

/** Every post that still has its seats, ascending by id. */
export const presentPosts = ({ posts, withdrawn }: Desk): Post[] => [...posts.values()].filter(({ id }) => !withdrawn.has(id))

/** An outcome in its one spelling: places by person, then who is left, both sorted. */
export function outcomeOf(people: readonly string[], places: ReadonlyMap<string, string>): Pick<Outcome, 'places' | 'unplaced'> {
  const sorted = people.toSorted()
  return {
    places: sorted.flatMap((candidate) => {
      const post = places.get(candidate)
      return post === undefined ? [] : [{ candidate, post }]
    }),
    unplaced: sorted.filter((candidate) => !places.has(candidate)),
  }
}
