import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Uscc } from '../../kernel/uscc.ts'
import { PositiveFen } from './contract-funds.ts'
import { BooksRefusals } from './contract-words.ts'

/** Paid to who hires a veteran, or to a veteran's enterprise for its rent. */
export const IncentiveKind = z.enum(['hiring', 'rent'])
export type IncentiveKind = z.infer<typeof IncentiveKind>

/** `sent`: in a payment batch. `owedBack`: they left early; `clawedBack`: the money is back. */
export const ClaimState = z.enum(['drafted', 'submitted', 'checked', 'approved', 'sent', 'paid', 'owedBack', 'clawedBack', 'refused'])
export type ClaimState = z.infer<typeof ClaimState>

export const enterRate = actionContract({
  name: 'incentive.enterRate',
  summary: 'Enters what a county pays by a document of its own; in force once a second person has confirmed it',
  input: z.object({
    unitCode: UnitCode,
    kind: IncentiveKind,
    name: z.string().trim().min(2).max(60),
    amountFen: PositiveFen,
    stayMonths: z.int().min(0).max(60),
    fromOn: PlainDate,
    untilOn: PlainDate.nullable(),
    source: z.string().trim().min(4).max(200),
  }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-an-office') }),
    z.object({ code: z.literal('too-much'), mostFen: FenText }),
    z.object({ code: z.literal('days-backwards') }),
  ]),
})

export const confirmRate = actionContract({
  name: 'incentive.confirmRate',
  summary: 'Confirms a rate of the county against its document',
  input: z.object({ rateId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('own-entry') }), z.object({ code: z.literal('already-confirmed') })]),
})

export const draftClaim = actionContract({
  name: 'claim.draft',
  summary: 'Takes in a claim for a hiring or rent subsidy: for whom, to whom, by which rate',
  input: z.object({
    personId: z.uuid(),
    rateCode: z.string().min(2).max(60),
    payeeUscc: Uscc,
    payeeName: z.string().trim().min(2).max(60),
    bankAccount: z.string().regex(/^\d{8,30}$/, { message: 'not-an-account' }),
    /** 开户行, as the bank file names it. */
    bank: z.string().trim().min(2).max(60),
    /** The first day of the contract of work, or of the lease. */
    beganOn: PlainDate,
    /** Of a claim for rent: what was paid; no more than the rate is given. */
    paidFen: PositiveFen.nullable(),
  }),
  output: z.object({ id: z.uuid(), amountFen: FenText }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('no-rate') }),
    z.object({ code: z.literal('rent-missing') }),
    z.object({ code: z.literal('claimed-before'), state: ClaimState }),
    z.object({ code: z.literal('in-the-future') }),
  ]),
})

const Moved = z.object({ code: z.literal('already-moved'), state: ClaimState })
const OwnClaim = z.object({ code: z.literal('own-claim') })
const about = z.object({ claimId: z.uuid() })
const output = z.object({ id: z.uuid() })

export const submitClaim = actionContract({
  name: 'claim.submit',
  summary: 'Hands a claim in to be checked',
  input: about,
  output,
  refusal: z.discriminatedUnion('code', [Moved]),
})

export const checkClaim = actionContract({
  name: 'claim.check',
  summary: 'Says that the papers of a claim were checked; by another than who took it in',
  input: about,
  output,
  refusal: z.discriminatedUnion('code', [Moved, OwnClaim]),
})

export const approveClaim = actionContract({
  name: 'claim.approve',
  summary: 'Approves a claim; by a third person',
  input: about,
  output,
  refusal: z.discriminatedUnion('code', [Moved, OwnClaim]),
})

export const refuseClaim = actionContract({
  name: 'claim.refuse',
  summary: 'Does not approve a claim, with the reason',
  input: about.extend({ reason: z.string().trim().min(4).max(300) }),
  output,
  refusal: z.discriminatedUnion('code', [Moved]),
})

export const payClaims = actionContract({
  name: 'claim.pay',
  summary: 'Puts all approved claims of an office into one payment batch of a fund, which is then checked, filed and paid in the ledger',
  input: z.object({ unitCode: UnitCode, fundId: z.uuid() }),
  output: z.object({ id: z.uuid(), count: z.int(), totalFen: FenText }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('nothing-approved') }),
    z.object({ code: z.literal('no-such-fund') }),
    z.object({ code: z.literal('earmarked'), purpose: z.string() }),
    z.object({ code: z.literal('fund-short') }),
    ...BooksRefusals,
  ]),
})

export const settleClaims = actionContract({
  name: 'claim.settle',
  summary: 'Takes over from the bank which claims of a batch were paid and which came back',
  input: about,
  output: z.object({ id: z.uuid(), paid: z.int(), returned: z.int() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-sent') })]),
})

export const clawBack = actionContract({
  name: 'claim.clawBack',
  summary: 'Claims a subsidy back: the person left before the months of the rate were over',
  input: about.extend({ leftOn: PlainDate }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-paid') }),
    z.object({ code: z.literal('stayed'), untilOn: PlainDate }),
    z.object({ code: z.literal('days-backwards') }),
  ]),
})

export const receiveBack = actionContract({
  name: 'claim.receiveBack',
  summary: 'Confirms that money claimed back has come, and books it; by another than who claimed it',
  input: about.extend({ voucher: z.string().trim().min(4).max(60) }),
  output,
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-owed') }), OwnClaim, ...BooksRefusals]),
})

export const Rate = z.object({
  /** The code of a shipped row, or the id of one that the county entered. */
  code: z.string(),
  kind: IncentiveKind,
  name: z.string(),
  amountFen: FenText,
  stayMonths: z.int(),
  fromOn: PlainDate,
  untilOn: PlainDate.nullable(),
  source: z.string(),
  isVerified: z.boolean(),
  /** Entered here; null for a shipped row. */
  isConfirmed: z.boolean().nullable(),
  canConfirm: z.boolean(),
})
export type Rate = z.infer<typeof Rate>

export const Claim = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  nameMasked: z.string().nullable(),
  kind: IncentiveKind,
  rateName: z.string(),
  payeeName: z.string(),
  payeeUscc: z.string(),
  beganOn: PlainDate,
  amountFen: FenText,
  state: ClaimState,
  draftedOn: PlainDate,
  paidOn: PlainDate.nullable(),
  refusedFor: z.string().nullable(),
  /** The batch that pays it, for who may see batches: of what came back and was paid again, the later one. */
  batchId: z.uuid().nullable(),
  /** What the bank says where it sent the money back, in its words. */
  returnedFor: z.string().nullable(),
  can: z.object({
    submit: z.boolean(),
    check: z.boolean(),
    approve: z.boolean(),
    refuse: z.boolean(),
    settle: z.boolean(),
    clawBack: z.boolean(),
    receiveBack: z.boolean(),
  }),
})
export type Claim = z.infer<typeof Claim>

export const PayingFund = z.object({ id: z.uuid(), name: z.string(), availableFen: FenText })
export type PayingFund = z.infer<typeof PayingFund>

export const listClaims = viewContract({
  name: 'claim.list',
  summary: 'Claims of a place, the rates in force there, and what waits to be paid together',
  input: z.object({ place: RegionCode }),
  output: z.object({
    claims: z.array(Claim),
    rates: z.array(Rate),
    approvedFen: FenText,
    approved: z.int(),
    /** From which funds it may be paid, for who may pay. */
    funds: z.array(PayingFund),
    can: z.object({ draft: z.boolean(), enterRate: z.boolean(), pay: z.boolean() }),
  }),
})

export const OffsetKind = z.enum(['selfEmployed', 'employer'])
export type OffsetKind = z.infer<typeof OffsetKind>

/** Taxes of a year before the reduction, in the order in which they are reduced. */
export const Tax = z.enum(['vat', 'construction', 'education', 'localEducation', 'income'])
export type Tax = z.infer<typeof Tax>

export const estimateOffset = viewContract({
  name: 'incentive.estimate',
  summary: 'Estimates by how much taxes of a year are reduced, line by line in the order of the rule; an estimate, no assessment',
  input: z.object({
    kind: OffsetKind,
    year: z.int().min(2019).max(2099),
    months: z.int().min(1).max(12),
    persons: z.int().min(1).max(1000),
    upliftPercent: z.int().min(0).max(100),
    taxes: z.partialRecord(Tax, FenText),
  }),
  output: z.object({
    /** Null where no rule is known for the year. */
    rule: z.object({ name: z.string(), source: z.string(), isVerified: z.boolean(), mostUpliftPercent: z.int() }).nullable(),
    upliftPercent: z.int(),
    capFen: FenText,
    lines: z.array(z.object({ tax: Tax, owedFen: FenText, reducedFen: FenText })),
    reducedFen: FenText,
    unusedFen: FenText,
  }),
})
