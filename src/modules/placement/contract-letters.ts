import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { PostKind } from './contract-posts.ts'
import { RoundState } from './contract-rounds.ts'
import { CandidateId, CandidateState, StepRefused, words } from './contract-words.ts'
import { LATE_CAUSES } from './domain/after/after-days.ts'

export const LateCause = z.enum(LATE_CAUSES)
export type LateCause = z.infer<typeof LateCause>

const seen = { candidateId: CandidateId, steps: z.int().min(1) }
const Stepped = z.object({ state: CandidateState, steps: z.int() })
const WordFile = z.object({ name: z.string(), content: z.base64() })
const inFuture = z.object({ code: z.literal('in-future'), today: PlainDate })

export const issueLetters = actionContract({
  name: 'letter.issue',
  summary:
    'Issues the introduction letters of a closed round: everybody placed who has none yet, each with its number and last day to start',
  input: z.object({ roundId: z.uuid() }),
  output: z.object({ issued: z.int(), startBy: PlainDate }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('round-not-closed'), state: RoundState }),
    z.object({ code: z.literal('nobody-waits') }),
  ]),
})

export const writeIntroLetter = actionContract({
  name: 'letter.write',
  summary: 'An introduction letter as a Word file (docx, base64), printed as often as needed: in full for whoever may see full data',
  input: z.object({ candidateId: CandidateId }),
  output: WordFile,
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('no-letter') })]),
})

export const writeReminder = actionContract({
  name: 'letter.writeReminder',
  summary: 'The reminder to an employer who has let nobody start in thirty days: the months for which pay is owed, as a Word file',
  input: z.object({ candidateId: CandidateId }),
  output: WordFile,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('no-letter') }),
    z.object({ code: z.literal('nothing-owed'), startBy: PlainDate }),
  ]),
})

export const recordStart = actionContract({
  name: 'letter.start',
  summary: 'Records that somebody has started work at the post of the letter',
  input: z.object({ ...seen, startedOn: PlainDate }),
  output: Stepped,
  refusal: z.discriminatedUnion('code', [...StepRefused, inFuture, z.object({ code: z.literal('before-letter'), letterOn: PlainDate })]),
})

export const recordNoStart = actionContract({
  name: 'letter.notStarted',
  summary: 'Records that somebody has not started after the last day, through whom and why',
  input: z.object({ ...seen, cause: LateCause, reason: words(500) }),
  output: Stepped,
  refusal: z.discriminatedUnion('code', [...StepRefused, z.object({ code: z.literal('still-time'), startBy: PlainDate })]),
})

export const followUp = actionContract({
  name: 'letter.followUp',
  summary: 'Records the visit half a year after the start: whether they are still there, and satisfied',
  input: z.object({ ...seen, isThere: z.boolean(), isSatisfied: z.boolean(), words: words(500) }),
  output: Stepped,
  refusal: z.discriminatedUnion('code', [...StepRefused, z.object({ code: z.literal('too-early'), from: PlainDate })]),
})

export const LetterLine = z.object({
  candidateId: CandidateId,
  steps: z.int(),
  state: CandidateState,
  name: z.string(),
  number: z.string(),
  employer: z.string(),
  uscc: z.string(),
  post: z.string(),
  kind: PostKind,
  /** Which place the post had on the list that was handed in. */
  wish: z.int().nullable(),
  issuedOn: PlainDate,
  startBy: PlainDate,
  startedOn: PlainDate.nullable(),
  daysOverdue: z.int(),
  cause: LateCause.nullable(),
  reason: z.string().nullable(),
  owedMonths: z.array(z.string()),
  followUpFrom: PlainDate.nullable(),
  followedOn: PlainDate.nullable(),
  isThere: z.boolean().nullable(),
  isSatisfied: z.boolean().nullable(),
  followWords: z.string().nullable(),
})
export type LetterLine = z.infer<typeof LetterLine>

export const listLetters = viewContract({
  name: 'letter.list',
  summary: 'Introduction letters at a place: who has started, who is overdue, who is to be asked; and rounds whose letters wait',
  input: z.object({ place: z.union([RegionCode, UnitCode]) }),
  output: z.object({
    letters: z.array(LetterLine),
    waiting: z.array(z.object({ roundId: z.uuid(), title: z.string(), unitCode: UnitCode, people: z.int() })),
    can: z.object({ issue: z.boolean(), write: z.boolean(), record: z.boolean() }),
  }),
})
