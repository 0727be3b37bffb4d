/** The way of a candidate from the announcement to the follow-up, in its order. */
export const WAY_STATES = [
  'announced',
  'fileReceived',
  'reported',
  'eligibilityDecided',
  'scored',
  'objected',
  'scorePublished',
  'ranked',
  'selecting',
  'picked',
  'letterIssued',
  'onDuty',
  'followedUp',
] as const

/** Where a candidate leaves the way; nobody comes back from there. */
export const EXIT_STATES = [
  'notPlaced',
  'chosenSelfEmployment',
  'otherWay',
  'waivedLate',
  'waivedRefused',
  'cancelled',
  'relocated',
] as const

export const CANDIDATE_STATES = [...WAY_STATES, ...EXIT_STATES] as const
export type CandidateState = (typeof CANDIDATE_STATES)[number]

const isExit = (state: CandidateState): boolean => (EXIT_STATES as readonly string[]).includes(state)

/** Up to the day on which somebody has a post, one may still leave the way. */
const BEFORE_A_POST = WAY_STATES.slice(0, WAY_STATES.indexOf('picked'))

interface Step {
  readonly from: readonly CandidateState[]
  readonly to: CandidateState
  /** The article of 《退役军人安置条例》 (2024) that the step rests on, where the table of C2 names one. */
  readonly article?: string
}

/** Steps that the office or the person takes here; the round takes those from `ranked` to `picked`. An objection ends where it began. */
export const STEPS = {
  receiveFile: { from: ['announced'], to: 'fileReceived' },
  report: { from: ['fileReceived'], to: 'reported' },
  decide: { from: ['reported', 'eligibilityDecided'], to: 'eligibilityDecided' },
  score: { from: ['eligibilityDecided', 'scored'], to: 'scored' },
  object: { from: ['scored', 'scorePublished', 'objected'], to: 'objected' },
  publish: { from: ['scored'], to: 'scorePublished' },
  rank: { from: ['scorePublished'], to: 'ranked' },
  issueLetter: { from: ['picked'], to: 'letterIssued', article: '第七十五条' },
  start: { from: ['letterIssued'], to: 'onDuty', article: '第七十五条' },
  notStarted: { from: ['letterIssued'], to: 'letterIssued', article: '第七十五条' },
  followUp: { from: ['onDuty'], to: 'followedUp' },
  chooseSelfEmployment: { from: BEFORE_A_POST, to: 'chosenSelfEmployment', article: '第二十条' },
  takeOtherWay: { from: ['eligibilityDecided'], to: 'otherWay' },
  waiveLate: { from: ['announced', 'fileReceived'], to: 'waivedLate', article: '第三十四条' },
  // Who has a letter and refuses to start without cause has refused the post.
  waiveRefused: { from: [...BEFORE_A_POST, 'letterIssued'], to: 'waivedRefused', article: '第三十四条' },
  cancel: { from: BEFORE_A_POST, to: 'cancelled', article: '第三十四条' },
  relocate: { from: BEFORE_A_POST, to: 'relocated', article: '第四十五条' },
} as const satisfies Record<string, Step>

export type CandidateStep = keyof typeof STEPS

/** Steps by which a candidate leaves the way: each is taken with a reason. */
export const EXIT_STEPS = ['chooseSelfEmployment', 'takeOtherWay', 'waiveLate', 'waiveRefused', 'cancel', 'relocate'] as const
export type ExitStep = (typeof EXIT_STEPS)[number]

/** Where a step leads from a state; undefined where it cannot be taken there. */
export function stateAfter(state: CandidateState, step: CandidateStep): CandidateState | undefined {
  const { from, to }: Step = STEPS[step]
  return !isExit(state) && from.includes(state) ? to : undefined
}

/** Where a sheet that stands may be confirmed: also one that an objection has changed after the publication. */
export const isConfirmable = (state: CandidateState): boolean => state === 'scored' || state === 'scorePublished' || state === 'ranked'

/** Until a round has taken somebody in, what posts may ask of them can be entered and put right. */
export const isDescribable = (state: CandidateState): boolean =>
  WAY_STATES.slice(0, WAY_STATES.indexOf('selecting')).some((one) => one === state)

/** The article that a step rests on, where it has one of its own. */
export function articleOf(step: CandidateStep): string | undefined {
  const { article }: Step = STEPS[step]
  return article
}

/** The exits that are open from a state. */
export const exitsFrom = (state: CandidateState): ExitStep[] => EXIT_STEPS.filter((step) => stateAfter(state, step) !== undefined)
