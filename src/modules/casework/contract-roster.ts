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
  /** How many are seen; not counted where there is none. */
  places: z.int().min(1, { message: 'too-small' }).max(99, { message: 'too-large' }).optional(),
}

/** When a lawyer sits, in the time of China. */
export const RosterSlot = z.object({ id: z.uuid(), unitCode: UnitCode, onDay: PlainDate, ...SlotFields })
export type RosterSlot = z.infer<typeof RosterSlot>

/** A duty that can be asked for: how many places its day has left, `null` where nobody counts. */
export const Duty = z.object({ onDay: PlainDate, ...SlotFields, left: z.int().nullable() })
export type Duty = z.infer<typeof Duty>

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
    slots: z.array(RosterSlot.extend({ left: z.int().nullable() })),
    can: z.object({ set: z.boolean() }),
  }),
})

export const listMyDuties = viewContract({
  name: 'mine.duties',
  summary: 'When a duty lawyer sits who can be asked on /me, soonest first, and whether a place is left',
  input: z.object({}),
  output: z.object({ duties: z.array(Duty) }),
})
