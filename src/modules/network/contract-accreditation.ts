import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, Tier, UnitCode } from '../../kernel/region-code.ts'
import { line } from './contract-words.ts'
import { REVIEWING, STATES } from './domain/accreditation/advance.ts'

export const AccreditationState = z.enum(STATES)
const SchemeCode = z.string().regex(/^[a-zA-Z]{1,40}$/)
const Reason = line(300).min(2)

const Evidence = z.object({ criterion: z.string().max(40), isMet: z.boolean(), words: line(300) })

export const Accreditation = z.object({
  id: z.uuid(),
  unitCode: UnitCode,
  unitName: z.string(),
  scheme: SchemeCode,
  /** Stars, where the scheme has levels; else 0. */
  level: z.int(),
  state: AccreditationState,
  /** Whose turn it is while it is under review. */
  seat: Tier.optional(),
  evidence: z.array(Evidence),
  mentorCode: UnitCode.optional(),
  openedOn: PlainDate,
  publicUntil: PlainDate.optional(),
  awardedOn: PlainDate.optional(),
  /** The first day on which the award holds no more. */
  expiresOn: PlainDate.optional(),
  endedOn: PlainDate.optional(),
  revision: z.int(),
})
export type Accreditation = z.infer<typeof Accreditation>

const AccreditationStep = z.object({
  kind: z.string(),
  takenAt: z.iso.datetime(),
  /** The place at whose unit the account stood. */
  placeName: z.string(),
  reason: z.string(),
})

export const listAccreditations = viewContract({
  name: 'accreditation.list',
  summary: 'Courses of accreditation of the units at and below a place, those that wait for the reader first asked for by state',
  input: Paging.extend({
    place: RegionCode,
    /** Only of this unit, which lies there. */
    unitCode: UnitCode.optional(),
    scheme: SchemeCode.optional(),
    states: z.array(AccreditationState).optional(),
    /** Awards that expire before this day: due for a re-check. */
    expiresBefore: PlainDate.optional(),
  }),
  output: paged(Accreditation).extend({ can: z.object({ open: z.boolean() }) }),
})

export const seeAccreditation = viewContract({
  name: 'accreditation.get',
  summary: 'One course of accreditation with every step and its reason, and what the reader may do next',
  input: z.object({ unitCode: UnitCode, id: z.uuid() }),
  output: z.object({ accreditation: Accreditation, steps: z.array(AccreditationStep), can: z.object({ take: z.array(z.string()) }) }),
})

export const spreadAccreditations = viewContract({
  name: 'accreditation.spread',
  summary: 'How many open units of a place, tier by tier, hold an award of a scheme, and at which level',
  input: z.object({ place: RegionCode, scheme: SchemeCode }),
  output: z.object({
    rows: z.array(z.object({ tier: Tier, units: z.int(), held: z.int(), byLevel: z.array(z.object({ level: z.int(), held: z.int() })) })),
  }),
})

export const seeWave = viewContract({
  name: 'accreditation.wave',
  summary: 'Village stations of a place with so many clients, and how far each has come in a scheme: a wave of creation (A010)',
  input: z.object({
    place: RegionCode,
    scheme: SchemeCode,
    /** Stars that are aimed at: an award below them does not count as held. */
    level: z.int().min(0).max(5).default(0),
    clientsFrom: z.int().min(0).max(100_000),
    /** The first number of clients that is too many. */
    clientsBelow: z.int().min(1).max(1_000_000).optional(),
    cursor: z.string().max(40).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    stations: z.int(),
    held: z.int(),
    underWay: z.int(),
    /** Those that do not hold it, the most clients first. */
    rows: z.array(
      z.object({
        unitCode: UnitCode,
        unitName: z.string(),
        clients: z.int(),
        state: AccreditationState.optional(),
        id: z.uuid().optional(),
      }),
    ),
    next: z.string().optional(),
  }),
})

const NotFound = z.object({ code: z.literal('accreditation-not-found') })
const UnderWay = z.object({ code: z.literal('already-under-way') })

export const openAccreditation = actionContract({
  name: 'accreditation.open',
  summary: 'Opens a course of accreditation for a unit: from here the unit shows, criterion by criterion, what it has',
  input: z.object({ unitCode: UnitCode, scheme: SchemeCode, level: z.int().min(0).max(5).default(0), mentorCode: UnitCode.optional() }),
  output: Accreditation,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('unit-not-found') }),
    z.object({ code: z.literal('unit-not-open') }),
    z.object({ code: z.literal('unknown-scheme') }),
    z.object({ code: z.literal('scheme-does-not-suit') }),
    z.object({ code: z.literal('level-missing'), levels: z.int() }),
    z.object({ code: z.literal('already-held'), expiresOn: PlainDate }),
    z.object({ code: z.literal('own-mentor') }),
    UnderWay,
  ]),
})

const StepRefusal = z.discriminatedUnion('code', [
  NotFound,
  z.object({ code: z.literal('changed-meanwhile'), revision: z.int() }),
  z.object({ code: z.literal('not-now'), state: AccreditationState }),
  z.object({ code: z.literal('unknown-criteria'), criteria: z.array(z.string()) }),
  z.object({ code: z.literal('criteria-open'), criteria: z.array(z.string()) }),
  z.object({ code: z.literal('not-your-seat'), seat: Tier }),
  z.object({ code: z.literal('own-submission') }),
  z.object({ code: z.literal('still-public'), until: PlainDate }),
  z.object({ code: z.literal('publication-over'), until: PlainDate }),
])

const course = { unitCode: UnitCode, id: z.uuid(), revision: z.int().min(1) }

export const prepareAccreditation = actionContract({
  name: 'accreditation.prepare',
  summary: 'The unit’s part: writes down its self-check, hands it in, or withdraws',
  input: z.object({
    ...course,
    step: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('check'), evidence: z.array(Evidence).max(40) }),
      z.object({ kind: z.literal('submit') }),
      z.object({ kind: z.literal('withdraw'), reason: Reason }),
    ]),
  }),
  output: Accreditation,
  refusal: StepRefusal,
})

export const reviewAccreditation = actionContract({
  name: 'accreditation.review',
  summary: 'The offices’ part: pass on, return with reason, refuse, take up an objection, award, revoke',
  input: z.object({ ...course, step: z.object({ kind: z.enum(REVIEWING), reason: Reason }) }),
  output: Accreditation,
  refusal: StepRefusal,
})
