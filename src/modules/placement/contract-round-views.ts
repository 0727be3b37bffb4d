import { z } from 'zod'
import { Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { PostCode, RoundState, TurnRules } from './contract-rounds.ts'

const id = { roundId: z.uuid() }

export const RoundLine = z.object({
  id: z.uuid(),
  title: z.string(),
  way: z.string(),
  state: RoundState,
  unitCode: UnitCode,
  draftedOn: PlainDate,
  drawOn: PlainDate,
  people: z.int(),
  placed: z.int(),
  seats: z.int(),
})
export type RoundLine = z.infer<typeof RoundLine>

export const listRounds = viewContract({
  name: 'round.list',
  summary: 'Rounds of placement at a place, the newest first',
  input: Paging.extend({ place: z.union([RegionCode, UnitCode]) }),
  output: paged(RoundLine),
})

/** What the page of every round begins with, however its posts are given out. */
export const RoundOutline = z.object({
  line: RoundLine,
  draw: z.object({ source: z.string(), on: PlainDate, value: z.string().nullable() }),
  commitment: z.string().nullable(),
  seal: z.string().nullable(),
  replacedWhy: z.string().nullable(),
  /** Who supervises, once they are there. */
  present: z.string().nullable(),
})

export const RoundPost = z.object({
  code: PostCode,
  employer: z.string(),
  kind: z.string(),
  place: z.string(),
  seats: z.int(),
})

export const RoundPerson = z.object({
  candidateId: z.uuid(),
  /** Where the reader may open files of persons. */
  personId: z.uuid().nullable(),
  number: z.int(),
  name: z.string(),
  position: z.int().nullable(),
  composite: z.int().nullable(),
  post: PostCode.nullable(),
  /** The posts that were handed in, the dearest first; null also where the reader may not see them yet. */
  list: z.array(PostCode).nullable(),
})

/** One link of the record's chain. */
export const RoundLink = z.object({
  seq: z.int(),
  at: z.string(),
  kind: z.string(),
  by: z.string(),
  name: z.string().nullable(),
  post: z.string().nullable(),
  reason: z.string().nullable(),
  hash: z.string(),
})

/** What every round lets the reader do now. */
export const RoundCan = z.object({
  commit: z.boolean(),
  replace: z.boolean(),
  draw: z.boolean(),
  confirm: z.boolean(),
  open: z.boolean(),
  steer: z.boolean(),
  close: z.boolean(),
})

const Standing = z.enum(['waiting', 'deferred', 'placed', 'out', 'removed'])

export const getRound = viewContract({
  name: 'round.get',
  summary:
    'One round as the officer steers it: whose turn it is, what is open, who has what, every link so far, and what the reader may do now',
  input: z.object(id),
  output: RoundOutline.extend({
    turn: TurnRules,
    posts: z.array(RoundPost.extend({ left: z.int(), withdrawn: z.boolean() })),
    people: z.array(RoundPerson.extend({ standing: Standing, listBy: z.string().nullable() })),
    next: z
      .object({
        turn: z.int(),
        candidateId: z.uuid(),
        open: z.array(PostCode),
        since: z.string(),
        endsAt: z.string(),
        isSecond: z.boolean(),
      })
      .nullable(),
    links: z.array(RoundLink.extend({ number: z.int().nullable(), stands: z.boolean() })),
    can: RoundCan.extend({ turn: z.boolean(), undo: z.int().nullable() }),
  }),
})
export type RoundPage = z.infer<typeof getRound.output>

export const seeOffer = viewContract({
  name: 'round.offer',
  summary: 'What a new round of a county can be made of: cohorts that are ranked and wait, posts that may be chosen',
  input: z.object({ place: UnitCode }),
  output: z.object({
    cohorts: z.array(
      z.object({
        id: z.uuid(),
        year: z.int(),
        season: z.enum(['spring', 'autumn']),
        group: z.string(),
        method: z.string(),
        ranked: z.int(),
      }),
    ),
    posts: z.array(
      z.object({
        id: z.uuid(),
        employer: z.string(),
        title: z.string(),
        kind: z.string(),
        seats: z.int(),
        isDirect: z.boolean(),
        reservedFor: z.string().nullable(),
      }),
    ),
  }),
})
export type Offer = z.infer<typeof seeOffer.output>
