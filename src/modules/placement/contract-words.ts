import { z } from 'zod'
import { CANDIDATE_CODES } from './domain/codes/candidate-codes.ts'
import { CANDIDATE_STATES, EXIT_STEPS } from './domain/states/candidate-states.ts'

export const Season = z.enum(['spring', 'autumn'])
export const CohortGroup = z.enum(['officer', 'nco', 'conscript'])
export const CohortMethod = z.enum(['points', 'exam'])
export const CandidateState = z.enum(CANDIDATE_STATES)
export type CandidateState = z.infer<typeof CandidateState>
export const ExitStep = z.enum(EXIT_STEPS)
export type ExitStep = z.infer<typeof ExitStep>
export const Way = z.enum([
  'retirement',
  'provided',
  'monthlyPension',
  'arrangedWork',
  'selfEmployment',
  'transferToCivilWork',
  'demobilised',
])
export type Way = z.infer<typeof Way>

/** What may decide between equals; after them the lot. */
export const TieCriterion = z.enum(['serviceDays', 'rewardPoints', 'disabilityPoints', 'examMarks', 'bornOn'])
export type TieCriterion = z.infer<typeof TieCriterion>

/** Papers of a handover file whose lack a check may find. */
export const PAPERS = ['enlistment', 'discharge', 'service', 'rewards', 'disability', 'party', 'medical', 'family'] as const
export const Paper = z.enum(PAPERS)
export type Paper = z.infer<typeof Paper>

/** Schooling, speciality, party, licence: what a post may ask of a candidate. */
export const CandidateCode = z.enum(CANDIDATE_CODES)
export type CandidateCode = z.infer<typeof CandidateCode>

export const CohortId = z.uuid()
export const CandidateId = z.uuid()

/** Text as a person types it, without control characters but line breaks. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .min(2, { message: 'too-short' })
    .max(max, { message: 'too-long' })
    .regex(/^[\P{Cc}\n]*$/u, { message: 'control-character' })

/** What a step of a candidate may be told: it cannot be taken from there, or somebody was faster. */
export const StepRefused = [
  z.object({ code: z.literal('not-from-here'), state: CandidateState }),
  z.object({ code: z.literal('changed-meanwhile'), steps: z.int() }),
] as const
