import { chanceOf } from '../faults/chance.ts'

/** Chance that can be had again: the same seed, the same history. */
export interface Chance {
  /** True so often out of one. */
  of(share: number): boolean
  below(limit: number): number
}

export function chance(seed: number): Chance {
  const next = chanceOf(seed)
  return { of: (share) => next() < share, below: (limit) => Math.floor(next() * limit) }
}
