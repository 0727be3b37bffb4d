import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Uscc } from '../../kernel/uscc.ts'
import { CandidateCode, Season, words } from './contract-words.ts'
import { isSpeciality } from './domain/codes/candidate-codes.ts'

export const PostKind = z.enum(['institution', 'centralSoe', 'provincialSoe', 'citySoe', 'countySoe', 'civilService', 'special'])
export type PostKind = z.infer<typeof PostKind>
export const Establishment = z.enum(['institution', 'administrative', 'enterprise', 'none'])
export type Establishment = z.infer<typeof Establishment>
export const PostState = z.enum(['entered', 'confirmed', 'pooled', 'divided', 'withdrawn'])
export type PostState = z.infer<typeof PostState>

const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { message: 'not-a-code' })
const Pay = FenText.refine((fen) => !fen.startsWith('-'), { message: 'negative' })

/** Hard: of each group one code is held. Soft: specialities that fit. */
export const PostRequirements = z.object({
  requires: z.array(z.array(Code).min(1).max(20)).max(20).default([]),
  wishes: z.array(Code).max(50).default([]),
  words: z.string().trim().max(300, { message: 'too-long' }).default(''),
})

export const Employer = z.object({ id: z.uuid(), unitCode: UnitCode, uscc: Uscc, name: z.string(), kind: PostKind })
export type Employer = z.infer<typeof Employer>

export const Post = z.object({
  id: z.uuid(),
  unitCode: UnitCode,
  year: z.int(),
  season: Season,
  employer: z.string(),
  uscc: z.string(),
  title: z.string(),
  kind: PostKind,
  establishment: Establishment,
  seats: z.int(),
  /** Seats that no round has given away. */
  left: z.int(),
  placeCode: RegionCode,
  placeName: z.string(),
  payLowFen: z.string(),
  payHighFen: z.string(),
  requirements: PostRequirements,
  state: PostState,
  isDirect: z.boolean(),
  /** Direct train: the speciality that it is kept for. */
  reservedFor: z.string().nullable(),
  poolId: z.uuid().nullable(),
  can: z.object({ confirm: z.boolean(), withdraw: z.boolean() }),
})
export type Post = z.infer<typeof Post>

export const registerEmployer = actionContract({
  name: 'employer.register',
  summary: 'Registers a receiving unit by its unified social credit code (GB 32100)',
  input: z.object({ unitCode: UnitCode, uscc: z.string().max(40), name: words(80), kind: PostKind }),
  output: z.object({ id: z.uuid(), uscc: Uscc }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('wrong-length'), length: z.int() }),
    z.object({ code: z.literal('not-in-alphabet'), position: z.int() }),
    z.object({ code: z.literal('wrong-checksum'), position: z.int(), expected: z.string() }),
    z.object({ code: z.literal('already-registered'), employerId: z.uuid() }),
    z.object({ code: z.literal('not-a-bureau') }),
  ]),
})

export const enterPost = actionContract({
  name: 'post.enter',
  summary: 'Enters posts that a receiving unit offers: seats, place, pay and requirements',
  input: z.object({
    employerId: z.uuid(),
    year: z.int().min(2000).max(2100),
    season: Season,
    title: words(60),
    establishment: Establishment,
    seats: z.int().min(1).max(999),
    placeCode: RegionCode,
    payLowFen: Pay,
    payHighFen: Pay,
    requirements: PostRequirements.default({ requires: [], wishes: [], words: '' }),
    isDirect: z.boolean().default(false),
    /** Goes with `isDirect`. */
    reservedFor: CandidateCode.refine(isSpeciality, { message: 'not-a-speciality' }).optional(),
    surveyId: z.uuid().optional(),
  }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('pay-turned') }),
    z.object({ code: z.literal('no-such-place') }),
    z.object({ code: z.literal('no-such-survey') }),
    z.object({ code: z.literal('nothing-reserved') }),
  ]),
})

export const settlePost = actionContract({
  name: 'post.settle',
  summary: 'Confirms a post, so that it may be chosen, or withdraws it with a reason',
  input: z.object({ postId: z.uuid(), to: z.enum(['confirmed', 'withdrawn']), reason: words(300).optional() }),
  output: z.object({ state: PostState }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-from-here'), state: PostState }),
    z.object({ code: z.literal('reason-needed') }),
    z.object({ code: z.literal('in-a-round'), title: z.string() }),
  ]),
})

export const listPosts = viewContract({
  name: 'post.list',
  summary: 'Posts of a place in a season, by receiving unit',
  input: z.object({ place: z.union([RegionCode, UnitCode]), year: z.int().optional(), season: Season.optional() }),
  output: z.object({
    posts: z.array(Post),
    employers: z.array(Employer),
    /** People with assigned work who have no post yet, and seats that may still be chosen. */
    people: z.int(),
    seats: z.int(),
    can: z.object({ enter: z.boolean(), pool: z.boolean() }),
  }),
})

export const PostLogLine = z.object({
  what: z.enum(['entered', 'changed', 'confirmed', 'withdrawn', 'pooled', 'divided', 'received']),
  seats: z.int().nullable(),
  reason: z.string().nullable(),
  saidOn: PlainDate,
  byName: z.string(),
})

export const getPost = viewContract({
  name: 'post.get',
  summary: 'A post and what became of it, with the reasons',
  input: z.object({ postId: z.uuid() }),
  output: z.object({ post: Post, log: z.array(PostLogLine) }),
})

export const openSurvey = actionContract({
  name: 'survey.open',
  summary: 'Asks receiving units for posts, until a day',
  input: z.object({
    unitCode: UnitCode,
    year: z.int().min(2000).max(2100),
    title: words(80),
    dueOn: PlainDate,
    employerIds: z.array(z.uuid()).min(1).max(500),
  }),
  output: z.object({ id: z.uuid(), asked: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('day-gone'), today: PlainDate }),
    z.object({ code: z.literal('unknown-employer') }),
    z.object({ code: z.literal('not-a-bureau') }),
  ]),
})

export const answerSurvey = actionContract({
  name: 'survey.answer',
  summary: 'Takes down what a receiving unit answered: so many seats, or none',
  input: z.object({ surveyId: z.uuid(), employerId: z.uuid(), seats: z.int().min(0).max(9999) }),
  output: z.object({ answered: z.int() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-asked') })]),
})

export const listSurveys = viewContract({
  name: 'survey.list',
  summary: 'Surveys of posts of a place: who was asked, who answered, until when',
  input: z.object({ place: z.union([RegionCode, UnitCode]) }),
  output: z.object({
    surveys: z.array(
      z.object({
        id: z.uuid(),
        unitCode: UnitCode,
        year: z.int(),
        title: z.string(),
        dueOn: PlainDate,
        isOver: z.boolean(),
        answers: z.array(
          z.object({ employerId: z.uuid(), employer: z.string(), answeredOn: PlainDate.nullable(), seats: z.int().nullable() }),
        ),
      }),
    ),
    can: z.object({ open: z.boolean(), answer: z.boolean() }),
  }),
})
