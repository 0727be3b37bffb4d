import type { Candidate, Opening, Post } from '../record/opening.ts'
import { isOpenTo } from './open-to.ts'
import type { Wishes } from './what-if.ts'

/** How many digits of a division code two places have in common, tier by tier: the same township counts before the same county. */
function nearness(one: string, other: string): number {
  const tiers = [12, 9, 6, 4, 2]
  return tiers.find((length) => one.length >= length && other.length >= length && one.slice(0, length) === other.slice(0, length)) ?? 0
}

/** A post with the pay by which people are assumed to choose; the record does not know it. */
export type PaidPost = Post & { readonly payFen: bigint }

/**
 * The list that is assumed of somebody who has handed in none: posts open to them, those near their home first, of equally
 * near ones the better paid, then by code. An assumption for comparing rules, never a wish.
 */
export function assumedList(candidate: Pick<Candidate, 'home' | 'places' | 'codes'>, posts: readonly PaidPost[]): string[] {
  return posts
    .filter((post) => isOpenTo(post, candidate as Candidate))
    .toSorted(
      (a, b) =>
        nearness(candidate.home, b.place) - nearness(candidate.home, a.place) ||
        (a.payFen === b.payFen ? (a.id < b.id ? -1 : 1) : a.payFen > b.payFen ? -1 : 1),
    )
    .map(({ id }) => id)
}

const fits = (post: Post, { codes }: Candidate): number => post.wishes.filter((code) => codes.includes(code)).length

/** How an employer is assumed to rank whoever may come: who fits its wishes better, then who has more points; equals share a tier. */
export function assumedRanking(post: Post, candidates: readonly Candidate[]): string[][] {
  const tiers = new Map<string, string[]>()
  const able = candidates.filter((one) => isOpenTo(post, one))
  for (const one of able.toSorted((a, b) => fits(post, b) - fits(post, a) || b.composite - a.composite)) {
    const tier = `${fits(post, one)} ${one.composite}`
    tiers.set(tier, [...(tiers.get(tier) ?? []), one.pseudonym])
  }
  return [...tiers.values()]
}

/** Lists where they were handed in, and for everybody else what is assumed of them. */
export function wishesOf({ candidates }: Opening, posts: readonly PaidPost[]): Wishes & { readonly assumed: number } {
  const stated = (one: Candidate) => one.proxy !== undefined && one.proxy.length > 0
  return {
    lists: new Map(candidates.map((one) => [one.pseudonym, stated(one) ? (one.proxy ?? []) : assumedList(one, posts)])),
    rankings: new Map(posts.map((post) => [post.id, assumedRanking(post, candidates)])),
    assumed: candidates.filter((one) => !stated(one)).length,
  }
}
