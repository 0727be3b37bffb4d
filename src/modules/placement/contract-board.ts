import { z } from 'zod'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RoundState } from './contract-rounds.ts'

/** A round as anybody may see it in the list: nobody is named. */
export const OpenRound = z.object({
  id: z.uuid(),
  title: z.string(),
  way: z.string(),
  unitName: z.string(),
  state: RoundState,
  committedOn: PlainDate,
  commitment: z.string(),
  draw: z.object({ source: z.string(), on: PlainDate, value: z.string().nullable() }),
  seal: z.string().nullable(),
  replacedWhy: z.string().nullable(),
})
export type OpenRound = z.infer<typeof OpenRound>

export const OpenRounds = z.object({ rounds: z.array(OpenRound) })

const Standing = z.enum(['waiting', 'deferred', 'placed', 'out', 'removed'])

/** A link as the board shows it: who by place in the order, never by pseudonym while the room can see who stands up. */
const BoardLink = z.object({
  seq: z.int(),
  at: z.int(),
  kind: z.string(),
  position: z.int().nullable(),
  name: z.string().nullable(),
  post: z.string().nullable(),
  reason: z.string().nullable(),
  stands: z.boolean(),
  hash: z.string(),
})

/** Of a round that is computed at once: which window is open until when, and how many have spoken. Whom they named is told afterwards. */
const AtOnce = z.object({
  /** Which window an open round is in follows from the days below and the clock. */
  phase: z.enum(['before', 'open', 'computed']),
  listsUntil: PlainDate.nullable(),
  rankingsUntil: PlainDate.nullable(),
  people: z.int(),
  listed: z.int(),
  ranked: z.int(),
  /** Directive: the least sum of costs, and the sum with what officers decided otherwise. */
  total: z.object({ optimum: z.int(), now: z.int() }).nullable(),
})

/** What the big screen shows. `now` is the server's clock, so that a screen whose own is wrong counts down right. */
export const Board = OpenRound.extend({
  now: z.int(),
  seq: z.int(),
  clockSeconds: z.int(),
  /** Null where it goes turn by turn. */
  atOnce: AtOnce.nullable(),
  present: z.string().nullable(),
  posts: z.array(
    z.object({ code: z.string(), employer: z.string(), kind: z.string(), seats: z.int(), left: z.int(), withdrawn: z.boolean() }),
  ),
  people: z.array(
    z.object({
      position: z.int(),
      /** Masked while the round runs; afterwards the beginning of the pseudonym, as the record has it. */
      name: z.string(),
      composite: z.int(),
      standing: Standing,
      post: z.string().nullable(),
    }),
  ),
  next: z
    .object({ turn: z.int(), position: z.int(), open: z.array(z.string()), since: z.int(), endsAt: z.int(), isSecond: z.boolean() })
    .nullable(),
  links: z.array(BoardLink),
})
export type Board = z.infer<typeof Board>
