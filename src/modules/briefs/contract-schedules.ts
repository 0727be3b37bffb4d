import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode } from '../../kernel/region-code.ts'
import { TemplateCode } from './contract-words.ts'

export const ScheduleRhythm = z.enum(['week', 'month', 'halfYear'])

export const listSchedules = viewContract({
  name: 'brief.schedules',
  summary: 'Schedules of a place: by which template a draft is written after each week, month or half-year',
  input: z.object({ place: RegionCode }),
  output: z.object({
    rows: z.array(z.object({ id: z.uuid(), template: TemplateCode, rhythm: ScheduleRhythm, writtenTo: PlainDate, next: PlainDate })),
    canSet: z.boolean(),
  }),
})

export const setSchedule = actionContract({
  name: 'brief.schedule',
  summary: 'From the period under way on, has a draft written by a template once each period is over',
  input: z.object({ place: RegionCode, template: TemplateCode, rhythm: ScheduleRhythm }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('no-such-template') }),
    z.object({ code: z.literal('already-scheduled') }),
  ]),
})

export const endSchedule = actionContract({
  name: 'brief.endSchedule',
  summary: 'Ends a schedule; drafts that were written stay',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('already-ended') })]),
})
