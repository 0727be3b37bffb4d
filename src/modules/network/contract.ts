import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, Tier, UnitCode } from '../../kernel/region-code.ts'
import { UNIT_KINDS, UNIT_STATUSES } from './domain/unit-rules.ts'

/** An administrative division. `validTo` is the first day on which it is no more. */
export const Division = z.object({
  code: RegionCode,
  name: z.string(),
  shortName: z.string(),
  tier: Tier,
  parentCode: RegionCode.optional(),
  validFrom: PlainDate.optional(),
  validTo: PlainDate.optional(),
})
export type Division = z.infer<typeof Division>

/** A division found by what was typed: `path` names those above it, from the province down. */
export const DivisionHit = Division.extend({ path: z.array(z.string()), isInOwnRange: z.boolean() })
export type DivisionHit = z.infer<typeof DivisionHit>

export const UnitKind = z.enum(UNIT_KINDS)
export const UnitStatus = z.enum(UNIT_STATUSES)

const line = (longest: number) => z.string().trim().max(longest)
const codeList = z.array(z.string().regex(/^[a-zA-Z]{1,40}$/)).max(30)
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

export const PostType = z.enum(['fullTime', 'partTime', 'publicWelfare'])

export const StaffPost = z.object({
  postId: z.uuid(),
  unitCode: UnitCode,
  staffId: z.uuid(),
  staffName: z.string(),
  postType: PostType,
  isVeteran: z.boolean(),
  isPartyMember: z.boolean(),
  duties: z.array(z.string()),
  fromOn: PlainDate,
  toOn: PlainDate.optional(),
})
export type StaffPost = z.infer<typeof StaffPost>

/** Places of a tier, and how many of them have their open centre or station. */
export const Coverage = z.object({ all: z.int(), covered: z.int() })
export type Coverage = z.infer<typeof Coverage>

const place = z.object({ place: RegionCode })

export const findDivisions = viewContract({
  name: 'network.findDivisions',
  summary: 'Finds divisions by part of the name, pinyin, initials or code; one’s own range first.',
  input: z.object({
    query: z.string().max(100),
    tiers: z.array(Tier).max(6).optional(),
    isOwnRangeOnly: z.boolean().default(false),
    limit: z.int().min(1).max(50).default(20),
  }),
  output: z.object({ rows: z.array(DivisionHit) }),
})

export const children = viewContract({
  name: 'network.children',
  summary: 'The divisions directly below a place, with the words for its tiers and, where one is kept, the drawing of its tile map.',
  input: place,
  output: z.object({
    place: Division,
    rows: z.array(Division),
    words: z.partialRecord(Tier, z.string()),
    drawing: z.string().optional(),
  }),
})

export const path = viewContract({
  name: 'network.path',
  summary: 'A division and those above it, from the province down.',
  input: z.object({ code: RegionCode }),
  output: z.object({ rows: z.array(Division) }),
})

export const codes = viewContract({
  name: 'network.codes',
  summary: 'The duties of the broad-post system and the amenities of a venue.',
  input: z.object({}),
  output: z.object({
    rows: z.array(z.object({ list: z.enum(['duty', 'amenity']), code: z.string(), nameZh: z.string(), nameEn: z.string() })),
  }),
})

export const unit = viewContract({
  name: 'network.unit',
  summary: 'One service unit: its particulars, where it lies, who works there now, and which units share its place.',
  input: z.object({ unitCode: UnitCode }),
  output: z.object({
    unit: ServiceUnit,
    path: z.array(Division),
    staff: z.array(StaffPost),
    neighbours: z.array(ServiceUnit),
    can: z.object({ change: z.boolean() }),
  }),
})

export const UnitRow = ServiceUnit.extend({ divisionName: z.string(), staffCount: z.int() })
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

const CoverageOf = z.object({ place: RegionCode, tiers: z.array(Tier).max(6).optional(), on: PlainDate.optional() })

export const coverageGaps = viewContract({
  name: 'network.coverageGaps',
  summary: 'Places without an open centre (county and above) or station (township and village) on a day.',
  input: Paging.extend(CoverageOf.shape),
  output: paged(Division.extend({ path: z.array(z.string()) })),
})

export const coverage = viewContract({
  name: 'network.coverage',
  summary: 'How many places below each child of a place are covered by an open centre or station on a day.',
  input: CoverageOf,
  output: z.object({ total: Coverage, rows: z.array(Coverage.extend({ code: RegionCode, name: z.string(), shortName: z.string() })) }),
})

export const staff = viewContract({
  name: 'network.staff',
  summary: 'The staff posts at and below a place; those that have ended only where asked for.',
  input: Paging.extend({ place: UnitCode, isFormerIncluded: z.boolean().default(false) }),
  output: paged(StaffPost.extend({ unitName: z.string() })),
})

const unknownCodes = z.object({ code: z.literal('unknown-codes'), codes: z.array(z.string()) })
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
  summary: 'Changes a unit’s particulars or moves it along: opened, suspended, merged into another, closed. Nothing is deleted.',
  input: z.object({
    unitCode: UnitCode,
    /** The revision that was being looked at: two clerks cannot overwrite each other. */
    revision: z.int().min(1),
    changes: details.partial().extend({ status: UnitStatus.optional(), openedOn: PlainDate.optional() }),
    closedOn: PlainDate.optional(),
    mergedIntoCode: UnitCode.optional(),
  }),
  output: ServiceUnit,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('unit-not-found') }),
    z.object({ code: z.literal('changed-meanwhile'), revision: z.int() }),
    z.object({ code: z.literal('cannot-become'), from: UnitStatus, to: UnitStatus }),
    z.object({ code: z.literal('closed-before-opened'), openedOn: PlainDate }),
    z.object({ code: z.literal('merged-into-missing') }),
    alreadyOpen,
    unknownCodes,
    opensInFuture,
    openDayMissing,
  ]),
})

export const appointStaff = actionContract({
  name: 'network.appointStaff',
  summary: 'Gives someone a post at a unit, with one duty or several (大岗位制).',
  input: z.object({
    unitCode: UnitCode,
    staffName: line(50).min(1),
    postType: PostType,
    isVeteran: z.boolean(),
    isPartyMember: z.boolean(),
    duties: codeList.min(1),
    fromOn: PlainDate,
    toOn: PlainDate.optional(),
    /** Another person of the same name already serves here. */
    isNamesake: z.boolean().default(false),
  }),
  output: StaffPost,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('unit-not-found') }),
    z.object({ code: z.literal('unit-is-over') }),
    z.object({ code: z.literal('ends-before-start') }),
    z.object({ code: z.literal('period-overlaps'), postId: z.uuid(), fromOn: PlainDate, toOn: PlainDate.optional() }),
    unknownCodes,
  ]),
})

export const endStaffPost = actionContract({
  name: 'network.endStaffPost',
  summary: 'Ends a staff post; its last day is included.',
  input: z.object({ unitCode: UnitCode, postId: z.uuid(), toOn: PlainDate }),
  output: StaffPost,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('post-not-found') }),
    z.object({ code: z.literal('already-ended'), toOn: PlainDate }),
    z.object({ code: z.literal('ends-before-start') }),
  ]),
})
