import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, Tier, UnitCode } from '../../kernel/region-code.ts'
import { Division } from './contract-divisions.ts'
import { HandOverRefusal, HandOverTo, Load } from './contract-hand-over.ts'
import { StaffPost } from './contract-staff.ts'
import { codeList, line, unknownCodes } from './contract-words.ts'
import { UNIT_KINDS, UNIT_STATUSES } from './domain/unit-rules.ts'

export const UnitKind = z.enum(UNIT_KINDS)
export const UnitStatus = z.enum(UNIT_STATUSES)

const latitude = z.number().min(-90).max(90)
const longitude = z.number().min(-180).max(180)

/** What a unit tells about itself, apart from its life. */
const unitDetails = {
  name: line(80).min(1),
  address: line(200),
  phone: line(40),
  openingHours: line(200),
  amenities: codeList,
  place: z.object({ latitude, longitude }).optional(),
  sharesPafVenue: z.boolean(),
  isBranch: z.boolean(),
}

export const ServiceUnit = z.object({
  unitCode: UnitCode,
  kind: UnitKind,
  tier: Tier,
  ...unitDetails,
  status: UnitStatus,
  openedOn: PlainDate.optional(),
  closedOn: PlainDate.optional(),
  mergedIntoCode: UnitCode.optional(),
  revision: z.int(),
})
export type ServiceUnit = z.infer<typeof ServiceUnit>

export const unit = viewContract({
  name: 'network.unit',
  summary: 'One service unit: its particulars, where it lies, who works there now, and which units share its place.',
  input: z.object({ unitCode: UnitCode }),
  output: z.object({
    unit: ServiceUnit,
    path: z.array(Division),
    /** Where its division has ended: what that has become; empty where it was abolished. Left out while it stands. */
    became: z.array(z.object({ code: RegionCode, name: z.string(), parentName: z.string().optional() })).optional(),
    staff: z.array(StaffPost),
    neighbours: z.array(ServiceUnit),
    /** How many accounts can sign in here, for whoever may change the unit. */
    accounts: z.int().nullable(),
    /** `become`: what the unit may become next; nothing once it is over. */
    can: z.object({ change: z.boolean(), become: z.array(UnitStatus) }),
  }),
})

export const UnitRow = ServiceUnit.extend({
  divisionName: z.string(),
  staffCount: z.int(),
  /** The first day on which its division was no more, where the unit goes on: its people have to be handed over. */
  divisionEndedOn: PlainDate.optional(),
})
export type UnitRow = z.infer<typeof UnitRow>

export const units = viewContract({
  name: 'network.units',
  summary: 'The service units at and below a place, in the order of their codes.',
  input: Paging.extend({
    place: RegionCode,
    kinds: z.array(UnitKind).optional(),
    statuses: z.array(UnitStatus).optional(),
    tiers: z.array(Tier).optional(),
    sharesPafVenue: z.boolean().optional(),
  }),
  output: paged(UnitRow),
})

const alreadyOpen = z.object({ code: z.literal('already-open'), unitCode: UnitCode.optional() })
const opensInFuture = z.object({ code: z.literal('opens-in-future') })
const openDayMissing = z.object({ code: z.literal('opened-on-missing') })

export const openUnit = actionContract({
  name: 'network.openUnit',
  summary: 'Puts a service unit on the tree: planned, built or open.',
  input: z.object({
    unitCode: UnitCode,
    kind: UnitKind,
    ...unitDetails,
    address: unitDetails.address.default(''),
    phone: unitDetails.phone.default(''),
    openingHours: unitDetails.openingHours.default(''),
    amenities: codeList.default([]),
    sharesPafVenue: z.boolean().default(false),
    isBranch: z.boolean().default(false),
    status: z.enum(['planned', 'built', 'open']).default('open'),
    openedOn: PlainDate.optional(),
  }),
  output: ServiceUnit,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('unknown-division') }),
    z.object({ code: z.literal('abolished-division'), validTo: PlainDate }),
    z.object({ code: z.literal('kind-does-not-suit-tier'), tier: Tier }),
    z.object({ code: z.literal('unit-exists') }),
    alreadyOpen,
    unknownCodes,
    opensInFuture,
    openDayMissing,
  ]),
})

const details = z.object(unitDetails)

export const changeUnit = actionContract({
  name: 'network.changeUnit',
  summary:
    'Changes a unit’s particulars or moves it along: opened, suspended, merged into another, closed: then its posts end with it, and what lies there is handed over or left with a reason. Nothing is deleted.',
  input: z.object({
    unitCode: UnitCode,
    /** The revision that was being looked at: two clerks cannot overwrite each other. */
    revision: z.int().min(1),
    changes: details.partial().extend({ status: UnitStatus.optional(), openedOn: PlainDate.optional() }),
    closedOn: PlainDate.optional(),
    mergedIntoCode: UnitCode.optional(),
    /** Of a unit that is over now: who takes over what lies there. */
    handOver: HandOverTo.optional(),
    /** Or why it is left where it is. */
    leftBecause: line(200).min(2).optional(),
  }),
  output: ServiceUnit,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('unit-not-found') }),
    z.object({ code: z.literal('changed-meanwhile'), revision: z.int() }),
    z.object({ code: z.literal('cannot-become'), from: UnitStatus, to: UnitStatus }),
    z.object({ code: z.literal('closed-before-opened'), openedOn: PlainDate }),
    z.object({ code: z.literal('closes-in-future') }),
    z.object({ code: z.literal('merged-into-missing') }),
    z.object({ code: z.literal('still-holds'), rows: z.array(Load) }),
    z.object({ code: z.literal('may-not-hand-over') }),
    z.object({ code: z.literal('not-handed-over'), because: HandOverRefusal }),
    alreadyOpen,
    unknownCodes,
    opensInFuture,
    openDayMissing,
  ]),
})
