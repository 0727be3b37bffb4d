import { z } from 'zod'
import { actionContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'

/** What people write beside what they do: one line or a few, never empty. */
export const Sentence = z
  .string()
  .trim()
  .min(2, { message: 'too-short' })
  .max(300, { message: 'too-long' })
  .regex(/^(?:[^\p{Cc}]|\n)*$/u, { message: 'control-character' })
export const Line = z.string().trim().min(2, { message: 'too-short' }).max(80, { message: 'too-long' })

/** The short code by which the record knows a post. */
export const PostCode = z.string().regex(/^P\d{2,5}$/, { message: 'not-a-post-code' })

/** Rounds that go turn by turn, as the record names them. */
export const TurnWay = z.enum(['points-ranked', 'exam', 'direct'])
export type TurnWay = z.infer<typeof TurnWay>

export const RoundState = z.enum(['draft', 'committed', 'replaced', 'drawn', 'open', 'paused', 'closed'])
export type RoundState = z.infer<typeof RoundState>

/** What a turn allows. `end`: once more after all others, and the second time out; `out`: no further turn. */
export const TurnRules = z.object({
  clockSeconds: z.int().min(10).max(3600),
  onPass: z.enum(['end', 'out']),
  onAbsent: z.enum(['end', 'out']),
})
export type TurnRules = z.infer<typeof TurnRules>

const id = { roundId: z.uuid() }

/** Why something cannot be done with a round. One union for the whole room, so that every page has every sentence. */
export const RoundRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('wrong-state'), state: RoundState }),
  z.object({ code: z.literal('posts-not-offered'), count: z.int() }),
  z.object({ code: z.literal('draw-not-later') }),
  z.object({ code: z.literal('not-ranked') }),
  z.object({ code: z.literal('objections-open'), count: z.int() }),
  z.object({ code: z.literal('nobody-to-place') }),
  z.object({ code: z.literal('score-not-confirmed'), numbers: z.array(z.int()) }),
  /** What would be committed to is not what its own rules say. `fault`: which rule. */
  z.object({ code: z.literal('opening-wrong'), fault: z.string() }),
  z.object({ code: z.literal('unknown-candidate') }),
  z.object({ code: z.literal('unknown-post') }),
  z.object({ code: z.literal('draw-too-early'), on: PlainDate }),
  z.object({ code: z.literal('changed-since'), what: z.enum(['scores', 'posts', 'people']) }),
  z.object({ code: z.literal('supervisor-absent') }),
  z.object({ code: z.literal('same-hand') }),
  z.object({ code: z.literal('turn-has-passed'), turn: z.int().nullable() }),
  z.object({ code: z.literal('post-is-gone') }),
  z.object({ code: z.literal('no-list') }),
  z.object({ code: z.literal('clock-running'), seconds: z.int() }),
  z.object({ code: z.literal('nothing-to-undo') }),
  z.object({ code: z.literal('removed-since') }),
  z.object({ code: z.literal('already-withdrawn') }),
  z.object({ code: z.literal('already-removed') }),
  z.object({ code: z.literal('turns-left'), people: z.int() }),
  /** Somebody changed the draft since it was read. */
  z.object({ code: z.literal('draft-changed'), version: z.int() }),
  /** What is asked belongs to rounds of another way. */
  z.object({ code: z.literal('wrong-way') }),
  z.object({ code: z.literal('windows-turned') }),
  z.object({ code: z.literal('not-a-pilot') }),
  /** Direct train: so many posts are kept for no speciality. */
  z.object({ code: z.literal('not-reserved'), count: z.int() }),
  z.object({ code: z.literal('window-over'), what: z.enum(['lists', 'rankings']), on: PlainDate }),
  /** Opened now nobody could list anything any more. */
  z.object({ code: z.literal('opened-too-late'), on: PlainDate }),
  z.object({ code: z.literal('window-open'), what: z.enum(['lists', 'rankings']), until: PlainDate }),
  z.object({ code: z.literal('list-too-long'), most: z.int() }),
  z.object({ code: z.literal('named-twice') }),
  z.object({ code: z.literal('post-not-open'), post: z.string() }),
  z.object({ code: z.literal('already-computed') }),
  z.object({ code: z.literal('not-computed') }),
  z.object({ code: z.literal('more-people-than-seats') }),
  z.object({ code: z.literal('no-post-of-employer') }),
  z.object({ code: z.literal('no-door') }),
  /** Paper does not replace what somebody handed in themselves. */
  z.object({ code: z.literal('listed-by-self') }),
])
export type RoundRefusal = z.infer<typeof RoundRefusal>

const Draft = z.object({
  title: Line,
  postIds: z.array(z.uuid()).min(1).max(2000),
  turn: TurnRules,
  /** The public draw that completes the lot, named before anything is committed: which, and on what day. */
  draw: z.object({ source: Line, on: PlainDate }),
})

export const draftRound = actionContract({
  name: 'round.draft',
  summary: 'Opens the draft of a round for a cohort: its posts, what a turn allows, the public draw that will complete the lot',
  input: Draft.extend({ cohortId: z.uuid(), way: TurnWay }),
  output: z.object(id),
  refusal: RoundRefusal,
})

export const handInList = actionContract({
  name: 'round.handInList',
  summary: 'Keeps the list that somebody who will be absent has handed in: posts, the dearest first; none takes it back',
  input: z.object({ ...id, candidateId: z.uuid(), posts: z.array(PostCode).max(200), broughtBy: Line }),
  output: z.object(id),
  refusal: RoundRefusal,
})

export const commitRound = actionContract({
  name: 'round.commit',
  summary: 'Freezes a round and publishes its commitment: rules, people under pseudonyms, scores, posts and the hash of a secret seed',
  input: z.object(id),
  output: z.object({ ...id, commitment: z.string() }),
  refusal: RoundRefusal,
})

export const replaceRound = actionContract({
  name: 'round.replace',
  summary: 'Before the draw only: gives a committed round up for a new draft, with the reason; the old commitment stays published',
  input: z.object({ ...id, reason: Sentence }),
  output: z.object(id),
  refusal: RoundRefusal,
})

export const drawLot = actionContract({
  name: 'round.draw',
  summary: 'Enters what the public draw gave, as its source printed it: lots and the order of the round follow',
  input: z.object({ ...id, value: z.string().trim().min(1).max(200) }),
  output: z.object({ ...id, people: z.int() }),
  refusal: RoundRefusal,
})

export const confirmPresence = actionContract({
  name: 'round.confirmPresence',
  summary: 'The supervisor says to be in the room: without it no round opens',
  input: z.object(id),
  output: z.object(id),
  refusal: RoundRefusal,
})

/** What a person does with their turn. `list`: what they handed in beforehand decides. `clock`: their time is over. */
const TurnTaken = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pick'), post: PostCode, by: z.enum(['self', 'proxy']) }),
  z.object({ kind: z.literal('pass'), by: z.enum(['self', 'proxy', 'clock']) }),
  z.object({ kind: z.literal('list') }),
  z.object({ kind: z.literal('absent') }),
])

export const takeTurn = actionContract({
  name: 'round.turn',
  summary: 'The turn of one person: a pick, a pass, the list handed in beforehand, an absence; of two at once exactly one stands',
  input: z.object({ ...id, turn: z.int().min(1), candidateId: z.uuid(), taken: TurnTaken }),
  output: z.object({ ...id, seq: z.int(), hash: z.string(), post: PostCode.nullable() }),
  refusal: RoundRefusal,
})

export const steerRound = actionContract({
  name: 'round.steer',
  summary: 'Opens, pauses or resumes a round; takes out a post or a person with reason and article; closes it and publishes the record',
  input: z.object({
    ...id,
    step: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('open') }),
      z.object({ kind: z.literal('pause'), reason: Sentence }),
      z.object({ kind: z.literal('resume') }),
      z.object({ kind: z.literal('withdraw'), post: PostCode, reason: Sentence, article: Line }),
      z.object({ kind: z.literal('remove'), candidateId: z.uuid(), reason: Sentence, article: Line }),
      /** Two-way and directive: after this nothing is handed in any more. */
      z.object({ kind: z.literal('compute') }),
      z.object({ kind: z.literal('close') }),
    ]),
  }),
  output: z.object({ ...id, seq: z.int(), hash: z.string() }),
  refusal: RoundRefusal,
})

export const undoTurn = actionContract({
  name: 'round.undo',
  summary: 'The supervisor takes back the last turn that stands, with the reason',
  input: z.object({ ...id, seq: z.int().min(1), reason: Sentence }),
  output: z.object({ ...id, seq: z.int(), hash: z.string() }),
  refusal: RoundRefusal,
})
