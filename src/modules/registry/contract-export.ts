import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { AccountId, FileId } from '../../kernel/id.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Reason, text } from './contract-file.ts'
import { PersonFilter } from './contract-views.ts'

const ExportId = z.uuid()

export const ExportStatus = z.enum(['waiting', 'queued', 'done', 'declined', 'failed', 'expired'])
export type ExportStatus = z.infer<typeof ExportStatus>

/** What may leave in full, once a second person has agreed. */
export const FullColumn = z.enum(['name', 'citizenId', 'phone', 'address'])
export type FullColumn = z.infer<typeof FullColumn>

/** Up to so many people a day leave masked without a second person. */
export const WITHOUT_APPROVAL = 100

export const Export = z.object({
  id: ExportId,
  place: UnitCode,
  /** Who is in it, as it was asked for: whoever decides agrees to these. */
  filter: PersonFilter,
  purpose: z.string(),
  people: z.int(),
  full: z.array(FullColumn),
  status: ExportStatus,
  askedBy: AccountId,
  askedByName: z.string(),
  askedAt: z.string(),
  decidedAt: z.string().nullable(),
  decidedByName: z.string().nullable(),
  answer: z.string().nullable(),
  expiresAt: z.string().nullable(),
  /** Only for the account that asked. */
  fileId: FileId.nullable(),
  can: z.object({ approve: z.boolean() }),
})
export type Export = z.infer<typeof Export>

export const askExport = actionContract({
  name: 'export.ask',
  summary: 'Asks for a roster as a workbook, masked. Above 100 people a day, or with full columns, a second person decides.',
  input: z.object({
    filter: PersonFilter,
    purpose: text(300).trim().min(4, { message: 'too-short' }),
    full: z.array(FullColumn).max(FullColumn.options.length).default([]),
  }),
  output: z.object({ exportId: ExportId, status: ExportStatus, people: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('nobody-found') }),
    z.object({ code: z.literal('too-many'), people: z.int(), limit: z.int() }),
    z.object({ code: z.literal('not-in-full') }),
  ]),
})

const Decided = z.object({ exportId: ExportId, status: ExportStatus })
const Undecidable = z.discriminatedUnion('code', [
  z.object({ code: z.literal('already-decided'), status: ExportStatus }),
  z.object({ code: z.literal('own-request') }),
])

export const approveExport = actionContract({
  name: 'export.approve',
  summary: 'Lets a roster leave; never by the one who asked for it.',
  input: z.object({
    exportId: ExportId,
    answer: text(300).nullish(),
    /** To how many people is agreed; else to as many as were asked for. */
    people: z.int().positive().optional(),
  }),
  output: Decided,
  refusal: z.discriminatedUnion('code', [
    ...Undecidable.options,
    /** More people than that by now: files were opened, or came here, since it was asked. */
    z.object({ code: z.literal('has-grown'), people: z.int() }),
  ]),
})

export const declineExport = actionContract({
  name: 'export.decline',
  summary: 'Refuses that a roster leaves.',
  input: z.object({ exportId: ExportId, answer: Reason }),
  output: Decided,
  refusal: Undecidable,
})

export const listExports = viewContract({
  name: 'export.list',
  summary: 'The rosters asked for in a place, the newest first.',
  input: Paging.extend({ place: z.union([RegionCode, UnitCode]), status: ExportStatus.optional(), mine: z.boolean().optional() }),
  output: paged(Export),
})
