import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { CandidateId, CandidateState, CohortGroup, CohortId, CohortMethod, Season, TieCriterion, Way } from './contract-words.ts'

const Percent = z.int().min(0).max(100)
export const Weights = z.object({ service: Percent, exam: Percent, appraisal: Percent })

/** A cohort as lists show it. */
export const Cohort = z.object({
  id: CohortId,
  unitCode: UnitCode,
  unitName: z.string(),
  year: z.int(),
  season: Season,
  group: CohortGroup,
  method: CohortMethod,
  weights: Weights,
  tieRule: z.array(TieCriterion),
  isTieDeclared: z.boolean(),
  publishedOn: PlainDate.nullable(),
  windowClosesOn: PlainDate.nullable(),
  rankedOn: PlainDate.nullable(),
  candidates: z.int(),
  openObjections: z.int(),
})
export type Cohort = z.infer<typeof Cohort>

/** A candidate as the list of a cohort shows one: masked. */
export const CandidateLine = z.object({
  id: CandidateId,
  number: z.int(),
  /** Masked. */
  name: z.string(),
  unitCode: UnitCode,
  state: CandidateState,
  sinceOn: PlainDate,
  leavingOn: PlainDate,
  way: Way.nullable(),
  /** Hundredths of a point. */
  total: z.int().nullable(),
  exam: z.int().nullable(),
  appraisal: z.int().nullable(),
  /** Ten-thousandths of a point. */
  composite: z.int().nullable(),
  rank: z.int().nullable(),
  isTied: z.boolean(),
  isConfirmed: z.boolean(),
})
export type CandidateLine = z.infer<typeof CandidateLine>

export const openCohort = actionContract({
  name: 'cohort.open',
  summary: 'Opens a cohort of a county: who leaves in one season and group and is placed together',
  input: z.object({
    unitCode: UnitCode,
    year: z.int().min(2000).max(2100),
    season: Season,
    group: CohortGroup,
    method: CohortMethod.default('points'),
    weights: Weights.default({ service: 100, exam: 0, appraisal: 0 }),
  }),
  output: z.object({ id: CohortId }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-a-county') }),
    z.object({ code: z.literal('weights-are-not-100') }),
    z.object({ code: z.literal('already-open'), cohortId: CohortId }),
  ]),
})

export const declareTies = actionContract({
  name: 'cohort.declareTies',
  summary: 'Declares what decides between equals, before anything is published; the last is always the lot',
  input: z.object({ cohortId: CohortId, rule: z.array(TieCriterion).min(1).max(5) }),
  output: z.object({ rule: z.array(TieCriterion) }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('already-published'), publishedOn: PlainDate }),
    z.object({ code: z.literal('criterion-twice') }),
  ]),
})

export const publishScores = actionContract({
  name: 'cohort.publish',
  summary: 'Publishes the masked list of scores and opens the window in which they may be objected to',
  input: z.object({ cohortId: CohortId, closesOn: PlainDate }),
  output: z.object({ published: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('already-published'), publishedOn: PlainDate }),
    z.object({ code: z.literal('no-tie-rule') }),
    z.object({ code: z.literal('nobody-scored') }),
    z.object({ code: z.literal('not-all-confirmed'), missing: z.int() }),
    z.object({ code: z.literal('open-objections'), objections: z.int() }),
    z.object({ code: z.literal('window-too-short'), days: z.int(), earliest: PlainDate }),
  ]),
})

export const rankCohort = actionContract({
  name: 'cohort.rank',
  summary: 'Ranks a cohort by composite and tie rule once the window has closed and every objection is settled',
  input: z.object({ cohortId: CohortId }),
  output: z.object({ ranked: z.int(), tied: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-published') }),
    z.object({ code: z.literal('window-open'), closesOn: PlainDate }),
    z.object({ code: z.literal('open-objections'), objections: z.int() }),
    z.object({ code: z.literal('marks-missing'), missing: z.int() }),
    z.object({ code: z.literal('already-ranked'), rankedOn: PlainDate }),
  ]),
})

/** Marks as a list brings them: a candidate is known by the number. */
export const bringMarks = actionContract({
  name: 'cohort.bringMarks',
  summary: 'Brings the marks of exam and appraisal of a cohort, from a workbook: number, exam, appraisal',
  input: z.object({ cohortId: CohortId, fileId: z.uuid() }),
  output: z.object({ brought: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('no-such-file') }),
    z.object({ code: z.literal('unreadable'), sentence: z.string() }),
    z.object({ code: z.literal('no-exam') }),
    z.object({ code: z.literal('already-ranked'), rankedOn: PlainDate }),
    /** Nothing is taken in while a row is wrong. `why`: a code, and the row of the workbook. */
    z.object({
      code: z.literal('rows-wrong'),
      rows: z.array(z.object({ row: z.int(), why: z.enum(['no-number', 'unknown-number', 'twice', 'not-a-mark']) })),
    }),
  ]),
})

export const listCohorts = viewContract({
  name: 'cohort.list',
  summary: 'Cohorts of a place, the latest first',
  input: z.object({ place: z.union([RegionCode, UnitCode]) }),
  output: z.object({ cohorts: z.array(Cohort), can: z.object({ open: z.boolean() }) }),
})

export const getCohort = viewContract({
  name: 'cohort.get',
  summary: 'A cohort and its candidates, masked',
  input: z.object({ cohortId: CohortId }),
  output: z.object({
    cohort: Cohort,
    candidates: z.array(CandidateLine),
    publications: z.array(z.object({ id: z.uuid(), kind: z.enum(['scores', 'ranks']), publishedOn: PlainDate, closesOn: PlainDate })),
    can: z.object({ add: z.boolean(), declareTies: z.boolean(), publish: z.boolean(), rank: z.boolean(), bringMarks: z.boolean() }),
  }),
})
