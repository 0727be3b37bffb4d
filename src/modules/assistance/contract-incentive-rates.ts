import { z } from 'zod'
import { actionContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { UnitCode } from '../../kernel/region-code.ts'
import { PositiveFen } from './contract-funds.ts'

/** Paid to who hires a veteran, or to a veteran's enterprise for its rent. */
export const IncentiveKind = z.enum(['hiring', 'rent'])
export type IncentiveKind = z.infer<typeof IncentiveKind>

export const enterRate = actionContract({
  name: 'incentive.enterRate',
  summary: 'Enters what a county pays by a document of its own; in force once a second person has confirmed it',
  input: z.object({
    unitCode: UnitCode,
    kind: IncentiveKind,
    name: z.string().trim().min(2).max(60),
    amountFen: PositiveFen,
    stayMonths: z.int().min(0).max(60),
    fromOn: PlainDate,
    untilOn: PlainDate.nullable(),
    source: z.string().trim().min(4).max(200),
  }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-an-office') }),
    z.object({ code: z.literal('too-much'), mostFen: FenText }),
    z.object({ code: z.literal('days-backwards') }),
  ]),
})

export const confirmRate = actionContract({
  name: 'incentive.confirmRate',
  summary: 'Confirms a rate of the county against its document',
  input: z.object({ rateId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('own-entry') }), z.object({ code: z.literal('already-confirmed') })]),
})

export const Rate = z.object({
  /** The code of a shipped row, or the id of one that the county entered. */
  code: z.string(),
  kind: IncentiveKind,
  name: z.string(),
  amountFen: FenText,
  stayMonths: z.int(),
  fromOn: PlainDate,
  untilOn: PlainDate.nullable(),
  source: z.string(),
  isVerified: z.boolean(),
  /** Entered here; null for a shipped row. */
  isConfirmed: z.boolean().nullable(),
  canConfirm: z.boolean(),
})
export type Rate = z.infer<typeof Rate>
