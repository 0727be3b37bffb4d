import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { BooksRefusals, Cause, FundKind, ReportKind } from './contract-words.ts'

/** More than nothing: a gift or a grant. */
export const PositiveFen = FenText.regex(/^[1-9]/, { message: 'not-positive' })

/** Of a fund: received in money, held for approved grants, given, free to be granted; goods at their listed value, and what waits to be confirmed. */
export const FundSums = z.object({
  waitingFen: FenText,
  receivedFen: FenText,
  heldFen: FenText,
  givenFen: FenText,
  freeFen: FenText,
  goodsFen: FenText,
})
export type FundSums = z.infer<typeof FundSums>

export const Fund = z.object({
  id: z.uuid(),
  unitCode: UnitCode,
  kind: FundKind,
  name: z.string(),
  purpose: z.string(),
  permit: z.string().nullable(),
  raisingFrom: PlainDate.nullable(),
  raisingTo: PlainDate.nullable(),
  sums: FundSums,
})
export type Fund = z.infer<typeof Fund>

export const listFunds = viewContract({
  name: 'aidFund.list',
  summary: 'Funds of a place, with what is received, held, given and free',
  input: z.object({ place: RegionCode }),
  output: z.object({ funds: z.array(Fund), can: z.object({ open: z.boolean() }) }),
})

export const openFund = actionContract({
  name: 'aidFund.open',
  summary: 'Opens a fund of an office; one that raises from the public names its permit and the days of raising',
  input: z.object({
    unitCode: UnitCode,
    kind: FundKind,
    name: z.string().trim().min(2).max(60),
    purpose: z.string().trim().min(4).max(300),
    raising: z.object({ permit: z.string().trim().min(2).max(60), from: PlainDate, to: PlainDate.nullable() }).nullable(),
  }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-an-office') }),
    z.object({ code: z.literal('name-taken') }),
    z.object({ code: z.literal('raising-backwards') }),
  ]),
})

export const DonorKind = z.enum(['named', 'anonymous', 'treasury'])
export type DonorKind = z.infer<typeof DonorKind>

/** A thing given, how many, and what they are worth together. */
const Good = z.object({ name: z.string().trim().min(1).max(60), count: z.int().min(1).max(1_000_000), valueFen: PositiveFen })
export type Good = z.infer<typeof Good>

export const recordDonation = actionContract({
  name: 'donation.record',
  summary: 'Records a gift to a fund, in money or in goods by a valued list, and gives it a receipt',
  input: z.object({
    fundId: z.uuid(),
    donor: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('named'), name: z.string().trim().min(2).max(80), phone: z.string().trim().max(20).nullable() }),
      z.object({ kind: z.literal('anonymous') }),
      z.object({ kind: z.literal('treasury'), document: z.string().trim().min(2).max(80) }),
    ]),
    gift: z.discriminatedUnion('form', [
      z.object({ form: z.literal('cash'), amountFen: PositiveFen }),
      z.object({ form: z.literal('goods'), goods: z.array(Good).min(1).max(50) }),
    ]),
    earmark: Cause.nullable(),
    receivedOn: PlainDate,
  }),
  output: z.object({ id: z.uuid(), receiptNumber: z.string() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-yet-received') }), z.object({ code: z.literal('too-much') })]),
})

export const confirmDonation = actionContract({
  name: 'donation.confirm',
  summary: 'Confirms that a gift has come, by somebody who did not record it: from then on grants may draw on it',
  input: z.object({ donationId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('own-record') }),
    z.object({ code: z.literal('already-confirmed') }),
    z.object({ code: z.literal('taken-back') }),
    ...BooksRefusals,
  ]),
})

export const takeBackDonation = actionContract({
  name: 'donation.takeBack',
  summary: 'Takes a gift back of which nothing was drawn: recorded by mistake, or given back to who gave it; by who did not record it',
  input: z.object({ donationId: z.uuid(), reason: z.string().trim().min(4).max(300) }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('own-record') }),
    z.object({ code: z.literal('taken-back') }),
    z.object({ code: z.literal('already-used') }),
    ...BooksRefusals,
  ]),
})

export const Donation = z.object({
  id: z.uuid(),
  receiptNumber: z.string(),
  donorKind: DonorKind,
  /** Masked; null for who gave without a name. */
  donorMasked: z.string().nullable(),
  form: z.enum(['cash', 'goods']),
  goods: z.array(Good),
  amountFen: FenText,
  /** Not drawn on yet by any grant. */
  leftFen: FenText,
  earmark: Cause.nullable(),
  receivedOn: PlainDate,
  isConfirmed: z.boolean(),
  takenBackOn: PlainDate.nullable(),
  can: z.object({ confirm: z.boolean(), takeBack: z.boolean() }),
})
export type Donation = z.infer<typeof Donation>

/** A stretch for which a fund must publish, and until when. */
export const DueReport = z.object({ kind: ReportKind, from: PlainDate, to: PlainDate, dueOn: PlainDate, isLate: z.boolean() })
export type DueReport = z.infer<typeof DueReport>

export const PublishedReport = z.object({ id: z.uuid(), kind: ReportKind, from: PlainDate, to: PlainDate, publishedOn: PlainDate })
export type PublishedReport = z.infer<typeof PublishedReport>

export const getFund = viewContract({
  name: 'aidFund.get',
  summary: 'A fund with its gifts, what it must publish and what it has published',
  input: z.object({ fundId: z.uuid() }),
  output: Fund.extend({
    donations: z.array(Donation),
    /** There are more than are shown. */
    isCut: z.boolean(),
    due: z.array(DueReport),
    reports: z.array(PublishedReport),
    can: z.object({ record: z.boolean(), publish: z.boolean(), receipt: z.boolean() }),
  }),
})

export const seeReceipt = viewContract({
  name: 'donation.receipt',
  summary: 'The receipt of a gift as it is printed for the donor, with the code by which the gift can be followed',
  input: z.object({ donationId: z.uuid() }),
  output: z.object({
    receiptNumber: z.string(),
    code: z.string(),
    fundName: z.string(),
    unitName: z.string(),
    donorKind: DonorKind,
    donorName: z.string().nullable(),
    form: z.enum(['cash', 'goods']),
    goods: z.array(Good),
    amountFen: FenText,
    earmark: Cause.nullable(),
    receivedOn: PlainDate,
  }),
})

export const publishReport = actionContract({
  name: 'aidFund.publish',
  summary: 'Publishes what a fund received and gave in a stretch of time, sums and lines without a name; it stays as it was published',
  input: z.object({ fundId: z.uuid(), kind: ReportKind, from: PlainDate, to: PlainDate }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-due') }), z.object({ code: z.literal('already-published') })]),
})
