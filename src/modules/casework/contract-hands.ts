import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Seat, Words } from './contract-kinds.ts'
import { MatterLine } from './contract-matter-views.ts'

/** A note to a colleague: what to know before going on. */
const Note = z
  .string()
  .trim()
  .max(500, { message: 'too-long' })
  .regex(/^(?:[^\p{Cc}]|\n)*$/u, { message: 'control-character' })

export const HandRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('not-your-turn'), waitsFor: Seat.nullable() }),
  z.object({ code: z.literal('claimed-by-another') }),
  z.object({ code: z.literal('recused') }),
  z.object({ code: z.literal('no-such-colleague') }),
  z.object({ code: z.literal('nobody-has-it') }),
])
export type HandRefusal = z.infer<typeof HandRefusal>

export const claimMatter = actionContract({
  name: 'matter.claim',
  summary: 'Takes a matter of the own inbox into the own hands, or gives it to a colleague of the same unit who holds the seat',
  input: z.object({ matterId: z.uuid(), accountId: z.uuid().optional(), note: Note.optional() }),
  output: z.object({ claimedBy: z.uuid() }),
  refusal: HandRefusal,
})

export const releaseMatter = actionContract({
  name: 'matter.release',
  summary: 'Gives a matter back to all who hold the seat: one’s own, or that of a colleague whose account has ended',
  input: z.object({ matterId: z.uuid(), note: Note.optional() }),
  output: z.object({ claimedBy: z.null() }),
  refusal: HandRefusal,
})

export const listColleagues = viewContract({
  name: 'matter.colleagues',
  summary: 'Colleagues of the own unit who could go on with a matter: they hold the seat and have not stepped aside',
  input: z.object({ matterId: z.uuid() }),
  output: z.object({ colleagues: z.array(z.object({ accountId: z.uuid(), name: z.string() })) }),
})

export const listEscalated = viewContract({
  name: 'matter.escalated',
  summary: 'Matters that have run out at the own unit and at the next tier below, the longest overdue first, with the rule behind each',
  input: Paging,
  output: paged(MatterLine.extend({ placeName: z.string() })).extend({ overdue: z.int() }),
})

export const listAstray = viewContract({
  name: 'matter.astray',
  summary: 'What the hourly reconciler found at a place: matters that were begun and have neither ended nor an owner, or were never begun',
  input: z.object({ place: z.union([RegionCode, UnitCode]) }),
  output: z.object({
    /** When it looked last; null where it has not, or where that is another unit’s to know. */
    checkedAt: z.string().nullable(),
    rows: z.array(z.object({ unitCode: UnitCode, typeCode: z.string(), typeName: Words, matterIds: z.array(z.uuid()) })),
  }),
})
