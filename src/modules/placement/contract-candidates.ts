import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { CandidateLine, Cohort } from './contract-cohorts.ts'
import { Objection, Sheet } from './contract-scores.ts'
import { CandidateCode, CandidateId, CandidateState, CohortId, ExitStep, Paper, StepRefused, Way, words } from './contract-words.ts'

/** What every step of a candidate says: whom, and which version of them was seen. */
const seen = { candidateId: CandidateId, steps: z.int().min(1) }

const Stepped = z.object({ state: CandidateState, steps: z.int() })

export const addCandidate = actionContract({
  name: 'candidate.add',
  summary: 'Enters a person of the registry into a cohort, with the day of leaving',
  input: z.object({ cohortId: CohortId, personId: PersonId, leavingOn: PlainDate }),
  output: z.object({ id: CandidateId, number: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('no-such-person') }),
    z.object({ code: z.literal('already-in'), candidateId: CandidateId }),
    z.object({ code: z.literal('already-published'), publishedOn: PlainDate }),
  ]),
})

export const checkFile = actionContract({
  name: 'candidate.checkFile',
  summary: 'Records the check of a handover file: when it came, pages, what is missing',
  input: z.object({ ...seen, receivedOn: PlainDate, pages: z.int().min(1).max(9999), missing: z.array(Paper).max(8) }),
  output: Stepped,
  refusal: z.discriminatedUnion('code', [...StepRefused, z.object({ code: z.literal('in-future'), today: PlainDate })]),
})

export const reportCandidate = actionContract({
  name: 'candidate.report',
  summary: 'Records that somebody has reported; more than thirty days late only with a cause',
  input: z.object({ ...seen, reportedOn: PlainDate, cause: words(500).optional() }),
  output: Stepped,
  refusal: z.discriminatedUnion('code', [
    ...StepRefused,
    z.object({ code: z.literal('in-future'), today: PlainDate }),
    z.object({ code: z.literal('file-lacks-papers'), missing: z.array(Paper) }),
    z.object({ code: z.literal('late-without-cause'), lastDay: PlainDate }),
  ]),
})

/** What a post may ask of somebody, where else they may be placed, and how hard the family has it. */
const Described = z.object({
  codes: z.array(CandidateCode).max(40),
  furtherPlaces: z.array(z.string().regex(/^\d{6}$/, { message: 'not-a-county' })).max(5),
  hardship: z.int().min(0).max(10),
})

export const describeCandidate = actionContract({
  name: 'candidate.describe',
  summary: 'Enters schooling, specialities, party, licences, further places and hardship of a candidate, before a round takes them in',
  input: Described.extend(seen),
  output: Stepped,
  refusal: z.discriminatedUnion('code', [
    ...StepRefused,
    z.object({ code: z.literal('two-educations') }),
    z.object({ code: z.literal('no-such-county'), place: z.string() }),
  ]),
})

const Years = z.int().min(0).max(60)

/** What the officer reads from the file; age is reckoned. */
export const EligibilityFacts = z.object({
  isMidRank: z.boolean(),
  serviceYears: Years,
  ncoYears: Years,
  /** Of officers: years as one, and whether the forces have approved a retirement. */
  officerYears: Years.default(0),
  retires: z.boolean().default(false),
  disability: z.object({ grade: z.int().min(1).max(10), cause: z.enum(['war', 'duty', 'illness']) }).nullable(),
  lostAbilityByIllness: z.boolean(),
  meetsMonthlyPay: z.boolean(),
  merit: z.boolean(),
  firstClassCommendation: z.boolean(),
  medalOrTitle: z.boolean(),
  martyrsChild: z.boolean(),
  isExcluded: z.boolean(),
})
export type EligibilityFacts = z.infer<typeof EligibilityFacts>

export const decideEligibility = actionContract({
  name: 'candidate.decide',
  summary: 'Decides the way of placement by the table: the row, its article, the facts and what else is open',
  input: z.object({ ...seen, facts: EligibilityFacts }),
  output: Stepped.extend({ way: Way, article: z.string(), row: z.string() }),
  refusal: z.discriminatedUnion('code', [
    ...StepRefused,
    z.object({ code: z.literal('no-table'), leavingOn: PlainDate }),
    z.object({ code: z.literal('nco-years-too-many') }),
  ]),
})

export const leaveWay = actionContract({
  name: 'candidate.leave',
  summary: 'Takes a candidate off the way to a post, with the reason and its article',
  input: z.object({ ...seen, step: ExitStep, reason: words(500) }),
  output: Stepped,
  refusal: z.discriminatedUnion('code', [
    ...StepRefused,
    z.object({ code: z.literal('not-late'), lastDay: PlainDate }),
    /** A round that is under way lets go of people itself. */
    z.object({ code: z.literal('in-a-round'), title: z.string() }),
  ]),
})

const Condition = z.object({ code: z.string(), article: z.string(), need: z.enum(['all', 'any', 'none']), holds: z.boolean() })

/** How the table came to its way, row by row. */
export const Decision = z.object({
  tableVersion: z.string(),
  row: z.string(),
  way: Way,
  article: z.string(),
  choices: z.array(z.object({ way: Way, article: z.string() })),
  answers: z.array(z.object({ row: z.string(), way: Way, article: z.string(), holds: z.boolean(), conditions: z.array(Condition) })),
  decidedOn: PlainDate,
})
export type Decision = z.infer<typeof Decision>

export const CandidateStep = z.object({
  number: z.int(),
  step: z.string(),
  toState: CandidateState,
  article: z.string().nullable(),
  reason: z.string().nullable(),
  takenOn: PlainDate,
  byName: z.string(),
})

export const Candidate = CandidateLine.extend({
  cohort: Cohort,
  personId: PersonId,
  steps: z.int(),
  reportBy: PlainDate,
  described: Described,
  files: z.array(z.object({ receivedOn: PlainDate, pages: z.int(), missing: z.array(Paper), checkedOn: PlainDate })),
  reportedOn: PlainDate.nullable(),
  decision: Decision.nullable(),
  /** What the registry knows already: offered to the form, never taken without being looked at. */
  known: EligibilityFacts.extend({ enlistedOn: PlainDate.nullable() }).nullable(),
  sheets: z.array(Sheet),
  objections: z.array(Objection),
  history: z.array(CandidateStep),
  can: z.object({
    describe: z.boolean(),
    checkFile: z.boolean(),
    report: z.boolean(),
    decide: z.boolean(),
    score: z.boolean(),
    confirm: z.boolean(),
    object: z.boolean(),
    settle: z.boolean(),
    exits: z.array(ExitStep),
  }),
})
export type Candidate = z.infer<typeof Candidate>

export const getCandidate = viewContract({
  name: 'candidate.get',
  summary: 'A candidate: file, decision, score sheets and steps, masked',
  input: z.object({ candidateId: CandidateId }),
  output: Candidate,
})
