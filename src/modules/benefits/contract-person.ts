import { z } from 'zod'
import { viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode } from '../../kernel/region-code.ts'
import { RateKey } from './contract-words.ts'
import { SUSPENSIONS } from './domain/entitlement/course.ts'
import { CAUSES } from './domain/rates/rate-table.ts'

export const Month = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, { message: 'not-a-month' })

/** What is supposed to happen, for the answer only: nothing of it is kept. */
export const Supposed = z.object({
  diedOn: PlainDate.optional(),
  regraded: z.object({ on: PlainDate, grade: z.int().min(1).max(10), cause: z.enum(CAUSES) }).optional(),
  suspended: z.object({ reason: z.enum(SUSPENSIONS), from: PlainDate, to: PlainDate.nullable() }).optional(),
})
export type Supposed = z.infer<typeof Supposed>

/** An amount of a month and what it comes from: the year's rate, its table and layer, how often or how many percent, the article. */
export const AmountLine = z.object({
  kind: z.enum(['pension', 'nursing', 'deathGrant']),
  classCode: z.string(),
  key: RateKey,
  place: RegionCode,
  month: Month,
  paidIn: Month,
  amountFen: FenText,
  annualFen: FenText,
  version: z.string(),
  title: z.string(),
  layer: z.enum(['national', 'local']),
  times: z.int(),
  article: z.string(),
})
export type AmountLine = z.infer<typeof AmountLine>

export const seePersonBenefits = viewContract({
  name: 'benefit.person',
  summary: 'What a person is due month by month by their file, each amount explained; what if something happened',
  input: z.object({
    personId: PersonId,
    from: Month,
    months: z.int().min(1).max(36).default(12),
    suppose: Supposed.default({}),
  }),
  output: z.object({
    /** Confirmed identities that are paid by the month; false where the file has none. */
    isEntitled: z.boolean(),
    totalFen: FenText,
    lines: z.array(AmountLine),
    heldBack: z.array(z.object({ month: Month, reason: z.enum(SUSPENSIONS), paidIn: Month.nullable() })),
  }),
})
