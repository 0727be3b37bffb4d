import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { RegionCode, Tier } from '../../kernel/region-code.ts'
import { Value } from './contract-values.ts'
import { CLOSING_STATES } from './domain/closing.ts'

/** A month in China: `2026-06`. */
export const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, { message: 'not-a-month' })

const why = z.string().trim().min(4).max(300)
const PlaceLine = z.object({ code: RegionCode, name: z.string() })
const At = z.object({ place: RegionCode, month: Month })
const Done = z.object({ version: z.int(), state: z.enum(CLOSING_STATES) })

export const confirmClosing = actionContract({
  name: 'closing.confirm',
  summary: 'Confirms a month of a place as its figures stand now; after a lock, the same with what came later, as a new version',
  input: At.extend({
    /** Why a month that is locked is corrected. */
    why: why.optional(),
    /** Why it is confirmed while places below are missing. */
    missingWhy: why.optional(),
  }),
  output: Done,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-over') }),
    z.object({ code: z.literal('already-confirmed') }),
    z.object({ code: z.literal('needs-why') }),
    z.object({ code: z.literal('nothing-changed') }),
    z.object({ code: z.literal('below-missing'), places: z.array(PlaceLine) }),
    z.object({ code: z.literal('below-moved'), places: z.array(PlaceLine) }),
  ]),
})

const OWN = [z.object({ code: z.literal('not-from-above') }), z.object({ code: z.literal('nothing-to-settle') })] as const

export const acceptClosing = actionContract({
  name: 'closing.accept',
  summary: 'Accepts a month that a place below has confirmed; by somebody above who did not confirm it',
  input: At,
  output: Done,
  refusal: z.discriminatedUnion('code', [...OWN, z.object({ code: z.literal('own-confirmation') })]),
})

export const returnClosing = actionContract({
  name: 'closing.return',
  summary: 'Returns a month to the place that confirmed it, with the reason; not once the place above has confirmed with it',
  input: At.extend({ why }),
  output: Done,
  refusal: z.discriminatedUnion('code', [...OWN, z.object({ code: z.literal('above-confirmed') })]),
})

export const lockClosing = actionContract({
  name: 'closing.lock',
  summary: 'Locks the month of a province and of all below it; by somebody who did not confirm it',
  input: At,
  output: Done.extend({ places: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-a-province') }),
    z.object({ code: z.literal('nothing-to-settle') }),
    z.object({ code: z.literal('own-confirmation') }),
  ]),
})

/** One version of a month of a place. */
export const Closing = z.object({
  version: z.int(),
  state: z.enum(CLOSING_STATES),
  confirmedAt: z.string(),
  why: z.string().nullable(),
  returnedWhy: z.string().nullable(),
  missing: z.array(PlaceLine),
  missingWhy: z.string().nullable(),
})
export type Closing = z.infer<typeof Closing>

export const seeClosing = viewContract({
  name: 'closing.get',
  summary: 'A month of a place: its figures now and as they were confirmed, every version, and how far the places below are',
  input: At,
  output: z.object({
    asOfAt: z.string(),
    place: PlaceLine.extend({ tier: Tier }),
    month: Month,
    isOver: z.boolean(),
    /** The last day on which it is in time. */
    dueOn: z.string(),
    versions: z.array(Closing),
    /** `stated` is what the version that stands says: locked, else accepted or confirmed; absent where there is none. */
    lines: z.array(z.object({ code: z.string(), live: Value, stated: Value.optional() })),
    below: z.array(
      PlaceLine.extend({
        /** Whether it has an open unit, and so must confirm. */
        isExpected: z.boolean(),
        isLate: z.boolean(),
        /** What was confirmed is no longer what its facts say. */
        hasMoved: z.boolean(),
        closing: Closing.optional(),
      }),
    ),
    can: z.object({ confirm: z.boolean(), settleBelow: z.boolean(), lock: z.boolean() }),
  }),
})
export type SeenClosing = z.infer<typeof seeClosing.output>

export type ClosingRefusal =
  | z.infer<typeof confirmClosing.refusal>
  | z.infer<typeof acceptClosing.refusal>
  | z.infer<typeof returnClosing.refusal>
  | z.infer<typeof lockClosing.refusal>
