import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { UnitCode } from '../../kernel/region-code.ts'
import { words } from './contract-words.ts'

const Seen = z.object({ bank: z.string(), accountMasked: z.string() })

/** An account as somebody entered it for a person, masked. */
export const PayeeChange = z.object({
  id: z.uuid(),
  personId: PersonId,
  nameMasked: z.string(),
  /** entered: typed from a paper; file: the card of the person's file. */
  origin: z.enum(['entered', 'file']),
  account: Seen,
  holderMasked: z.string(),
  /** Whether the account is in another name than the person's. */
  isOtherName: z.boolean(),
  /** What is paid until the change is confirmed; null where it is the first account. */
  before: Seen.nullable(),
  evidence: z.string(),
  madeAt: z.string(),
  /** Whether the reader made it: somebody else confirms it. */
  isOwn: z.boolean(),
  state: z.enum(['waiting', 'confirmed', 'declined', 'withdrawn']),
  settledAt: z.string().nullable(),
  /** Why it was declined. */
  why: z.string().nullable(),
})
export type PayeeChange = z.infer<typeof PayeeChange>

export const listPayees = viewContract({
  name: 'benefit.payees',
  summary: 'Accounts of an office that wait to be confirmed, and those settled last',
  input: z.object({ unitCode: UnitCode }),
  output: z.object({
    /** The first 100 that were typed; those taken from files are counted, and confirmed together. */
    waiting: z.array(PayeeChange),
    entered: z.int(),
    fromFiles: z.array(z.object({ bank: z.string(), count: z.int() })),
    settled: z.array(PayeeChange),
    can: z.object({ fill: z.boolean(), confirm: z.boolean(), confirmFilled: z.boolean() }),
  }),
})

export const listCards = viewContract({
  name: 'benefit.cards',
  summary: 'Cards of files of people who have no account yet, by how their numbers begin: the bank is told by it',
  input: z.object({ unitCode: UnitCode }),
  output: z.object({
    /** Paid people without an account and without one that waits. */
    without: z.int(),
    groups: z.array(z.object({ prefix: z.string(), cards: z.int() })),
    /** True where only the first 5,000 were looked at. */
    isPart: z.boolean(),
  }),
})

export const setPayee = actionContract({
  name: 'benefit.setPayee',
  summary: 'Enters the bank account to which somebody is to be paid: it counts once somebody else has confirmed it',
  input: z.object({
    personId: PersonId,
    bank: words(60),
    account: z.string().regex(/^\d{12,24}$/, { message: 'not-an-account' }),
    /** The full name of the account 户名 where it is not the person's own: of a guardian. */
    holder: words(60).nullable().default(null),
    /** The paper by which it is entered: an application, a copy of the card. */
    evidence: words(200),
  }),
  output: z.object({ changeId: z.uuid(), accountMasked: z.string() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-entitled') }),
    z.object({ code: z.literal('change-waits') }),
    z.object({ code: z.literal('same-account') }),
  ]),
})

const about = z.object({ changeId: z.uuid() })
const NotWaiting = z.object({ code: z.literal('not-waiting') })
const SameHand = z.object({ code: z.literal('same-hand') })

export const confirmPayee = actionContract({
  name: 'benefit.confirmPayee',
  summary: 'Confirms an account that somebody else entered: from now on it is paid',
  input: about,
  output: about,
  refusal: z.discriminatedUnion('code', [NotWaiting, SameHand]),
})

export const declinePayee = actionContract({
  name: 'benefit.declinePayee',
  summary: 'Declines an account that somebody else entered: the old one stays',
  input: about.extend({ why: words(200) }),
  output: about,
  refusal: z.discriminatedUnion('code', [NotWaiting, SameHand]),
})

export const withdrawPayee = actionContract({
  name: 'benefit.withdrawPayee',
  summary: 'Takes an account back that one entered oneself',
  input: about,
  output: about,
  refusal: z.discriminatedUnion('code', [NotWaiting, z.object({ code: z.literal('not-own') })]),
})

export const fillPayees = actionContract({
  name: 'benefit.fillPayees',
  summary: 'Enters the cards of files as accounts of people who have none, of one bank by how its numbers begin; others confirm them',
  input: z.object({ unitCode: UnitCode, prefix: z.string().regex(/^\d{6}$/), bank: words(60) }),
  output: z.object({ filled: z.int() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-an-office') }), z.object({ code: z.literal('nothing-to-fill') })]),
})

export const confirmFilled = actionContract({
  name: 'benefit.confirmFilled',
  summary: 'Confirms all accounts that somebody else took from files',
  input: z.object({ unitCode: UnitCode }),
  output: z.object({ confirmed: z.int() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('nothing-waits') }), SameHand]),
})
