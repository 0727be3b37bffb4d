import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { ClassCode, Reason, Sex, text } from './contract-file.ts'
import { AlreadyRegistered, FileClosed, InvalidFields } from './contract-refusals.ts'

const TransferId = z.uuid()
export const TransferStatus = z.enum(['open', 'accepted', 'declined', 'withdrawn'])
export type TransferStatus = z.infer<typeof TransferStatus>

export const askTransfer = actionContract({
  name: 'transfer.ask',
  summary: 'Asks the station that holds the file of a citizen, whoever it is, to hand it over. Says nothing of that station.',
  input: z.object({ unitCode: UnitCode, citizenId: text(40).min(1, { message: 'missing' }), reason: Reason }),
  output: z.object({ transferId: TransferId, status: TransferStatus }),
  refusal: z.discriminatedUnion('code', [
    InvalidFields,
    AlreadyRegistered,
    z.object({ code: z.literal('not-registered') }),
    z.object({ code: z.literal('already-asked') }),
    z.object({ code: z.literal('asked-too-often'), limit: z.int() }),
  ]),
})

export const sendTransfer = actionContract({
  name: 'transfer.send',
  summary: "Offers a file to another station, which has to accept it; within the actor's own range it moves at once.",
  input: z.object({ personId: PersonId, toUnitCode: UnitCode, reason: Reason }),
  output: z.object({ transferId: TransferId, status: TransferStatus }),
  refusal: z.discriminatedUnion('code', [
    FileClosed,
    z.object({ code: z.literal('same-unit') }),
    z.object({ code: z.literal('unknown-unit') }),
    z.object({ code: z.literal('already-asked') }),
  ]),
})

const Settled = z.object({ code: z.literal('already-settled'), status: TransferStatus })

export const decideTransfer = actionContract({
  name: 'transfer.decide',
  summary: 'Accepts or declines a request. Accepted, the file moves at once with its whole history.',
  input: z.object({ transferId: TransferId, accept: z.boolean(), answer: text(500).nullish() }),
  output: z.object({ transferId: TransferId, status: TransferStatus }),
  refusal: z.discriminatedUnion('code', [
    Settled,
    z.object({ code: z.literal('not-to-decide') }),
    z.object({ code: z.literal('person-gone') }),
  ]),
})

export const withdrawTransfer = actionContract({
  name: 'transfer.withdraw',
  summary: 'Takes back a request that has not been decided.',
  input: z.object({ transferId: TransferId, reason: Reason }),
  output: z.object({ transferId: TransferId, status: TransferStatus }),
  refusal: z.discriminatedUnion('code', [Settled, z.object({ code: z.literal('not-asked-here') })]),
})

/** Whom a request is about, as far as the reader may know. */
export const TransferCard = z.object({
  personId: PersonId.nullable(),
  nameMasked: z.string(),
  sex: Sex,
  age: z.int(),
  classes: z.array(ClassCode),
})

export const TransferRow = z.object({
  id: TransferId,
  unitCode: UnitCode,
  /** `asked`: this side waits for an answer; `toDecide`: it gives one. */
  direction: z.enum(['asked', 'toDecide']),
  /** `pull`: a station asks for a file; `push`: a station offers one. */
  kind: z.enum(['pull', 'push']),
  /** The other station; null to a station that asks, for it must not learn where the file lies. */
  counterpart: UnitCode.nullable(),
  person: TransferCard.nullable(),
  reason: z.string(),
  status: TransferStatus,
  openedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  answer: z.string().nullable(),
  can: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
})
export type TransferRow = z.infer<typeof TransferRow>

export const listTransfers = viewContract({
  name: 'transfer.list',
  summary: 'Requests of a place, newest first.',
  input: Paging.extend({
    place: z.union([RegionCode, UnitCode]),
    status: TransferStatus.optional(),
    direction: z.enum(['asked', 'toDecide']).optional(),
    personId: PersonId.optional(),
  }),
  output: paged(TransferRow),
})
