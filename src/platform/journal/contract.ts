import { z } from 'zod'
import { Paging, paged, viewContract } from '../../kernel/contract.ts'
import { AccountId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { BureauCode, RegionCode, UnitCode } from '../../kernel/region-code.ts'

const Place = z.union([RegionCode, UnitCode])
const LeafNumber = z.string().regex(/^\d{1,19}$/)
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
/** The name of an action or of a job’s work: `person.capture`. */
const ActionName = z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/, { message: 'not-an-action' })

/** Codes, ids, days and counts that an action noted. What does not look like one of them is left out, whatever was written. */
const LeafDetail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
export type LeafDetail = z.infer<typeof LeafDetail>

/** One leaf of the journal as a reader sees it: who did what, where and when; never personal data. */
export const JournalLeaf = z.object({
  bureauCode: BureauCode,
  /** The number in the bureau’s chain, from 1. */
  seq: LeafNumber,
  recordedAt: z.iso.datetime(),
  actionName: z.string(),
  accountId: AccountId,
  /** An office’s account, a person on their own phone, the clock, or an office’s account outside the reader’s range. */
  by: z.enum(['account', 'person', 'clock', 'outside']),
  /** Null but for an account in the reader’s range. */
  account: z.object({ name: z.string(), login: z.string() }).nullable(),
  unitCode: UnitCode,
  /** The person or row it is about, by its id; null for a reader who may read no files, except of what was done to an account. */
  subjectId: z.uuid().nullable(),
  detail: LeafDetail,
})
export type JournalLeaf = z.infer<typeof JournalLeaf>

export const listJournal = viewContract({
  name: 'journal.list',
  summary: 'What was done at a place and below it, newest first.',
  input: Paging.extend({
    place: Place,
    from: PlainDate.optional(),
    /** The last day, included. */
    to: PlainDate.optional(),
    actionName: ActionName.optional(),
    accountId: AccountId.optional(),
    subjectId: z.uuid().optional(),
  }),
  output: paged(JournalLeaf),
})

/** The end of a bureau’s chain: what is published and compared with witnesses. */
export const JournalChain = z.object({ bureauCode: BureauCode, leaves: LeafNumber, head: Hash })
export type JournalChain = z.infer<typeof JournalChain>

export const listChains = viewContract({
  name: 'journal.chains',
  summary: 'The end of each bureau’s chain at a place and below it, by code.',
  input: Paging.extend({ place: Place, limit: z.int().min(1).max(500).default(500) }),
  output: paged(JournalChain),
})

export const BrokenReason = z.enum(['gap', 'hash', 'columns', 'head'])
export type BrokenReason = z.infer<typeof BrokenReason>

export const verifyJournalChain = viewContract({
  name: 'journal.verify',
  summary: 'Walks the newest 200,000 leaves of one bureau’s chain and recomputes every hash.',
  input: z.object({ bureauCode: BureauCode }),
  output: z.object({
    bureauCode: BureauCode,
    /** The first leaf that was walked; 1 when it was the whole chain. */
    from: LeafNumber,
    walked: z.int(),
    head: Hash,
    broken: z.object({ seq: LeafNumber, why: BrokenReason }).optional(),
  }),
})
