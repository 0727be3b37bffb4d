import { z } from 'zod'
import { Code, Hex32, Instant, Words } from './words.ts'

const pseudonym = Hex32

/** What happened in the room or at the desk. Every one of them is a link of the chain. */
export const Happening = z.discriminatedUnion('kind', [
  /** The supervisor's presence is confirmed, and the round begins. */
  z.strictObject({ kind: z.literal('opened'), supervisor: Words }),
  z.strictObject({ kind: z.literal('paused'), reason: Words }),
  z.strictObject({ kind: z.literal('resumed') }),
  /** `open`: every post that this person could have had, sorted. `list`: by the list handed in beforehand. */
  z.strictObject({
    kind: z.literal('pick'),
    turn: z.int().min(1),
    candidate: pseudonym,
    post: Code,
    by: z.enum(['self', 'proxy', 'list']),
    open: z.array(Code),
  }),
  z.strictObject({
    kind: z.literal('pass'),
    turn: z.int().min(1),
    candidate: pseudonym,
    by: z.enum(['self', 'proxy', 'list', 'clock']),
    open: z.array(Code),
  }),
  z.strictObject({ kind: z.literal('absent'), turn: z.int().min(1), candidate: pseudonym, open: z.array(Code) }),
  /** Takes back the last turn that stands; only by the supervisor, with a reason. */
  z.strictObject({ kind: z.literal('undo'), undoes: z.int().min(1), reason: Words, supervisor: Words }),
  z.strictObject({ kind: z.literal('post-withdrawn'), post: Code, reason: Words, article: Words }),
  z.strictObject({ kind: z.literal('candidate-removed'), candidate: pseudonym, reason: Words, article: Words }),
  /** Two-way: the posts a person would have, the dearest first. A second list replaces the first. */
  z.strictObject({ kind: z.literal('list'), candidate: pseudonym, posts: z.array(Code) }),
  /** Two-way: the people an employer would take, in tiers; equals of a tier in the order of the round. */
  z.strictObject({ kind: z.literal('ranking'), post: Code, tiers: z.array(z.array(pseudonym).min(1)) }),
  /** Two-way and directive: no list, ranking, withdrawal or removal after this; the outcome is computed. */
  z.strictObject({ kind: z.literal('computed') }),
  /** Directive: an officer decides otherwise. No post: the person is left out. */
  z.strictObject({ kind: z.literal('deviation'), candidate: pseudonym, post: Code.optional(), reason: Words, article: Words }),
  z.strictObject({ kind: z.literal('closed') }),
])
export type Happening = z.infer<typeof Happening>

/** `seq` counts from 1; `hash` covers the hash before it, so that no link can be changed, left out or put in. */
export const Link = z.strictObject({ seq: z.int().min(1), at: Instant, what: Happening, hash: Hex32 })
export type Link = z.infer<typeof Link>
