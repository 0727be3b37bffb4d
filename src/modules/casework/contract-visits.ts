import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { PersonId, VisitId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { DELIVERIES, VISIT_REASONS, VISIT_WAYS } from './domain/codes.ts'

const Place = z.union([RegionCode, UnitCode])

export const VisitReason = z.enum(VISIT_REASONS)
export type VisitReason = z.infer<typeof VisitReason>

export const VisitWay = z.enum(VISIT_WAYS)
export type VisitWay = z.infer<typeof VisitWay>

export const Delivery = z.enum(DELIVERIES)
export type Delivery = z.infer<typeof Delivery>

/** Text as a person types it: no control character but a line break. */
const text = (max: number) =>
  z
    .string()
    .max(max, { message: 'too-long' })
    .regex(/^(?:[^\p{Cc}]|\n)*$/u, { message: 'control-character' })

/** Why something is corrected or dropped: never empty. */
export const Reason = text(500).trim().min(2, { message: 'too-short' })

/** What a visit says, as it is recorded. Nothing but who and when is required. */
export const VisitFields = z.object({
  personIds: z
    .array(PersonId)
    .min(1, { message: 'nobody' })
    .max(20, { message: 'too-many' })
    .refine((ids) => new Set(ids).size === ids.length, { message: 'twice' }),
  /** The station that serves these persons: one for all of them. */
  unitCode: UnitCode,
  doneOn: PlainDate,
  reason: VisitReason.default('routine'),
  way: VisitWay.default('home'),
  /** 六送 */
  deliveries: z.array(Delivery).max(6).default([]),
  goods: text(200).optional(),
  /** Value of the goods, in fen. */
  goodsValueFen: FenText.refine((fen) => !fen.startsWith('-'), { message: 'negative' }).default('0'),
  /** What was seen and heard. Never a unit designation or garrison. */
  note: text(2000).optional(),
  photoIds: z.array(z.uuid()).max(9).default([]),
})
export type VisitFields = z.infer<typeof VisitFields>

export const RecordVisitRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('person-not-found'), personIds: z.array(PersonId) }),
  z.object({ code: z.literal('at-another-station'), personIds: z.array(PersonId) }),
  z.object({ code: z.literal('in-the-future'), today: PlainDate }),
  z.object({ code: z.literal('before-birth'), personId: PersonId }),
  z.object({ code: z.literal('after-death'), personId: PersonId, deceasedOn: PlainDate }),
  /** A photo was not brought by this account, or was brought too long ago. */
  z.object({ code: z.literal('photo-not-found') }),
])
export type RecordVisitRefusal = z.infer<typeof RecordVisitRefusal>

/** How the visits of a record count: 人次 is the number of persons seen. */
export const VisitReceipt = z.object({ id: VisitId, turnouts: z.int(), nextDueOn: PlainDate.nullable() })

export const recordVisit = actionContract({
  name: 'visit.record',
  summary: 'Records a visit to one or several persons; closes their due plans and sets the next by rule',
  input: VisitFields,
  output: VisitReceipt,
  refusal: RecordVisitRefusal,
  offline: true,
})

export const CorrectVisitRefusal = z.discriminatedUnion('code', [
  ...RecordVisitRefusal.options,
  z.object({ code: z.literal('already-corrected'), by: VisitId }),
  z.object({ code: z.literal('is-a-counter-record') }),
])

export const correctVisit = actionContract({
  name: 'visit.correct',
  summary: 'Answers a wrong visit with a counter-record that takes its figures back, and where given with the visit as it was',
  input: z.object({ visitId: VisitId, reason: Reason, corrected: VisitFields.optional() }),
  output: z.object({ counterId: VisitId, correctedId: VisitId.nullable() }),
  refusal: CorrectVisitRefusal,
})

/** A person as casework shows one in a list: masked. */
export const VisitPerson = z.object({
  id: PersonId,
  nameMasked: z.string(),
  age: z.int(),
  classes: z.array(z.string()),
  addressMasked: z.string().nullable(),
})

export const Visit = z.object({
  id: VisitId,
  unitCode: UnitCode,
  /** The unit of whoever recorded it. */
  madeByUnit: UnitCode,
  doneOn: PlainDate,
  reason: VisitReason,
  way: VisitWay,
  deliveries: z.array(Delivery),
  goods: z.string().nullable(),
  goodsValueFen: z.string(),
  /** Null where the reader may not read notes. */
  note: z.string().nullable(),
  /** Photos, at /api/photos/:id; none where the reader may not read notes. */
  photoIds: z.array(z.uuid()),
  people: z.array(VisitPerson),
  /** How many more were seen who are out of the reader's sight by now: their files went elsewhere. */
  outOfSight: z.int().default(0),
  recordedAt: z.string(),
  recordedBy: z.uuid(),
  state: z.enum(['counts', 'corrected', 'counterRecord']),
  correctsId: VisitId.nullable(),
  counterReason: z.string().nullable(),
  can: z.object({ correct: z.boolean() }),
})
export type Visit = z.infer<typeof Visit>

export const listVisits = viewContract({
  name: 'visit.list',
  summary: 'Visits of a place, latest first',
  input: Paging.extend({
    /** Narrower than the reader's range, when given. */
    place: Place.optional(),
    from: PlainDate.optional(),
    to: PlainDate.optional(),
    reason: VisitReason.optional(),
    personId: PersonId.optional(),
  }),
  output: paged(Visit),
})

export const getVisit = viewContract({
  name: 'visit.get',
  summary: 'One visit, with what it corrects',
  input: z.object({ visitId: VisitId }),
  output: Visit,
})

export const EarlierVisit = Visit.pick({
  id: true,
  madeByUnit: true,
  doneOn: true,
  reason: true,
  way: true,
  deliveries: true,
  goods: true,
  goodsValueFen: true,
  note: true,
})
export type EarlierVisit = z.infer<typeof EarlierVisit>

export const listEarlierVisits = viewContract({
  name: 'visit.earlier',
  summary: 'Visits to a person by stations that kept the file before it was handed over, latest first; for reading only, counted nowhere',
  input: z.object({ personId: PersonId }),
  output: z.object({ rows: z.array(EarlierVisit).max(200) }),
})
