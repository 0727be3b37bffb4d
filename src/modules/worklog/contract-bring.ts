import { z } from 'zod'
import { actionContract } from '../../kernel/contract.ts'
import { FileId } from '../../kernel/id.ts'
import { Tier, UnitCode } from '../../kernel/region-code.ts'
import { KindCode } from './contract-kinds.ts'
import { VALUE_FAULTS } from './domain/check-values.ts'

/** What is wrong with a row of a sheet. */
export const WrongRow = z.object({
  row: z.int(),
  /** The column as the sheet names it; empty where it is the whole row. */
  column: z.string(),
  why: z.enum([
    ...VALUE_FAULTS,
    'in-the-future',
    'ends-before-start',
    'never-ends',
    'no-organisation',
    'wrong-uscc',
    'not-a-unit',
    'wrong-unit',
    'wrong-citizen-id',
    'nobody-named',
    'person-not-found',
    'too-many',
  ]),
})
export type WrongRow = z.infer<typeof WrongRow>

export const bringWork = actionContract({
  name: 'work.bring',
  summary: 'Records many at once from a sheet: looks first, says what is wrong row by row, and brings nothing in twice',
  input: z.object({
    kind: KindCode,
    unitCode: UnitCode,
    source: z.union([
      z.object({ fileId: FileId }),
      z.object({
        sheet: z
          .string()
          .min(1)
          .max(2_000_000)
          .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, { message: 'control-character' }),
      }),
    ]),
    /** False only looks. */
    land: z.boolean(),
  }),
  output: z.object({
    rows: z.int(),
    fresh: z.int(),
    already: z.int(),
    wrong: z.array(WrongRow).max(500),
    wrongRows: z.int(),
    landed: z.boolean(),
  }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('unknown-place') }),
    z.object({ code: z.literal('unknown-kind') }),
    z.object({ code: z.literal('kind-retired') }),
    z.object({ code: z.literal('not-at-this-tier'), tiers: z.array(Tier) }),
    z.object({ code: z.literal('no-such-file') }),
    z.object({ code: z.literal('unreadable'), sentence: z.string() }),
  ]),
})
