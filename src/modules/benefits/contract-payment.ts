import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { settled } from './contract-month.ts'
import { Month } from './contract-person.ts'

/** How far the batch of a month is: the ledger's words. */
export const PAY_STATES = ['opened', 'filed', 'paid', 'reconciled'] as const

export const NOT_PAID = ['no-account', 'owes'] as const

const Counted = z.object({ people: z.int(), fen: FenText })

export const seePayment = viewContract({
  name: 'month.payment',
  summary: 'An approved month on its way to the bank: what is to be paid, from which funds it can be, how far it is, and who is not paid',
  input: z.object({ runId: z.uuid() }),
  output: z.object({
    /** Null before the month was sent. */
    batch: z.object({ id: z.uuid(), state: z.enum(PAY_STATES), lines: z.int(), fen: FenText, returned: Counted }).nullable(),
    toPay: Counted,
    /** Without an account, or with more to be taken back than is due: carried into the next month. */
    unpaid: z.object({ 'no-account': Counted, owes: Counted }),
    /** The first 200 of them. */
    people: z.array(z.object({ personId: PersonId, nameMasked: z.string(), why: z.enum(NOT_PAID), fen: FenText })),
    funds: z.array(z.object({ id: z.uuid(), name: z.string(), availableFen: FenText })),
    /** People whose account was confirmed since the month before was sent; of a month that was sent, until it was. */
    newAccounts: z.int(),
    can: z.object({ send: z.boolean() }),
  }),
})

export const sendMonth = actionContract({
  name: 'month.send',
  summary: 'Sends an approved month to the cashier: a payment batch is opened and its sum is held on the fund',
  input: z.object({ runId: z.uuid(), fundId: z.uuid() }),
  /** No batch where nobody is due anything. */
  output: z.object({ batchId: z.uuid().nullable(), lines: z.int(), fen: FenText }),
  refusal: z.discriminatedUnion('code', [
    settled,
    z.object({ code: z.literal('already-sent') }),
    z.object({ code: z.literal('earlier-not-sent'), month: Month }),
    z.object({ code: z.literal('nothing-to-pay') }),
    z.object({ code: z.literal('no-such-fund') }),
    z.object({ code: z.literal('fund-short'), shortFen: FenText }),
    z.object({ code: z.literal('payments-stopped') }),
    z.object({ code: z.literal('period-closed'), throughOn: PlainDate }),
    z.object({ code: z.literal('same-hands') }),
  ]),
})
