import { z } from 'zod'
import { actionContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { CandidateId, CandidateState, StepRefused, words } from './contract-words.ts'

const Item = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { message: 'not-an-item-code' })

/** What counts, and the paper that shows it. */
export const ScoreClaim = z.object({ item: Item, quantity: z.int().min(1).max(100_000), evidence: words(100) })
export type ScoreClaim = z.infer<typeof ScoreClaim>

export const SheetLine = z.object({
  item: z.string(),
  zh: z.string(),
  unit: z.enum(['halfYear', 'each', 'once', 'month', 'day']),
  /** Hundredths of a point for one unit, and of the line. */
  each: z.int(),
  quantity: z.int(),
  points: z.int(),
  evidence: z.string(),
})

/** One score sheet, explained line by line. */
export const Sheet = z.object({
  id: z.uuid(),
  number: z.int(),
  schemeVersion: z.string(),
  schemeTitle: z.string(),
  enlistedOn: PlainDate,
  lines: z.array(SheetLine),
  total: z.int(),
  drawnOn: PlainDate,
  isConfirmed: z.boolean(),
})
export type Sheet = z.infer<typeof Sheet>

export const Objection = z.object({
  id: z.uuid(),
  sheetId: z.uuid(),
  line: z.string(),
  lineZh: z.string(),
  via: z.enum(['me', 'window']),
  words: z.string(),
  statedOn: PlainDate,
  outcome: z.enum(['upheld', 'dismissed']).nullable(),
  reason: z.string().nullable(),
  settledOn: PlainDate.nullable(),
})
export type Objection = z.infer<typeof Objection>

/** Why no sheet can be drawn from what was claimed. */
export const NotDrawn = [
  z.object({ code: z.literal('no-scheme'), leavingOn: PlainDate }),
  z.object({ code: z.literal('no-such-item'), item: z.string() }),
  z.object({ code: z.literal('item-twice'), item: z.string() }),
  z.object({ code: z.literal('more-than-once'), item: z.string() }),
  z.object({ code: z.literal('too-short'), item: z.string(), atLeast: z.int() }),
  z.object({ code: z.literal('one-of-group'), group: z.string() }),
  z.object({ code: z.literal('service-is-counted'), item: z.string() }),
  z.object({ code: z.literal('left-before-enlisting') }),
] as const

const seen = { candidateId: CandidateId, steps: z.int().min(1) }

export const drawScore = actionContract({
  name: 'candidate.score',
  summary: 'Draws a score sheet by the version for the day of leaving; not after it was confirmed',
  input: z.object({ ...seen, enlistedOn: PlainDate, evidence: words(100), claims: z.array(ScoreClaim).max(60) }),
  output: z.object({ sheetId: z.uuid(), total: z.int(), state: CandidateState, steps: z.int() }),
  refusal: z.discriminatedUnion('code', [
    ...StepRefused,
    ...NotDrawn,
    z.object({ code: z.literal('not-for-work') }),
    z.object({ code: z.literal('needs-objection') }),
  ]),
})

export const confirmScore = actionContract({
  name: 'candidate.confirm',
  summary: 'Takes down that the person has signed the sheet that stands, at the window',
  input: z.object({ ...seen, sheetId: z.uuid() }),
  output: z.object({ state: CandidateState, steps: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('changed-meanwhile'), steps: z.int() }),
    z.object({ code: z.literal('not-the-sheet') }),
    z.object({ code: z.literal('not-now'), state: CandidateState }),
  ]),
})

export const objectToScore = actionContract({
  name: 'candidate.object',
  summary: 'Takes down an objection to one line of the sheet that stands, at the window',
  input: z.object({ ...seen, line: Item, words: words(1000) }),
  output: z.object({ objectionId: z.uuid(), state: CandidateState, steps: z.int() }),
  refusal: z.discriminatedUnion('code', [
    ...StepRefused,
    z.object({ code: z.literal('no-such-line') }),
    z.object({ code: z.literal('line-open') }),
    z.object({ code: z.literal('window-closed'), closedOn: PlainDate }),
  ]),
})

export const settleObjection = actionContract({
  name: 'candidate.settleObjection',
  summary: 'Settles an objection: dismissed with a reason, or upheld with the line as it is right; no other line changes',
  input: z.object({
    objectionId: z.uuid(),
    outcome: z.enum(['upheld', 'dismissed']),
    reason: words(1000),
    /** Upheld: the line as it is right; quantity 0 takes it off. */
    line: z.object({ quantity: z.int().min(0).max(100_000), evidence: words(100) }).optional(),
    /** Upheld, where the line is one of service: the right day of enlisting. */
    enlistedOn: PlainDate.optional(),
  }),
  output: z.object({ state: CandidateState, steps: z.int(), total: z.int() }),
  refusal: z.discriminatedUnion('code', [
    ...NotDrawn,
    z.object({ code: z.literal('already-settled') }),
    z.object({ code: z.literal('line-missing') }),
    z.object({ code: z.literal('other-line-changed'), items: z.array(z.string()) }),
    z.object({ code: z.literal('nothing-changed') }),
  ]),
})
