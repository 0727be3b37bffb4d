import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { FileId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { CHECK_ITEMS } from './domain/checklist.ts'
import { REPAIR_STATES } from './domain/repair.ts'

export const CheckItem = z.enum(CHECK_ITEMS)
export type CheckItem = z.infer<typeof CheckItem>

export const RepairState = z.enum(REPAIR_STATES)
export type RepairState = z.infer<typeof RepairState>

/** So many facilities one walk may come to. */
export const MOST_VISITS = 50

/** What is wrong with a facility: a title of the thing, never a person. */
export const Defect = z.object({
  item: CheckItem,
  what: z.string().trim().min(2, { message: 'too-short' }).max(100, { message: 'too-long' }),
  /** A photo that the actor has sent (POST /api/evidence) and given nowhere yet. */
  photo: FileId.nullable().default(null),
})

const FileRefusals = [z.object({ code: z.literal('photo-not-found') }), z.object({ code: z.literal('not-a-photo') })] as const

export const recordPatrol = actionContract({
  name: 'patrol.record',
  summary: 'Records a round: the facilities it came to, and what was not in order at each',
  input: z.object({
    /** Who walked it. */
    unitCode: UnitCode,
    on: PlainDate,
    visits: z
      .array(z.object({ facilityId: z.uuid(), defects: z.array(Defect).max(12).default([]) }))
      .min(1)
      .max(MOST_VISITS)
      .refine((visits) => new Set(visits.map(({ facilityId }) => facilityId)).size === visits.length, { message: 'named-twice' }),
  }),
  /** The defects in the order in which they were named. */
  output: z.object({ id: z.uuid(), repairIds: z.array(z.uuid()) }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('unknown-place') }),
    z.object({ code: z.literal('in-the-future') }),
    z.object({ code: z.literal('facility-not-found'), facilityId: z.uuid() }),
    z.object({ code: z.literal('before-it-stood'), name: z.string(), since: PlainDate }),
    z.object({ code: z.literal('already-patrolled'), name: z.string() }),
    ...FileRefusals,
  ]),
})

export const takeBackPatrol = actionContract({
  name: 'patrol.takeBack',
  summary: 'Takes a round back that was not walked so, with the defects it named; not where a repair was ordered already',
  input: z.object({ patrolId: z.uuid(), reason: z.string().trim().min(2, { message: 'too-short' }).max(300) }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('already-taken-back') }),
    z.object({ code: z.literal('repair-begun'), count: z.int() }),
  ]),
})

const WrongState = z.object({ code: z.literal('other-state'), state: RepairState })

export const orderRepair = actionContract({
  name: 'repair.order',
  summary: 'Orders a repair: who mends it, an office or a firm, and by when',
  input: z.object({ repairId: z.uuid(), to: z.string().trim().min(2, { message: 'too-short' }).max(60), dueOn: PlainDate }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [WrongState, z.object({ code: z.literal('due-past') })]),
})

export const fixRepair = actionContract({
  name: 'repair.fix',
  summary: 'Says that a defect is mended, with a photo of how it is now',
  input: z.object({ repairId: z.uuid(), on: PlainDate, photo: FileId }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    WrongState,
    z.object({ code: z.literal('in-the-future') }),
    z.object({ code: z.literal('before-found'), foundOn: PlainDate }),
    ...FileRefusals,
  ]),
})

export const acceptRepair = actionContract({
  name: 'repair.accept',
  summary: 'Accepts a repair: another person than who said that it is mended',
  input: z.object({ repairId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [WrongState, z.object({ code: z.literal('own-fix') })]),
})

export const returnRepair = actionContract({
  name: 'repair.return',
  summary: 'Hands a repair back that is not well done, with the reason',
  input: z.object({ repairId: z.uuid(), reason: z.string().trim().min(2, { message: 'too-short' }).max(300) }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [WrongState, z.object({ code: z.literal('own-fix') })]),
})

export const Facility = z.object({
  id: z.uuid(),
  /** Its record of work as it stands now. */
  recordId: z.uuid(),
  unitCode: UnitCode,
  name: z.string(),
  type: z.string(),
  level: z.string(),
  keeper: z.string(),
  lastPatrolOn: PlainDate.nullable(),
  stands: z.boolean(),
  isDue: z.boolean(),
  openRepairs: z.int(),
})
export type Facility = z.infer<typeof Facility>

export const Repair = z.object({
  id: z.uuid(),
  unitCode: UnitCode,
  facilityId: z.uuid(),
  facilityName: z.string(),
  item: CheckItem,
  what: z.string(),
  state: RepairState,
  foundOn: PlainDate,
  orderedTo: z.string().nullable(),
  dueOn: PlainDate.nullable(),
  fixedOn: PlainDate.nullable(),
  /** The actor said that it is mended, and so another accepts it. */
  isOwnFix: z.boolean(),
  /** How many days it has been open; of one that is over, was. */
  days: z.int(),
  beforePhoto: FileId.nullable(),
  afterPhoto: FileId.nullable(),
})
export type Repair = z.infer<typeof Repair>

const can = z.object({ write: z.boolean() })

export const seePatrolDesk = viewContract({
  name: 'patrol.desk',
  summary:
    'The memorial facilities of a place, those that wait for this month’s patrol first, and the repairs that are open; at most 500 of each',
  input: z.object({ place: RegionCode }),
  output: z.object({
    facilities: z.array(Facility),
    repairs: z.array(Repair),
    counts: z.object({ facilities: z.int(), due: z.int(), openRepairs: z.int(), longOpen: z.int() }),
    can,
  }),
})

export const Patrol = z.object({
  id: z.uuid(),
  on: PlainDate,
  unitCode: UnitCode,
  defects: z.int(),
  takenBackFor: z.string().nullable(),
})
export type Patrol = z.infer<typeof Patrol>

export const seeFacility = viewContract({
  name: 'patrol.facility',
  summary: 'A memorial facility: its rounds, the newest first (at most 100), and every defect found there',
  input: z.object({ facilityId: z.uuid() }),
  output: z.object({ facility: Facility, patrols: z.array(Patrol), repairs: z.array(Repair), can }),
})
