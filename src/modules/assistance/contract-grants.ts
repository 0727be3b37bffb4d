import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { PositiveFen } from './contract-funds.ts'
import { BooksRefusals, Cause, GrantState, GrantWay, Outcome } from './contract-words.ts'

/** A monthly income of the household, and of what kind: pensions and subsidies for service are not counted (军人抚恤优待条例 Art 4). */
const Income = z.object({ kind: z.enum(['wage', 'business', 'property', 'retirement', 'pension']), amountFen: PositiveFen })
export type Income = z.infer<typeof Income>

/** What a household lives on, against the line of the place, which names its document. */
export const Means = z.object({
  members: z.int().min(1).max(30),
  incomes: z.array(Income).max(30),
  lineFen: PositiveFen,
  lineSource: z.string().trim().min(2).max(120),
})
export type Means = z.infer<typeof Means>

export const proposeGrant = actionContract({
  name: 'grant.propose',
  summary: 'Proposes money of a fund for a matter of hardship: decided, or an emergency whose papers follow',
  input: z.object({
    matterId: z.uuid(),
    fundId: z.uuid(),
    amountFen: PositiveFen,
    means: Means.nullable(),
    topUpReason: z.string().trim().min(4).max(300).nullable(),
  }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('matter-not-ready') }),
    z.object({ code: z.literal('other-bureau') }),
    z.object({ code: z.literal('means-missing') }),
    z.object({ code: z.literal('income-above'), perHeadFen: FenText, lineFen: FenText }),
    z.object({ code: z.literal('over-decided'), leftFen: FenText }),
    z.object({ code: z.literal('need-met'), fundName: z.string(), amountFen: FenText }),
  ]),
})

export const approveGrant = actionContract({
  name: 'grant.approve',
  summary: 'Approves a grant and holds its money: gifts bound to its cause first, each in the order in which they came',
  input: z.object({ grantId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('own-proposal') }),
    z.object({ code: z.literal('already-settled') }),
    z.object({ code: z.literal('fund-short'), shortFen: FenText }),
    ...BooksRefusals,
  ]),
})

export const refuseGrant = actionContract({
  name: 'grant.refuse',
  summary: 'Does not approve a grant, with the reason',
  input: z.object({ grantId: z.uuid(), reason: z.string().trim().min(4).max(300) }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('own-proposal') }), z.object({ code: z.literal('already-settled') })]),
})

export const payGrant = actionContract({
  name: 'grant.pay',
  summary: 'Records that a grant was paid, with the number of the bank voucher; by neither of those who made and checked it',
  input: z.object({ grantId: z.uuid(), voucher: z.string().trim().min(4).max(60) }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('own-grant') }),
    z.object({ code: z.literal('not-approved') }),
    ...BooksRefusals,
  ]),
})

export const followUpGrant = actionContract({
  name: 'grant.followUp',
  summary: 'Records what became of it: donors see it without a name',
  input: z.object({ grantId: z.uuid(), outcome: Outcome }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-paid') })]),
})

export const payTogether = actionContract({
  name: 'grant.payTogether',
  summary: 'Puts the approved grants of a fund into one payment batch, to the accounts in the files of those they help',
  input: z.object({
    fundId: z.uuid(),
    /** 开户行, by the first six digits of a card: a file keeps the number only. */
    banks: z
      .array(z.object({ prefix: z.string().regex(/^\d{6}$/, { message: 'not-a-prefix' }), bank: z.string().trim().min(2).max(60) }))
      .max(200),
  }),
  output: z.object({ id: z.uuid(), count: z.int(), totalFen: FenText }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('nothing-approved') }),
    z.object({ code: z.literal('account-missing'), numbers: z.array(z.int()) }),
    /** Cards of which nobody has said the bank, by their first six digits. */
    z.object({ code: z.literal('bank-missing'), cards: z.array(z.object({ prefix: z.string(), count: z.int() })) }),
    z.object({ code: z.literal('fund-short') }),
    z.object({ code: z.literal('own-grant') }),
    ...BooksRefusals,
  ]),
})

export const settleBatch = actionContract({
  name: 'grant.settle',
  summary: 'Takes over from the bank whether a grant of a batch was paid; by neither of those who made and checked it',
  input: z.object({ grantId: z.uuid() }),
  output: z.object({ id: z.uuid(), state: z.enum(['paid', 'returned', 'waiting']) }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('own-grant') }), z.object({ code: z.literal('not-sent') })]),
})

const undone = z.object({ grantId: z.uuid(), reason: z.string().trim().min(4).max(300) })

export const cancelGrant = actionContract({
  name: 'grant.cancel',
  summary: 'Cancels an approved grant before it is paid: its money is free again, gift by gift',
  input: undone,
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('own-proposal') }), z.object({ code: z.literal('not-approved') })]),
})

export const takeBackGrant = actionContract({
  name: 'grant.takeBack',
  summary: 'Books money of a wrong grant that has come back after it was paid, and gives it back to its gifts',
  input: undone,
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('own-grant') }),
    z.object({ code: z.literal('not-paid') }),
    ...BooksRefusals,
  ]),
})

export const Grant = z.object({
  id: z.uuid(),
  fundId: z.uuid(),
  fundName: z.string(),
  matterId: z.uuid(),
  number: z.int(),
  way: GrantWay,
  cause: Cause,
  amountFen: FenText,
  topUpReason: z.string().nullable(),
  state: GrantState,
  proposedOn: PlainDate,
  refusedFor: z.string().nullable(),
  paidOn: PlainDate.nullable(),
  outcome: Outcome.nullable(),
  /** Of an emergency: until when the papers must be in, and whether they still are not. */
  papersDueOn: PlainDate.nullable(),
  papersMissing: z.boolean(),
  papersLate: z.boolean(),
  /** Masked, for who may see files. */
  nameMasked: z.string().nullable(),
  /** The batch that pays it: of what came back and was paid again, the later one. */
  batchId: z.uuid().nullable(),
  /** What the bank says where it sent the money back, in its words. */
  returnedFor: z.string().nullable(),
  undoneFor: z.string().nullable(),
  can: z.object({
    approve: z.boolean(),
    refuse: z.boolean(),
    pay: z.boolean(),
    followUp: z.boolean(),
    cancel: z.boolean(),
    settle: z.boolean(),
    takeBack: z.boolean(),
  }),
})
export type Grant = z.infer<typeof Grant>

/** A matter for which money may be proposed now. */
export const ReadyMatter = z.object({
  matterId: z.uuid(),
  unitCode: UnitCode,
  unitName: z.string(),
  way: GrantWay,
  cause: Cause,
  /** What was decided; null in an emergency, which has no decision yet. */
  decidedFen: FenText.nullable(),
  /** Of it what no grant has taken. */
  leftFen: FenText.nullable(),
  papersDueOn: PlainDate.nullable(),
  nameMasked: z.string().nullable(),
  /** It has a grant already: another one is a top-up, with its reason. */
  isTopUp: z.boolean(),
})
export type ReadyMatter = z.infer<typeof ReadyMatter>

export const listGrants = viewContract({
  name: 'grant.list',
  summary: 'Grants of a place, the matters for which one may be proposed, and emergencies whose papers are late',
  input: z.object({ place: RegionCode, fundId: z.uuid().nullable() }),
  output: z.object({
    grants: z.array(Grant),
    ready: z.array(ReadyMatter),
    latePapers: z.int(),
    /** Of one fund: approved grants that may be paid together. */
    toPay: z.int(),
    can: z.object({ propose: z.boolean(), payTogether: z.boolean() }),
  }),
})
