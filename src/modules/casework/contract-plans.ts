import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PersonId, VisitId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Reason, VisitPerson, VisitReason } from './contract-visits.ts'

const Place = z.union([RegionCode, UnitCode])

export const AddPlanRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('person-not-found') }),
  z.object({ code: z.literal('in-the-past'), today: PlainDate }),
])

export const addPlan = actionContract({
  name: 'plan.add',
  summary: 'Plans a visit by hand: a person, a reason, a day by which',
  input: z.object({ personId: PersonId, reason: VisitReason, dueOn: PlainDate }),
  output: z.object({ id: z.uuid() }),
  refusal: AddPlanRefusal,
})

export const dropPlan = actionContract({
  name: 'plan.drop',
  summary: 'Drops a planned visit, with the reason',
  input: z.object({ planId: z.uuid(), reason: Reason }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('already-closed'), status: z.enum(['done', 'dropped']) })]),
})

export const makeRound = actionContract({
  name: 'plan.makeRound',
  summary: 'Plans a festival round: one visit for each person of a place, or of some classes there, up to 5,000 persons',
  input: z.object({
    place: Place,
    reason: z.enum(['armyDay', 'springFestival', 'sixDeliveries']),
    dueOn: PlainDate,
    classCodes: z.array(z.string().max(40)).max(30).default([]),
  }),
  output: z.object({ planned: z.int(), alreadyPlanned: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('in-the-past'), today: PlainDate }),
    z.object({ code: z.literal('too-many'), persons: z.int(), limit: z.int() }),
  ]),
})

export const Plan = z.object({
  id: z.uuid(),
  unitCode: UnitCode,
  person: VisitPerson,
  reason: VisitReason,
  /** The contact rule behind it; null when planned by hand. */
  ruleCode: z.string().nullable(),
  dueOn: PlainDate,
  /** Days left; negative when overdue. */
  daysLeft: z.int(),
  lastContactOn: PlainDate.nullable(),
  can: z.object({ record: z.boolean(), drop: z.boolean() }),
})
export type Plan = z.infer<typeof Plan>

export const listPlans = viewContract({
  name: 'plan.list',
  summary: 'Visits that are due, by deadline, with the rule behind each; overdue ones first',
  input: Paging.extend({ place: Place, dueBefore: PlainDate.optional(), dueFrom: PlainDate.optional(), personId: PersonId.optional() }),
  output: paged(Plan),
})

export const seeToday = viewContract({
  name: 'visit.today',
  summary: 'The day of a place: who to visit, what is overdue, what has been recorded, where the month stands',
  input: z.object({ place: Place }),
  output: z.object({
    today: PlainDate,
    /** Due within seven days, today's share first: in the order of their addresses. */
    toVisit: z.array(Plan),
    overdue: z.array(Plan),
    soon: z.array(Plan),
    recordedToday: z.array(z.object({ id: VisitId, recordedAt: z.string(), people: z.array(z.string()) })),
    counts: z.object({ toVisit: z.int(), overdue: z.int(), thisMonthLeft: z.int(), clients: z.int() }),
    meters: z.array(
      z.object({ code: z.enum(['visits', 'files']), done: z.int(), all: z.int(), expected: z.int(), unit: z.enum(['visits', 'people']) }),
    ),
    can: z.object({ record: z.boolean(), plan: z.boolean() }),
  }),
})
