import type { CandidateLine } from '../../contract.ts'

type State = CandidateLine['state']

/** The steps of the way that a reader counts by. */
export const FUNNEL_STAGES = [
  'announced',
  'reported',
  'eligibilityDecided',
  'scored',
  'ranked',
  'picked',
  'onDuty',
] as const satisfies readonly State[]
export type FunnelStageName = (typeof FUNNEL_STAGES)[number]

/**
 * The last of those steps that each state lies at or behind. Who has left the way is counted where they set out only: how
 * far they came their state does not say; but who had no post in the round had been ranked.
 */
const AT: Readonly<Record<State, FunnelStageName>> = {
  announced: 'announced',
  fileReceived: 'announced',
  reported: 'reported',
  eligibilityDecided: 'eligibilityDecided',
  scored: 'scored',
  objected: 'scored',
  scorePublished: 'scored',
  ranked: 'ranked',
  selecting: 'ranked',
  picked: 'picked',
  letterIssued: 'picked',
  onDuty: 'onDuty',
  followedUp: 'onDuty',
  notPlaced: 'ranked',
  chosenSelfEmployment: 'announced',
  otherWay: 'announced',
  waivedLate: 'announced',
  waivedRefused: 'announced',
  cancelled: 'announced',
  relocated: 'announced',
}

/** How many have come at least as far as each step. */
export const reachedBy = (candidates: readonly Pick<CandidateLine, 'state'>[]): { stage: FunnelStageName; reached: number }[] =>
  FUNNEL_STAGES.map((stage, at) => ({
    stage,
    reached: candidates.filter(({ state }) => FUNNEL_STAGES.indexOf(AT[state]) >= at).length,
  }))
