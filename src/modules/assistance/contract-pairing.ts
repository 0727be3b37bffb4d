import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'

/** What somebody may need besides money: studying together, daily life, work, care when ill, a child's school, the home, company, rights. */
export const NeedKind = z.enum(['study', 'living', 'work', 'medical', 'schooling', 'housing', 'company', 'rights'])
export type NeedKind = z.infer<typeof NeedKind>

export const Urgency = z.enum(['now', 'soon', 'ordinary'])
export type Urgency = z.infer<typeof Urgency>

/** A leading official, a veteran who is a party member, an organisation, anybody else. */
export const HelperKind = z.enum(['official', 'member', 'organisation', 'person'])
export type HelperKind = z.infer<typeof HelperKind>

/** Why an agreement ended; `renewed` is said by a renewal alone. */
export const PairingEnd = z.enum(['met', 'renewed', 'personLeft', 'helperLeft', 'notWorking'])
export type PairingEnd = z.infer<typeof PairingEnd>

export const VisitWay = z.enum(['home', 'phone', 'online'])
export const VisitResult = z.enum(['better', 'same', 'worse'])

const kinds = z
  .array(NeedKind)
  .min(1)
  .max(8)
  .refine((given) => new Set(given).size === given.length, { message: 'named-twice' })

export const recordNeed = actionContract({
  name: 'need.record',
  summary: 'Enters into the ledger of needs what a person needs besides money',
  input: z.object({ personId: z.uuid(), kind: NeedKind, urgency: Urgency }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('already-open') }), z.object({ code: z.literal('not-living') })]),
})

export const closeNeed = actionContract({
  name: 'need.close',
  summary: 'Closes a need that was met otherwise, is gone, or was entered by mistake',
  input: z.object({ needId: z.uuid(), reason: z.enum(['met', 'gone', 'mistake']) }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('already-closed') })]),
})

export const offerHelp = actionContract({
  name: 'helper.offer',
  summary: 'Enters a helper: who, what they can give, to how many, until when',
  input: z.object({
    unitCode: UnitCode,
    kind: HelperKind,
    name: z.string().trim().min(2).max(60),
    gives: kinds,
    capacity: z.int().min(1).max(1000),
    untilOn: PlainDate.nullable(),
  }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('until-past') })]),
})

export const withdrawHelp = actionContract({
  name: 'helper.withdraw',
  summary: 'A helper takes on nobody more',
  input: z.object({ helperId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('already-withdrawn') }),
    z.object({ code: z.literal('still-paired'), count: z.int() }),
  ]),
})

export const beginPairing = actionContract({
  name: 'pairing.begin',
  summary: 'Begins an agreement between a person and a helper, for needs that are open; who records it answers for it',
  input: z.object({ personId: z.uuid(), helperId: z.uuid(), kinds, beganOn: PlainDate, untilOn: PlainDate }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('helper-not-found') }),
    z.object({ code: z.literal('other-bureau') }),
    z.object({ code: z.literal('not-living') }),
    z.object({ code: z.literal('not-offered'), untilOn: PlainDate.nullable() }),
    z.object({ code: z.literal('helper-full'), capacity: z.int() }),
    z.object({ code: z.literal('not-given') }),
    z.object({ code: z.literal('need-not-open') }),
    z.object({ code: z.literal('already-paired') }),
    z.object({ code: z.literal('bad-days') }),
  ]),
})

export const visitPairing = actionContract({
  name: 'pairing.visit',
  summary: 'Records a visit of the helper, which needs it met and how the person fares',
  input: z.object({ pairingId: z.uuid(), visitedOn: PlainDate, way: VisitWay, met: z.array(NeedKind).max(8), result: VisitResult }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('outside-agreement'), beganOn: PlainDate, lastOn: PlainDate }),
    z.object({ code: z.literal('not-agreed') }),
  ]),
})

const NotStanding = z.object({ code: z.literal('already-ended') })

export const renewPairing = actionContract({
  name: 'pairing.renew',
  summary: 'Renews an agreement: the old one ends today and the next one begins',
  input: z.object({ pairingId: z.uuid(), untilOn: PlainDate }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    NotStanding,
    z.object({ code: z.literal('bad-days') }),
    z.object({ code: z.literal('began-today') }),
  ]),
})

export const endPairing = actionContract({
  name: 'pairing.end',
  summary: 'Ends an agreement, with the reason',
  input: z.object({ pairingId: z.uuid(), endedOn: PlainDate, reason: PairingEnd.exclude(['renewed']) }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [NotStanding, z.object({ code: z.literal('bad-days') })]),
})

export const Need = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  unitCode: UnitCode,
  nameMasked: z.string().nullable(),
  kind: NeedKind,
  urgency: Urgency,
  recordedOn: PlainDate,
  closedOn: PlainDate.nullable(),
  closedFor: z.enum(['met', 'gone', 'mistake']).nullable(),
  /** An agreement that stands is for it. */
  isPaired: z.boolean(),
})
export type Need = z.infer<typeof Need>

export const Helper = z.object({
  id: z.uuid(),
  unitCode: UnitCode,
  kind: HelperKind,
  nameMasked: z.string(),
  gives: z.array(NeedKind),
  capacity: z.int(),
  /** How many people they help now. */
  paired: z.int(),
  untilOn: PlainDate.nullable(),
  withdrawnOn: PlainDate.nullable(),
})
export type Helper = z.infer<typeof Helper>

export const Pairing = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  nameMasked: z.string().nullable(),
  helperMasked: z.string(),
  helperKind: HelperKind,
  kinds: z.array(NeedKind),
  beganOn: PlainDate,
  untilOn: PlainDate,
  answersName: z.string(),
  isRenewal: z.boolean(),
  endedOn: PlainDate.nullable(),
  endedFor: PairingEnd.nullable(),
  /** Its last day is past and nobody has ended or renewed it. */
  isOver: z.boolean(),
  visits: z.int(),
  lastVisitOn: PlainDate.nullable(),
  lastResult: VisitResult.nullable(),
})
export type Pairing = z.infer<typeof Pairing>

export const seePairing = viewContract({
  name: 'pairing.desk',
  summary: 'Pairing at a place: open needs, helpers and agreements, the most urgent first',
  input: z.object({ place: RegionCode }),
  output: z.object({
    needs: z.array(Need),
    helpers: z.array(Helper),
    pairings: z.array(Pairing),
    counts: z.object({ openNeeds: z.int(), unpaired: z.int(), helpers: z.int(), standing: z.int(), people: z.int(), over: z.int() }),
    can: z.object({ write: z.boolean() }),
  }),
})

export const seePairingOfPerson = viewContract({
  name: 'pairing.ofPerson',
  summary: 'What a person needs, who helps them, and what came of it',
  input: z.object({ personId: z.uuid() }),
  output: z.object({ needs: z.array(Need), pairings: z.array(Pairing), can: z.object({ write: z.boolean() }) }),
})

/** Why a helper stands where they stand: how near, which open needs they can meet, how much room they have. */
export const HelperMatch = z.object({
  helper: Helper,
  near: z.enum(['village', 'township', 'county']),
  meets: z.array(NeedKind),
  urgent: z.array(NeedKind),
  room: z.int(),
})
export type HelperMatch = z.infer<typeof HelperMatch>

export const matchHelpers = viewContract({
  name: 'pairing.match',
  summary: 'Helpers who can meet the open needs of a person, ranked, each with the reasons',
  input: z.object({ personId: z.uuid() }),
  output: z.object({ needs: z.array(NeedKind), matches: z.array(HelperMatch) }),
})
