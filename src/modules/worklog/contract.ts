import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, Tier, UnitCode } from '../../kernel/region-code.ts'
import { Uscc } from '../../kernel/uscc.ts'
import { Evidence, EvidenceDrafts, EvidenceRefusal } from './contract-evidence.ts'
import { KindCode, KindForm, WorkKind } from './contract-kinds.ts'
import { VALUE_FAULTS } from './domain/check-values.ts'

export { bringWork, WrongRow } from './contract-bring.ts'
export { attachEvidence, MOST_EVIDENCE } from './contract-evidence.ts'
export { KindField, KindForm, WorkKind } from './contract-kinds.ts'
export { HeldBack, listSites, publishSites, SiteOnDesk, takeBackSite } from './contract-sites.ts'

const Place = z.union([RegionCode, UnitCode])

const text = (max: number) =>
  z
    .string()
    .max(max, { message: 'too-long' })
    .regex(/^(?:[^\p{Cc}]|\n)*$/u, { message: 'control-character' })

const Reason = text(500).trim().min(2, { message: 'too-short' })

/** Nothing that is recorded here is older, a grave or a site included: an earlier year was typed with a digit too few. */
const EARLIEST = '1840-01-01'
export const WorkDay = PlainDate.refine((day) => day >= EARLIEST, { message: 'not-a-day' })

/** What a record says. `values` holds the answers to the kind's form, numbers and fen in digits. */
export const WorkFields = z.object({
  kind: KindCode,
  /** The unit it counts for. */
  unitCode: UnitCode,
  /** The day on which it was done, or since which it stands. */
  on: WorkDay,
  /** Of a state: the first day on which it no longer stands, where that is known. */
  until: WorkDay.optional(),
  values: z.record(z.string().max(24), text(2000)).default({}),
  personIds: z
    .array(PersonId)
    .max(200, { message: 'too-many' })
    .refine((ids) => new Set(ids).size === ids.length, { message: 'twice' })
    .default([]),
  organisation: z.object({ name: text(100).trim().min(2, { message: 'too-short' }), uscc: Uscc.optional() }).optional(),
})
export type WorkFields = z.infer<typeof WorkFields>

const ValueFault = z.object({ field: z.string(), why: z.enum(VALUE_FAULTS) })

export const RecordWorkRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('unknown-place') }),
  z.object({ code: z.literal('unknown-kind') }),
  z.object({ code: z.literal('kind-retired') }),
  z.object({ code: z.literal('not-at-this-tier'), tiers: z.array(Tier) }),
  z.object({ code: z.literal('in-the-future'), today: PlainDate }),
  z.object({ code: z.literal('ends-before-start') }),
  z.object({ code: z.literal('never-ends') }),
  z.object({ code: z.literal('values-wrong'), faults: z.array(ValueFault) }),
  z.object({ code: z.literal('nobody-named') }),
  z.object({ code: z.literal('names-nobody') }),
  z.object({ code: z.literal('no-organisation') }),
  z.object({ code: z.literal('names-no-organisation') }),
  z.object({ code: z.literal('person-not-found'), personIds: z.array(PersonId) }),
])
export type RecordWorkRefusal = z.infer<typeof RecordWorkRefusal>

export const recordWork = actionContract({
  name: 'work.record',
  summary: 'Records work of any kind of the catalogue: a meeting, a job fair, a team, a post held',
  input: WorkFields.extend({ evidence: EvidenceDrafts }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [...RecordWorkRefusal.options, ...EvidenceRefusal.options]),
  offline: true,
})

export const correctWork = actionContract({
  name: 'work.correct',
  summary: 'Takes a wrong record back by a counter-record with the reason, and where given records it as it was',
  input: z.object({ recordId: z.uuid(), reason: Reason, corrected: WorkFields.optional() }),
  output: z.object({ counterId: z.uuid(), correctedId: z.uuid().nullable() }),
  refusal: z.discriminatedUnion('code', [
    ...RecordWorkRefusal.options,
    z.object({ code: z.literal('already-corrected'), by: z.uuid() }),
    z.object({ code: z.literal('is-a-counter-record') }),
    z.object({ code: z.literal('elsewhere') }),
  ]),
})

export const endWork = actionContract({
  name: 'work.end',
  summary: 'Says from which day on a state no longer stands: a post given up, a team dissolved',
  input: z.object({ recordId: z.uuid(), endedOn: PlainDate, reason: text(500).default('') }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('never-ends') }),
    z.object({ code: z.literal('already-ended'), endedOn: PlainDate }),
    z.object({ code: z.literal('already-corrected'), by: z.uuid() }),
    z.object({ code: z.literal('is-a-counter-record') }),
    z.object({ code: z.literal('ends-before-start'), on: PlainDate }),
    z.object({ code: z.literal('in-the-future'), today: PlainDate }),
  ]),
})

/** Persons of a record, masked. */
const WorkPerson = z.object({ id: PersonId, nameMasked: z.string() })

export const WorkRecord = z.object({
  id: z.uuid(),
  kind: KindCode,
  kindVersion: z.int(),
  unitCode: UnitCode,
  madeByUnit: UnitCode,
  on: PlainDate,
  /** The first day on which a state no longer stands. */
  until: PlainDate.nullable(),
  /** Notes are empty where the reader may not write records. */
  values: z.record(z.string(), z.string()),
  organisation: z.object({ name: z.string(), uscc: z.string().nullable() }).nullable(),
  people: z.array(WorkPerson),
  evidence: z.array(Evidence),
  recordedAt: z.string(),
  state: z.enum(['counts', 'ended', 'corrected', 'counterRecord']),
  correctsId: z.uuid().nullable(),
  counterReason: z.string().nullable(),
  can: z.object({ correct: z.boolean(), end: z.boolean(), attach: z.boolean() }),
})
export type WorkRecord = z.infer<typeof WorkRecord>

export const listWork = viewContract({
  name: 'work.list',
  summary: 'Records of work of a place, latest first',
  input: Paging.extend({
    place: Place.optional(),
    kind: KindCode.optional(),
    from: PlainDate.optional(),
    to: PlainDate.optional(),
    /** Only what names this person. */
    personId: PersonId.optional(),
  }),
  output: paged(WorkRecord),
})

export const getWork = viewContract({
  name: 'work.get',
  summary: 'One record with its history: what it corrects, what took it back, when it ended and why',
  input: z.object({ recordId: z.uuid() }),
  output: z.object({
    record: WorkRecord,
    history: z.array(
      z.object({
        what: z.enum(['recorded', 'ended', 'counterRecord', 'recordedAnew']),
        at: z.string(),
        on: PlainDate,
        reason: z.string().nullable(),
        id: z.uuid(),
      }),
    ),
  }),
})

/** A kind as the desk shows it: with the letters by which it is found, and whose it is. */
const KindOnDesk = WorkKind.extend({
  /** First letters of its name in pinyin. */
  initials: z.string(),
  /** The place that made it; null for those of the house. */
  ownOf: UnitCode.nullable(),
  retired: z.boolean(),
  can: z.object({ retire: z.boolean() }),
})
export type KindOnDesk = z.infer<typeof KindOnDesk>

export const listWorkKinds = viewContract({
  name: 'work.kinds',
  summary: 'The kinds of record of a place: those of the house, its own and those of the places above',
  input: z.object({ place: Place }),
  output: z.object({ kinds: z.array(KindOnDesk), can: z.object({ record: z.boolean(), define: z.boolean() }) }),
})

export const defineKind = actionContract({
  name: 'work.defineKind',
  summary: 'Makes a kind of record for the own range and all below it, or its next version',
  input: z.object({ unitCode: RegionCode, code: KindCode.optional(), form: KindForm }),
  output: z.object({ code: KindCode, version: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('below-county') }),
    z.object({ code: z.literal('no-such-kind') }),
    z.object({ code: z.literal('kind-retired') }),
    z.object({ code: z.literal('form-wrong'), sentences: z.array(z.string()) }),
    z.object({ code: z.literal('name-taken') }),
    z.object({ code: z.literal('unit-changed') }),
  ]),
})

export const retireKind = actionContract({
  name: 'work.retireKind',
  summary: 'Retires an own kind: nothing new is recorded by it, its records stay',
  input: z.object({ unitCode: RegionCode, code: KindCode, reason: Reason }),
  output: z.object({ code: KindCode }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('no-such-kind') }), z.object({ code: z.literal('kind-retired') })]),
})
