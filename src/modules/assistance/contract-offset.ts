import { z } from 'zod'
import { viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'

export const OffsetKind = z.enum(['selfEmployed', 'employer'])
export type OffsetKind = z.infer<typeof OffsetKind>

/** Taxes of a year before the reduction, in the order in which they are reduced. */
export const Tax = z.enum(['vat', 'construction', 'education', 'localEducation', 'income'])
export type Tax = z.infer<typeof Tax>

export const estimateOffset = viewContract({
  name: 'incentive.estimate',
  summary: 'Estimates by how much taxes of a year are reduced, line by line in the order of the rule; an estimate, no assessment',
  input: z.object({
    kind: OffsetKind,
    year: z.int().min(2019).max(2099),
    months: z.int().min(1).max(12),
    persons: z.int().min(1).max(1000),
    upliftPercent: z.int().min(0).max(100),
    taxes: z.partialRecord(Tax, FenText),
  }),
  output: z.object({
    /** Null where no rule is known for the year. */
    rule: z.object({ name: z.string(), source: z.string(), isVerified: z.boolean(), mostUpliftPercent: z.int() }).nullable(),
    upliftPercent: z.int(),
    capFen: FenText,
    lines: z.array(z.object({ tax: Tax, owedFen: FenText, reducedFen: FenText })),
    reducedFen: FenText,
    unusedFen: FenText,
  }),
})
