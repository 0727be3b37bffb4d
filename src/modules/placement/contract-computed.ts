import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RoundCan, RoundLink, RoundOutline, RoundPerson, RoundPost } from './contract-round-views.ts'
import { Line, PostCode, RoundRefusal, Sentence } from './contract-rounds.ts'

/** Rounds that are computed at once, as the record names them. */
export const ComputedWay = z.enum(['two-way', 'directive'])
export type ComputedWay = z.infer<typeof ComputedWay>

const id = { roundId: z.uuid() }

const Draft = z.object({
  cohortId: z.uuid(),
  title: Line,
  postIds: z.array(z.uuid()).min(1).max(2000),
  draw: z.object({ source: Line, on: PlainDate }),
})

/** Lists until the end of one day, rankings from the next morning to the end of another. China's days. */
export const TwoWayRules = z.object({
  mostListed: z.int().min(1).max(50),
  /** What becomes of an employer that ranks nobody: it takes who listed it by the order of the round, or nobody. */
  silentEmployer: z.enum(['by-order', 'nobody']),
  listsUntil: PlainDate,
  rankingsUntil: PlainDate,
})
export type TwoWayRules = z.infer<typeof TwoWayRules>

export const draftTwoWay = actionContract({
  name: 'round.draftTwoWay',
  summary: 'Opens the draft of a two-way selection: posts, how many may be listed, the windows of lists and of rankings, the public draw',
  input: Draft.extend({ twoWay: TwoWayRules }),
  output: z.object(id),
  refusal: RoundRefusal,
})

const Kilometres = z.int().min(0).max(9999)

/** Kilometres from home to a post by the smallest division that holds both: a rule of the round, no measurement. */
export const DistanceLadder = z.object({
  township: Kilometres,
  county: Kilometres,
  city: Kilometres,
  province: Kilometres,
  nation: Kilometres,
})
export type DistanceLadder = z.infer<typeof DistanceLadder>

/** What an assignment costs, in whole numbers, chosen and published beforehand. */
export const CostRules = z.object({
  perKilometre: z.int().min(0).max(1_000_000),
  misfit: z.int().min(0).max(1_000_000_000),
  hardshipPerKilometre: z.int().min(0).max(1_000_000),
  unplaced: z.int().min(1).max(1_000_000_000),
})
export type CostRules = z.infer<typeof CostRules>

export const draftDirective = actionContract({
  name: 'round.draftDirective',
  summary:
    'Opens the draft of a directive assignment of who is left over: open posts, what distance, misfit and hardship cost, the public draw',
  input: Draft.extend({ cost: CostRules, ladder: DistanceLadder }),
  output: z.object(id),
  refusal: RoundRefusal,
})

const Said = z.object({ ...id, seq: z.int(), hash: z.string() })

export const enterList = actionContract({
  name: 'round.enterList',
  summary:
    'Enters the list of somebody who handed it in on paper: posts, the dearest first; a later list replaces it until the window ends',
  input: z.object({ ...id, candidateId: z.uuid(), posts: z.array(PostCode).max(50) }),
  output: Said,
  refusal: RoundRefusal,
})

export const deviate = actionContract({
  name: 'round.deviate',
  summary:
    'Decides otherwise than the computed optimum for one person, with reason and article; it stands beside the optimum in the record',
  input: z.object({ ...id, candidateId: z.uuid(), post: PostCode.nullable(), reason: Sentence, article: Line }),
  output: Said,
  refusal: RoundRefusal,
})

/** What one post costs one person, line by line. */
export const CostLines = z.object({
  kilometres: z.int(),
  distance: z.int(),
  misfit: z.int(),
  hardship: z.int(),
  total: z.int(),
})

const Person = RoundPerson.extend({
  isRemoved: z.boolean(),
  /** Told while the list itself is hidden: nobody leans on anybody who may still change theirs. */
  hasListed: z.boolean(),
  /** Directive: what the computation gave, and what it costs. */
  optimum: PostCode.nullable(),
  cost: CostLines.nullable(),
  deviation: z.object({ reason: z.string(), article: z.string() }).nullable(),
})

const Post = RoundPost.extend({
  uscc: z.string(),
  held: z.int(),
  isWithdrawn: z.boolean(),
  /** How many have listed it; null until the window of lists has ended. */
  listed: z.int().nullable(),
  isRanked: z.boolean(),
})

export const getComputed = viewContract({
  name: 'round.computed',
  summary:
    'A two-way or directive round as the officer steers it: windows, who has listed, which employer has ranked, the outcome with its proof',
  input: z.object(id),
  output: RoundOutline.extend({
    twoWay: TwoWayRules.extend({ phase: z.enum(['before', 'lists', 'rankings', 'over']) }).nullable(),
    directive: z.object({ cost: CostRules, ladder: DistanceLadder }).nullable(),
    isComputed: z.boolean(),
    /** Directive: the least sum of costs, and the sum with what officers decided otherwise. */
    total: z.object({ optimum: z.int(), now: z.int() }).nullable(),
    posts: z.array(Post),
    people: z.array(Person),
    doors: z.array(
      z.object({
        uscc: z.string(),
        employer: z.string(),
        givenTo: z.string().nullable(),
        givenAt: z.string().nullable(),
        endsAt: z.string().nullable(),
        hasEntered: z.boolean(),
      }),
    ),
    links: z.array(RoundLink),
    can: RoundCan.extend({
      enterList: z.boolean(),
      giveDoor: z.boolean(),
      compute: z.boolean(),
      deviate: z.boolean(),
    }),
  }),
})
export type ComputedPage = z.infer<typeof getComputed.output>

export const seeCosts = viewContract({
  name: 'round.costs',
  summary: 'What every open post would cost one person in a directive round, line by line, and how much dearer all would come',
  input: z.object({ ...id, candidateId: z.uuid() }),
  output: z.object({
    unplaced: z.int(),
    posts: z.array(
      CostLines.extend({
        code: PostCode,
        employer: z.string(),
        /** By the proof: the least by which the sum of all costs would rise. Null before the computation. */
        dearer: z.int().nullable(),
      }),
    ),
  }),
})
export type Costs = z.infer<typeof seeCosts.output>
