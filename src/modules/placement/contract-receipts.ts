import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { PostCode, RoundRefusal, RoundState } from './contract-rounds.ts'

const Hash = z.string()

/** What one person needs to find only themselves in the public record: the file that they keep. */
const ReceiptFile = z.object({
  format: z.literal('guidui-placement-receipt/1'),
  round: z.string(),
  commitment: Hash,
  person: z.string(),
  salt: Hash,
  pseudonym: Hash,
  links: z.array(z.object({ seq: z.int(), hash: Hash })),
})

const PricedPost = z.object({
  post: z.string(),
  title: z.string(),
  kilometres: z.int(),
  distance: z.int(),
  misfit: z.int(),
  hardship: z.int(),
  total: z.int(),
  /** By how much at least all would come dearer if one had it. */
  dearer: z.int().nullable(),
})

/** Why one has what one has, and none that one would rather have had: of a round that was computed at once. */
export const Why = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('two-way'),
    list: z.array(
      z.object({
        post: z.string(),
        title: z.string(),
        verdict: z.enum(['got', 'full', 'not-taken', 'withdrawn', 'not-needed']),
        own: z.int().nullable(),
        last: z.int().nullable(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('directive'),
    own: PricedPost.nullable(),
    unplaced: z.int(),
    optimum: z.string().nullable(),
    isDeviation: z.boolean(),
    cheaper: z.array(PricedPost),
  }),
])
export type Why = z.infer<typeof Why>

/** An open two-way round, as far as one hands in a list: until when, how many, which posts are open to one. */
const MyLists = z.object({
  until: PlainDate,
  most: z.int(),
  isOpen: z.boolean(),
  posts: z.array(z.object({ code: PostCode, title: z.string(), kind: z.string(), seats: z.int(), place: z.string() })),
})

/** A round that one has taken part in: score line by line, place in the order, what was open, what one got. */
export const MyRound = z.object({
  roundId: z.uuid(),
  title: z.string(),
  number: z.int(),
  /** Null before the draw. */
  position: z.int().nullable(),
  /** Whether an open round waits for one's pick at this moment. */
  isTurn: z.boolean(),
  lines: z.array(z.object({ item: z.string(), zh: z.string(), quantity: z.int(), points: z.int() })),
  marks: z.object({ service: z.int(), exam: z.int(), appraisal: z.int() }),
  composite: z.int(),
  outcome: z.enum(['placed', 'deferred', 'out', 'removed']).nullable(),
  post: z.object({ code: PostCode, title: z.string() }).nullable(),
  openThen: z.array(PostCode).nullable(),
  list: z.array(PostCode).nullable(),
  way: z.string(),
  /** Two-way, from the draw until the outcome. */
  lists: MyLists.nullable(),
  why: Why.nullable(),
  receipt: ReceiptFile,
})
export type MyRound = z.infer<typeof MyRound>

export const seeMyRounds = viewContract({
  name: 'mine.rounds',
  summary: 'The rounds that one takes part in, each with the receipt by which only its holder finds themselves',
  input: z.object({}),
  output: z.object({ rounds: z.array(MyRound) }),
})

export const handInMyList = actionContract({
  name: 'mine.handInList',
  summary: 'Hands in the own list of a two-way round: posts, the dearest first; a later one replaces it until the window ends',
  input: z.object({ roundId: z.uuid(), posts: z.array(PostCode).max(50) }),
  output: z.object({ roundId: z.uuid(), seq: z.int(), hash: Hash }),
  refusal: RoundRefusal,
})

export const takeMyTurn = actionContract({
  name: 'mine.takeTurn',
  summary: 'Picks a post or passes at the own turn of an open round; of two who take the turn at once one stands',
  input: z.object({
    roundId: z.uuid(),
    /** The number that the page showed: a late click takes no later turn. */
    turn: z.int().min(1),
    taken: z.discriminatedUnion('kind', [z.object({ kind: z.literal('pick'), post: PostCode }), z.object({ kind: z.literal('pass') })]),
  }),
  output: z.object({ roundId: z.uuid(), seq: z.int(), hash: Hash, post: PostCode.nullable() }),
  refusal: RoundRefusal,
})

export const writeSlip = actionContract({
  name: 'round.writeSlip',
  summary: 'The confirmation of a pick (选岗确认表) as a Word file to be signed',
  input: z.object({ roundId: z.uuid(), candidateId: z.uuid() }),
  output: z.object({ name: z.string(), content: z.base64(), state: RoundState }),
  refusal: RoundRefusal,
})
