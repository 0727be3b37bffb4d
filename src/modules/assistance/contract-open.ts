import { z } from 'zod'
import { FenText } from '../../kernel/fen.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { Cause, FundKind, Outcome, ReportKind } from './contract-words.ts'

/** A line of a published report: a grant, and nothing by which its person is found. */
const ReportLine = z.object({
  number: z.int(),
  cause: Cause,
  amountFen: FenText,
  paidOn: PlainDate,
  outcome: Outcome.nullable(),
})

/** What a report says; kept as it was published. */
export const ReportBody = z.object({
  beforeFen: FenText,
  receivedFen: FenText,
  givenFen: FenText,
  afterFen: FenText,
  goodsFen: FenText,
  donations: z.int(),
  lines: z.array(ReportLine),
})
export type ReportBody = z.infer<typeof ReportBody>

export const OpenReport = ReportBody.extend({
  id: z.uuid(),
  kind: ReportKind,
  from: PlainDate,
  to: PlainDate,
  publishedOn: PlainDate,
})
export type OpenReport = z.infer<typeof OpenReport>

export const OpenFund = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: FundKind,
  unitName: z.string(),
  purpose: z.string(),
  permit: z.string().nullable(),
  raisingFrom: PlainDate.nullable(),
  raisingTo: PlainDate.nullable(),
  reports: z.array(OpenReport),
})
export type OpenFund = z.infer<typeof OpenFund>

export const OpenFunds = z.object({ funds: z.array(OpenFund) })

/** Where a gift went: its parts add up to it, to the fen. */
export const Followed = z.object({
  fundName: z.string(),
  receiptNumber: z.string(),
  form: z.enum(['cash', 'goods']),
  amountFen: FenText,
  leftFen: FenText,
  earmark: Cause.nullable(),
  receivedOn: PlainDate,
  /** The day on which it was taken out of the books again: recorded by mistake, or given back. */
  takenBackOn: PlainDate.nullable(),
  parts: z.array(
    z.object({
      cause: Cause,
      amountFen: FenText,
      /** Null while it is held for a grant that is not paid yet. */
      paidOn: PlainDate.nullable(),
      outcome: Outcome.nullable(),
    }),
  ),
})
export type Followed = z.infer<typeof Followed>
