import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { Decision } from './contract-candidates.ts'
import { Objection, Sheet } from './contract-scores.ts'
import { CandidateId, CandidateState, CohortGroup, Season, words } from './contract-words.ts'

/** One's own way to a post, as /me shows it. */
export const MyPlacement = z.object({
  candidateId: CandidateId,
  number: z.int(),
  year: z.int(),
  season: Season,
  group: CohortGroup,
  state: CandidateState,
  sinceOn: PlainDate,
  decision: Decision.nullable(),
  sheet: Sheet.nullable(),
  objections: z.array(Objection),
  /** Once there is a letter: its day, the last day for the start, and the start. */
  letter: z.object({ issuedOn: PlainDate, startBy: PlainDate, startedOn: PlainDate.nullable(), isOverdue: z.boolean() }).nullable(),
  can: z.object({ confirm: z.boolean(), object: z.boolean() }),
})
export type MyPlacement = z.infer<typeof MyPlacement>

export const seeMyPlacement = viewContract({
  name: 'mine.placement',
  summary: 'Where one stands on the way to a post: decision, score line by line, objections',
  input: z.object({}),
  output: z.object({ placements: z.array(MyPlacement) }),
})

export const confirmMyScore = actionContract({
  name: 'mine.confirmScore',
  summary: 'Confirms the own score sheet as it stands',
  input: z.object({ candidateId: CandidateId, sheetId: z.uuid() }),
  output: z.object({ state: CandidateState }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-the-sheet') }),
    z.object({ code: z.literal('not-now'), state: CandidateState }),
  ]),
})

export const objectToMyScore = actionContract({
  name: 'mine.objectScore',
  summary: 'Objects to one line of the own score sheet',
  input: z.object({ candidateId: CandidateId, sheetId: z.uuid(), line: z.string().max(64), words: words(1000) }),
  output: z.object({ objectionId: z.uuid(), state: CandidateState }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-the-sheet') }),
    z.object({ code: z.literal('not-now'), state: CandidateState }),
    z.object({ code: z.literal('no-such-line') }),
    z.object({ code: z.literal('line-open') }),
  ]),
})
