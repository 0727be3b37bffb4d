import { z } from 'zod'
import { actionContract } from '../../kernel/contract.ts'
import { RoundState } from './contract-rounds.ts'
import { TieCriterion } from './contract-words.ts'

/** Ways that can be tried before a round is committed to. */
export const TriedWay = z.enum(['points-ranked', 'two-way', 'directive'])
export type TriedWay = z.infer<typeof TriedWay>

/** Which posts: those of the draft, those of it that no pool gave, or whatever else the county may offer too. */
export const TriedPosts = z.enum(['round', 'withoutPool', 'all'])
export type TriedPosts = z.infer<typeof TriedPosts>

const Percent = z.int().min(0).max(100)

export const Trial = z.object({
  way: TriedWay,
  posts: TriedPosts,
  /** The tie rule, without the lot; the declared one where left out. */
  ties: z.array(TieCriterion).max(5).optional(),
  weights: z
    .object({ service: Percent, exam: Percent, appraisal: Percent })
    .refine(({ service, exam, appraisal }) => service + exam + appraisal === 100, { message: 'not-100' })
    .optional(),
})
export type Trial = z.infer<typeof Trial>

export const Tried = z.object({
  people: z.int(),
  seats: z.int(),
  /** Null where costs cannot be added up exactly. */
  effects: z
    .object({
      byWish: z.array(z.int()),
      notListed: z.int(),
      placed: z.int(),
      unplaced: z.int(),
      atHome: z.int(),
      envious: z.int(),
      unfilledSeats: z.int(),
    })
    .nullable(),
})
export type Tried = z.infer<typeof Tried>

export const tryRound = actionContract({
  name: 'round.try',
  summary:
    'Before a round is committed to only: how the same people would fare by other rules, beside the rule of the draft; decides nothing',
  input: z.object({ roundId: z.uuid(), trials: z.array(Trial).min(1).max(4) }),
  output: z.object({
    /** How many have handed in a list; for everybody else one was assumed. */
    stated: z.int(),
    assumed: z.int(),
    draft: Tried,
    trials: z.array(Tried),
  }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('round-committed'), state: RoundState }),
    z.object({ code: z.literal('not-ranked') }),
    z.object({ code: z.literal('nobody-to-place') }),
    z.object({ code: z.literal('too-many'), most: z.int() }),
  ]),
})
