import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode } from '../../kernel/region-code.ts'
import { MONEY_REFUSALS } from './contract-refusals.ts'
import { FundKind } from './contract-words.ts'

const Memo = z.string().trim().min(2).max(200)
const Purpose = z.string().trim().min(1).max(60)
/** More than nothing. */
const Amount = z.string().regex(/^[1-9]\d{0,17}$/, { message: 'not-fen' })

export const AccountRow = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  kind: z.enum(['fund', 'source', 'transit', 'clearing', 'spent', 'granted']),
  fundKind: FundKind.nullable(),
  name: z.string(),
  purpose: z.string().nullable(),
  balanceFen: FenText,
  heldFen: FenText,
  availableFen: FenText,
  /** Moved by the records of another room and not by hand here: the account of a fund that takes gifts. */
  isKept: z.boolean(),
})
export type AccountRow = z.infer<typeof AccountRow>

export const ProposalRow = z.object({
  id: z.uuid(),
  kind: z.enum(['income', 'shift', 'allocate', 'reversal']),
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  toUnitCode: RegionCode.nullable(),
  amountFen: FenText,
  purpose: z.string().nullable(),
  memo: z.string(),
  madeAt: z.string(),
  can: z.object({ approve: z.boolean(), decline: z.boolean() }),
})
export type ProposalRow = z.infer<typeof ProposalRow>

export const seeFunds = viewContract({
  name: 'fund.list',
  summary: 'The books of a bureau: its funds with what is there and what is held, what waits for approval, what is to be received, alarms',
  input: z.object({ place: RegionCode }),
  output: z.object({
    closedThroughOn: PlainDate.nullable(),
    /** Since when payments are stopped, and by which broken invariants. */
    stopped: z.object({ at: z.string(), why: z.string() }).nullable(),
    accounts: z.array(AccountRow),
    proposals: z.array(ProposalRow),
    incoming: z.array(
      z.object({
        id: z.uuid(),
        fromUnitCode: RegionCode,
        amountFen: FenText,
        purpose: z.string().nullable(),
        memo: z.string(),
        sentAt: z.string(),
      }),
    ),
    can: z.object({ propose: z.boolean(), open: z.boolean(), receive: z.boolean(), close: z.boolean(), resume: z.boolean() }),
  }),
})

export const listEntries = viewContract({
  name: 'fund.entries',
  summary: 'The entries of an account, the newest first, each with who made, checked and paid it',
  input: Paging.extend({ accountId: z.uuid() }),
  output: paged(
    z.object({
      postingId: z.uuid(),
      kind: z.string(),
      amountFen: FenText,
      memo: z.string(),
      purpose: z.string().nullable(),
      postedOn: PlainDate,
      recordedAt: z.string(),
      madeBy: z.string().nullable(),
      checkedBy: z.string().nullable(),
      paidBy: z.string().nullable(),
      isReversed: z.boolean(),
    }),
  ),
})

export const openFundAction = actionContract({
  name: 'fund.open',
  summary: 'Opens a fund in the books of a bureau, below another one or at the top, with an earmark where it has one',
  input: z.object({
    place: RegionCode,
    parentId: z.uuid().nullable(),
    fundKind: FundKind,
    name: z.string().trim().min(2).max(40),
    purpose: Purpose.nullable(),
  }),
  output: z.object({ accountId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-a-bureau') }),
    z.object({ code: z.literal('name-taken') }),
    z.object({ code: z.literal('parent-unknown') }),
    z.object({ code: z.literal('parent-of-other-kind') }),
    z.object({ code: z.literal('id-taken') }),
  ]),
})

export const proposeMove = actionContract({
  name: 'fund.propose',
  summary: 'Asks for a movement: money in, between funds, down to another bureau, or the mirror of a mistake. Nothing moves yet',
  input: z.object({
    place: RegionCode,
    move: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('income'), to: z.uuid(), amountFen: Amount }),
      z.object({ kind: z.literal('shift'), from: z.uuid(), to: z.uuid(), amountFen: Amount }),
      z.object({ kind: z.literal('allocate'), from: z.uuid(), toPlace: RegionCode, amountFen: Amount }),
      z.object({ kind: z.literal('reversal'), postingId: z.uuid() }),
    ]),
    purpose: Purpose.nullable(),
    memo: Memo,
  }),
  output: z.object({ proposalId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('account-unknown'), accountId: z.string() }),
    z.object({ code: z.literal('posting-unknown') }),
    z.object({ code: z.literal('not-reversible') }),
    z.object({ code: z.literal('not-below') }),
    z.object({ code: z.literal('same-account') }),
    z.object({ code: z.literal('kept-elsewhere') }),
  ]),
})

export const approveMove = actionContract({
  name: 'fund.approve',
  summary: 'Approves a movement and makes it: by somebody who did not ask for it',
  input: z.object({ proposalId: z.uuid() }),
  output: z.object({ postingId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('already-settled') }),
    z.object({ code: z.literal('posting-unknown') }),
    z.object({ code: z.literal('not-reversible') }),
    z.object({ code: z.literal('kept-elsewhere') }),
    ...MONEY_REFUSALS,
  ]),
})

export const declineMove = actionContract({
  name: 'fund.decline',
  summary: 'Declines a movement that was asked for: nothing moves',
  input: z.object({ proposalId: z.uuid() }),
  output: z.object({ proposalId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('already-settled') })]),
})

export const receiveAllocation = actionContract({
  name: 'fund.receive',
  summary: 'Takes what a bureau above has sent into a fund, once',
  input: z.object({ place: RegionCode, allocationId: z.uuid(), accountId: z.uuid() }),
  output: z.object({ postingId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('no-such-allocation') }),
    z.object({ code: z.literal('already-received') }),
    z.object({ code: z.literal('kept-elsewhere') }),
    ...MONEY_REFUSALS,
  ]),
})

export const closePeriod = actionContract({
  name: 'fund.close',
  summary: 'Closes the books through a day that has passed: nothing is posted on it or before any more',
  input: z.object({ place: RegionCode, throughOn: PlainDate }),
  output: z.object({ throughOn: PlainDate, postings: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('no-books') }),
    z.object({ code: z.literal('not-over'), throughOn: PlainDate }),
    z.object({ code: z.literal('already-closed'), throughOn: PlainDate }),
  ]),
})

export const resumePayments = actionContract({
  name: 'fund.resume',
  summary: 'Lets payments go on once no invariant is broken any more',
  input: z.object({ place: RegionCode }),
  output: z.object({ place: RegionCode }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-stopped') }),
    z.object({ code: z.literal('still-broken'), count: z.int() }),
  ]),
})
