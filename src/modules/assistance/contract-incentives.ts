import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Uscc } from '../../kernel/uscc.ts'
import { PositiveFen } from './contract-funds.ts'
import { IncentiveKind, Rate } from './contract-incentive-rates.ts'
import { BooksRefusals } from './contract-words.ts'

/** `sent`: in a payment batch. `owedBack`: they left early; `clawedBack`: the money is back. */
export const ClaimState = z.enum(['drafted', 'submitted', 'checked', 'approved', 'sent', 'paid', 'owedBack', 'clawedBack', 'refused'])
export type ClaimState = z.infer<typeof ClaimState>

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
