/** How far a round has come. */
export type Stage = 'draft' | 'committed' | 'drawn' | 'present' | 'open' | 'closed'

/** Somebody on /me, who comes first in the order of a round. */
export interface Own {
  readonly personId: string
  readonly at: string
}

/** A cohort that has been ranked, and the posts that a round may be drafted with. */
export interface Ranked {
  readonly county: string
  readonly cohortId: string
  readonly postIds: readonly string[]
  /** In the order of the round. */
  readonly candidateIds: readonly string[]
}

export interface RoundMade extends Ranked {
  readonly roundId: string
}
