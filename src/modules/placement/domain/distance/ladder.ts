import type { Opening } from '../record/opening.ts'

/** Kilometres by the smallest division that holds both ends. */
export interface Ladder {
  readonly township: number
  readonly county: number
  readonly city: number
  readonly province: number
  readonly nation: number
}

const STEPS = [
  [9, 'township'],
  [6, 'county'],
  [4, 'city'],
  [2, 'province'],
] as const

/**
 * Metres from a home to the place of a post, by a ladder that the round announces beforehand: nobody has measured them, and
 * every two people of one division are as far as each other. What is spelled alike is no way at all.
 */
export function metresBy(ladder: Ladder, from: string, to: string): number {
  if (from === to) return 0
  const shared = STEPS.find(([length]) => from.length >= length && to.length >= length && from.slice(0, length) === to.slice(0, length))
  return (shared ? ladder[shared[1]] : ladder.nation) * 1000
}

/** Every distance that a directive round may need, each pair of spellings once, in one order. */
export function distancesBy(ladder: Ladder, { candidates, posts }: Pick<Opening, 'candidates' | 'posts'>): Opening['distances'] {
  const [homes, places] = [
    [...new Set(candidates.map(({ home }) => home))].toSorted(),
    [...new Set(posts.map(({ place }) => place))].toSorted(),
  ]
  return homes.flatMap((from) => places.filter((to) => to !== from).map((to) => ({ from, to, metres: metresBy(ladder, from, to) })))
}
