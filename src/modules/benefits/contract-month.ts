import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Month } from './contract-person.ts'
import { RateKey, words } from './contract-words.ts'

export const RUN_STATES = ['queued', 'computed', 'reviewed', 'approved', 'returned', 'cancelled'] as const
export const RunState = z.enum(RUN_STATES)

export const LINE_REASONS = [
  'same',
  'new',
  'rate',
  'regraded',
  'moved',
  'backPay',
  'recovery',
  'died',
  'ended',
  'prison',
  'wanted',
  'rightsLost',
  'unconfirmed',
  'other',
] as const
export const LineReason = z.enum(LINE_REASONS)
export type LineReason = z.infer<typeof LineReason>

/** A month of pay of an office. */
export const Run = z.object({
  id: z.uuid(),
  month: Month,
  state: RunState,
  knownOn: PlainDate,
  /** How many people there are to compute, and of how many that is done. */
  people: z.int(),
  done: z.int(),
  lines: z.int().nullable(),
  failed: z.int().nullable(),
  totalFen: FenText.nullable(),
  /** Paid before and not due: below nought. */
  recoverFen: FenText.nullable(),
  /** Why it was sent back. */
  settledWhy: z.string().nullable(),
  /** How far its payment is; null before it was sent to the cashier. */
  payState: z.enum(['opened', 'filed', 'paid', 'reconciled']).nullable(),
})
export type Run = z.infer<typeof Run>

export const listMonths = viewContract({
  name: 'month.list',
  summary: 'Months of pay of an office, the latest first',
  input: z.object({ unitCode: UnitCode }),
  output: z.object({
    runs: z.array(Run),
    /** The month that comes next; null before the first, which may be any. */
    next: Month.nullable(),
    entitled: z.int(),
    can: z.object({ start: z.boolean() }),
  }),
})

/** Lines of a run that have the same reason: how many, and what they come to. */
const ReasonSum = z.object({ why: LineReason, lines: z.int(), people: z.int(), amountFen: FenText })

export const RunFailure = z.object({
  personId: PersonId,
  nameMasked: z.string(),
  classCode: z.string(),
  why: z.enum(['no-rate', 'no-grade', 'unknown-class', 'file-gone', 'fault']),
})

export const seeMonth = viewContract({
  name: 'month.get',
  summary: 'A month of pay: its sums, what differs from the month before and why, whom it could not compute',
  input: z.object({ runId: z.uuid() }),
  output: z.object({
    run: Run,
    byReason: z.array(ReasonSum),
    byClass: z.array(z.object({ classCode: z.string(), people: z.int(), amountFen: FenText })),
    failures: z.array(RunFailure),
    /** The tables that were known, and the hash of everything that it was computed from. */
    versions: z.array(z.string()),
    factsHash: z.string().nullable(),
    can: z.object({ review: z.boolean(), settle: z.boolean(), cancel: z.boolean(), write: z.boolean() }),
  }),
})

export const RunLineSeen = z.object({
  personId: PersonId,
  nameMasked: z.string(),
  classCode: z.string(),
  kind: z.enum(['pension', 'nursing', 'deathGrant']),
  month: Month,
  amountFen: FenText,
  paidFen: FenText,
  why: LineReason,
  /** What it was computed by; null where nothing is paid. */
  rate: z
    .object({
      key: RateKey,
      place: RegionCode,
      version: z.string(),
      title: z.string(),
      layer: z.enum(['national', 'local']),
      annualFen: FenText,
      times: z.int(),
      article: z.string(),
    })
    .nullable(),
})
export type RunLineSeen = z.infer<typeof RunLineSeen>

export const listMonthLines = viewContract({
  name: 'month.lines',
  summary: 'Lines of a month of pay by person, each explained; all of them, or those of one reason',
  input: z.object({
    runId: z.uuid(),
    why: LineReason.optional(),
    personId: PersonId.optional(),
    after: PersonId.optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({ lines: z.array(RunLineSeen), next: PersonId.nullable() }),
})

/** The month is not as it was thought to be. */
export const settled = z.object({ code: z.literal('wrong-state'), state: RunState })

export const startMonth = actionContract({
  name: 'month.start',
  summary: 'Begins a month of pay: everybody entitled is computed in the background',
  input: z.object({ unitCode: UnitCode, month: Month }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-an-office') }),
    z.object({ code: z.literal('nobody-entitled') }),
    z.object({ code: z.literal('month-open'), month: Month }),
    z.object({ code: z.literal('not-next'), next: Month }),
    z.object({ code: z.literal('too-early') }),
  ]),
})

export const reviewMonth = actionContract({
  name: 'month.review',
  summary: 'Says that the differences and the failures of a month were looked at',
  input: z.object({ runId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [settled]),
})

export const approveMonth = actionContract({
  name: 'month.approve',
  summary: 'Approves a month of pay, by somebody who neither began nor looked it through; it is not edited any more',
  input: z.object({ runId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [settled, z.object({ code: z.literal('own-run') })]),
})

export const returnMonth = actionContract({
  name: 'month.return',
  summary: 'Refuses to approve a month of pay and says why: it is begun again once that is mended',
  input: z.object({ runId: z.uuid(), why: words(300) }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [settled, z.object({ code: z.literal('own-run') })]),
})

export const cancelMonth = actionContract({
  name: 'month.cancel',
  summary: 'Takes a month of pay back before it is approved, also while it is being computed',
  input: z.object({ runId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [settled]),
})

export const writeMonthNotice = actionContract({
  name: 'month.writeNotice',
  summary: 'Writes the notice of an approved month of pay as a Word file: sums by class, back-pay, what was taken back',
  input: z.object({ runId: z.uuid() }),
  output: z.object({ name: z.string(), content: z.string() }),
  refusal: z.discriminatedUnion('code', [settled]),
})
