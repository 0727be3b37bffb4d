import { z } from 'zod'
import { FenText } from '../../kernel/fen.ts'
import { PlainDate } from '../../kernel/plain-date.ts'

/** Why money does not move. */
export const MONEY_REFUSALS = [
  z.object({ code: z.literal('unbalanced') }),
  z.object({ code: z.literal('nothing-moved') }),
  z.object({ code: z.literal('amount-too-large') }),
  z.object({ code: z.literal('account-unknown'), accountId: z.string() }),
  z.object({ code: z.literal('earmarked'), accountId: z.uuid(), purpose: z.string() }),
  z.object({ code: z.literal('fund-short'), accountId: z.uuid(), shortFen: FenText }),
  z.object({ code: z.literal('period-closed'), throughOn: PlainDate }),
  z.object({ code: z.literal('payments-stopped') }),
  z.object({ code: z.literal('id-taken') }),
  z.object({ code: z.literal('same-hands') }),
  z.object({ code: z.literal('already-reversed') }),
] as const

/** Why a hold does not become a payment. */
export const HOLD_REFUSALS = [
  z.object({ code: z.literal('hold-unknown') }),
  z.object({ code: z.literal('hold-settled'), state: z.enum(['released', 'captured']) }),
] as const

export const MONEY_STATUS = {
  unbalanced: 422,
  'nothing-moved': 422,
  'amount-too-large': 422,
  'account-unknown': 404,
  earmarked: 422,
  'fund-short': 409,
  'period-closed': 409,
  'payments-stopped': 409,
  'id-taken': 409,
  'same-hands': 409,
  'already-reversed': 409,
} as const

export const HOLD_STATUS = { 'hold-unknown': 404, 'hold-settled': 409 } as const
