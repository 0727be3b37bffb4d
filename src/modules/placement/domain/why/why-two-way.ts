import { NOT_WANTED, ranksOf } from '../engine/desk/compute-two-way.ts'
import type { Desk } from '../engine/desk/desk.ts'

/** What became of one post of a list. `full`: its last seat went to somebody whom the employer has before. */
export interface ListedPost {
  readonly post: string
  readonly verdict: 'got' | 'full' | 'not-taken' | 'withdrawn' | 'not-needed'
  /** Places among those whom the employer takes, counted from 1: one's own and that of the last who has a seat. */
  readonly own?: number
  readonly last?: number
}

/** Why somebody has what they have, post by post of their list: the words of the stability certificate for one person. */
export function whyTwoWay(desk: Desk): (person: string) => ListedPost[] {
  const places = new Map(desk.computed?.places.map(({ candidate, post }) => [candidate, post]))
  const held = new Map<string, string[]>()
  for (const [person, post] of places) held.set(post, [...(held.get(post) ?? []), person])
  const order = new Map(desk.order.map((person, at) => [person, at]))
  const ranks = new Map([...desk.posts.keys()].map((id) => [id, ranksOf(desk, id, order)]))
  /** How many whom the employer takes and who have listed the post stand before this rank, and one. */
  const placeOf = (post: string, rank: number): number => {
    const rankOf = ranks.get(post) ?? (() => NOT_WANTED)
    const before = [...desk.lists].filter(
      ([person, list]) => list.includes(post) && !desk.removed.has(person) && isBefore(rankOf(person), rank),
    )
    return before.length + 1
  }
  return (person) => {
    const got = places.get(person)
    const list = desk.lists.get(person) ?? []
    const at = got === undefined ? list.length : list.indexOf(got)
    return list.map((post, index): ListedPost => {
      if (desk.withdrawn.has(post)) return { post, verdict: 'withdrawn' }
      const rankOf = ranks.get(post) ?? (() => NOT_WANTED)
      const rank = rankOf(person)
      if (index > at) return { post, verdict: 'not-needed' }
      if (rank === NOT_WANTED) return { post, verdict: 'not-taken' }
      if (index === at) return { post, verdict: 'got', own: placeOf(post, rank) }
      const last = Math.max(...(held.get(post) ?? []).map(rankOf))
      return { post, verdict: 'full', own: placeOf(post, rank), last: placeOf(post, last) }
    })
  }
}

const isBefore = (one: number, rank: number): boolean => one !== NOT_WANTED && one < rank
