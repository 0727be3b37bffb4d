import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { Cause } from './contract-words.ts'

export const giveGoods = actionContract({
  name: 'goods.give',
  summary: 'Gives goods of a confirmed gift to whom a matter of hardship helps; never more than is left',
  input: z.object({
    donationId: z.uuid(),
    goodName: z.string().trim().min(1).max(60),
    count: z.int().min(1).max(1_000_000),
    matterId: z.uuid(),
  }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-confirmed') }),
    z.object({ code: z.literal('no-such-good') }),
    z.object({ code: z.literal('too-many'), left: z.int() }),
    z.object({ code: z.literal('matter-not-ready') }),
    z.object({ code: z.literal('other-bureau') }),
    z.object({ code: z.literal('other-cause'), cause: Cause }),
  ]),
})

/** Goods of one gift by name: how many came, and how many are left. */
export const StockLine = z.object({
  donationId: z.uuid(),
  receiptNumber: z.string(),
  goodName: z.string(),
  count: z.int(),
  left: z.int(),
  earmark: Cause.nullable(),
})
export type StockLine = z.infer<typeof StockLine>

export const listGoods = viewContract({
  name: 'goods.list',
  summary: 'Goods of a fund: what is left of each gift, who got what, and for which matters something may be given',
  input: z.object({ fundId: z.uuid() }),
  output: z.object({
    stock: z.array(StockLine),
    given: z.array(
      z.object({
        id: z.uuid(),
        goodName: z.string(),
        count: z.int(),
        matterId: z.uuid(),
        nameMasked: z.string().nullable(),
        givenOn: PlainDate,
      }),
    ),
    matters: z.array(z.object({ matterId: z.uuid(), nameMasked: z.string().nullable(), cause: Cause })),
    can: z.object({ give: z.boolean() }),
  }),
})
