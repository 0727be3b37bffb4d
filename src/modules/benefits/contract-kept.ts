import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { words } from './contract-words.ts'
import { SUSPENSIONS } from './domain/entitlement/course.ts'
import { CAUSES } from './domain/rates/rate-table.ts'
import { EVENT_KINDS } from './domain/run/kept.ts'
import { KEPT_STATES } from './domain/run/kept-state.ts'

/** Something that happened to somebody who is paid. */
export const EventFields = z.object({
  kind: z.enum(EVENT_KINDS),
  /** The day from which it holds; of a child at school the day until which. */
  effectiveOn: PlainDate,
  classCode: z.string().max(20).nullable().default(null),
  grade: z.int().min(1).max(10).nullable().default(null),
  cause: z.enum(CAUSES).nullable().default(null),
  reason: z.enum(SUSPENSIONS).nullable().default(null),
  place: RegionCode.nullable().default(null),
  /** The event that was a mistake. */
  cancels: z.uuid().nullable().default(null),
  /** The paper that says so: a certificate, a judgment, a notice with its number. */
  evidence: words(200),
})
export type EventFields = z.infer<typeof EventFields>

export const KeptEvent = EventFields.extend({ id: z.uuid(), knownOn: PlainDate, isMistaken: z.boolean() })
export type KeptEvent = z.infer<typeof KeptEvent>

export const Kept = z.object({
  id: z.uuid(),
  personId: PersonId,
  nameMasked: z.string(),
  classCode: z.string(),
  grade: z.int().nullable(),
  cause: z.enum(CAUSES).nullable(),
  state: z.enum(KEPT_STATES),
  reason: z.enum(SUSPENSIONS).nullable(),
  paysFrom: PlainDate,
  /** The identity has ended in the file or is held back there. That moves no money: an event does. */
  hasEndedInFile: z.boolean(),
  /** Bank and the end of the account; null where none is known. */
  payee: z.object({ bank: z.string(), accountMasked: z.string() }).nullable(),
})
export type Kept = z.infer<typeof Kept>

export const seeKept = viewContract({
  name: 'benefit.kept',
  summary: 'What somebody is paid for as it was approved, and what happened to them since',
  input: z.object({ personId: PersonId }),
  output: z.object({
    entitlements: z.array(Kept),
    events: z.array(KeptEvent),
    /** An account that was entered and that nobody else has confirmed yet. */
    waitingPayee: z.object({ bank: z.string(), accountMasked: z.string() }).nullable(),
    /** Accounts that two people have confirmed, the latest first. */
    payees: z.array(z.object({ id: z.uuid(), bank: z.string(), accountMasked: z.string(), isOtherName: z.boolean(), at: z.string() })),
    can: z.object({ record: z.boolean() }),
  }),
})

export const listWaiting = viewContract({
  name: 'benefit.waiting',
  summary: 'Entitlements of an office that wait to be approved, and how many there are',
  input: z.object({ unitCode: UnitCode }),
  output: z.object({
    rows: z.array(Kept),
    waiting: z.int(),
    approved: z.int(),
    can: z.object({ takeIn: z.boolean(), approve: z.boolean() }),
  }),
})

export const takeIn = actionContract({
  name: 'benefit.takeIn',
  summary: 'Takes confirmed identities that are not paid yet into pay; they count once somebody else has approved them',
  input: z.object({ unitCode: UnitCode }),
  output: z.object({ taken: z.int(), more: z.boolean() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-an-office') }), z.object({ code: z.literal('nobody-new') })]),
})

export const approveEntitlements = actionContract({
  name: 'benefit.approve',
  summary: 'Approves entitlements that wait, by somebody who did not take them in',
  input: z.object({ unitCode: UnitCode, personId: PersonId.optional() }),
  output: z.object({ approved: z.int() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('nothing-waits') })]),
})

export const recordEvent = actionContract({
  name: 'benefit.recordEvent',
  summary: 'Records what happened to somebody who is paid, with its paper: the next month pays by it, earlier ones are made good',
  input: z.object({ personId: PersonId, event: EventFields }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-entitled') }),
    z.object({ code: z.literal('incomplete'), field: z.enum(['grade', 'reason', 'place', 'cancels']) }),
    z.object({ code: z.literal('in-future') }),
    z.object({ code: z.literal('before-birth') }),
    z.object({ code: z.literal('too-soon'), earliest: PlainDate }),
    z.object({ code: z.literal('not-suspended') }),
    z.object({ code: z.literal('dead') }),
    z.object({ code: z.literal('already-taken-back') }),
  ]),
})
