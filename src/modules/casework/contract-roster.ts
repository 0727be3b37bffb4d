import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'not-a-time' })

const SlotFields = {
  from: TimeOfDay,
  until: TimeOfDay,
  lawyer: z
    .string()
    .trim()
    .min(2, { message: 'too-short' })
    .max(40, { message: 'too-long' })
    .regex(/^\P{Cc}*$/u, { message: 'control-character' }),
}

/** When a lawyer sits, in the time of China. */
export const RosterSlot = z.object({ id: z.uuid(), unitCode: UnitCode, onDay: PlainDate, ...SlotFields })
export type RosterSlot = z.infer<typeof RosterSlot>

export const setRoster = actionContract({
  name: 'roster.set',
  summary: 'Says who sits as duty lawyer at a centre on a day; nobody, where there are no slots',
  input: z.object({ unitCode: UnitCode, onDay: PlainDate, slots: z.array(z.object(SlotFields)).max(8) }),
  output: z.object({ onDay: PlainDate, slots: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-a-centre') }),
    z.object({ code: z.literal('day-gone'), today: PlainDate }),
    z.object({ code: z.literal('ends-before-it-begins'), from: TimeOfDay }),
    z.object({ code: z.literal('sits-twice'), lawyer: z.string() }),
  ]),
})

export const listRoster = viewContract({
  name: 'roster.list',
  summary: 'When a duty lawyer sits at the centre that serves a place, from a day on, soonest first',
  input: z.object({ place: z.union([RegionCode, UnitCode]), from: PlainDate.optional(), days: z.int().min(1).max(92).default(28) }),
  output: z.object({
    unitCode: UnitCode,
    slots: z.array(RosterSlot),
    can: z.object({ set: z.boolean() }),
  }),
})
