import { z } from 'zod'
import { Link } from './events.ts'
import { Opening } from './opening.ts'
import { Code, Hex32, Words } from './words.ts'

export const RECORD_FORMAT = 'guidui-placement-record/1'

const Placed = z.strictObject({ candidate: Hex32, post: Code })
export type Placed = z.infer<typeof Placed>

/** Two-way: the last person each full post holds. Who asks for the post and stands before that one would block. */
const Stability = z.strictObject({ kind: z.literal('stable'), last: z.array(z.strictObject({ post: Code, candidate: Hex32 })) })

/**
 * Directive: prices of posts and values of people, in posts' and people's order of the opening. No cost is below value
 * minus price, and what was chosen meets it: so nothing is cheaper.
 */
const Duals = z.strictObject({ kind: z.literal('optimal'), prices: z.array(z.int().min(0)), values: z.array(z.int()) })

/** Sorted by pseudonym. `places` is what stands in the end; `optimum` what was computed before officers deviated. */
const Outcome = z.strictObject({
  places: z.array(Placed),
  unplaced: z.array(Hex32),
  optimum: z.strictObject({ places: z.array(Placed), unplaced: z.array(Hex32), cost: z.int().min(0) }).optional(),
  certificate: z.discriminatedUnion('kind', [Stability, Duals]).optional(),
})
export type Outcome = z.infer<typeof Outcome>

/** The hash of each part of the opening, people and posts in its order. The commitment is over these. */
const Leaves = z.strictObject({ head: Hex32, rules: Hex32, candidates: z.array(Hex32), posts: z.array(Hex32), distances: Hex32 })
export type Leaves = z.infer<typeof Leaves>

/** The whole of a round, as it is published after it. */
export const PlacementRecord = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  opening: Opening,
  leaves: Leaves,
  commitment: Hex32,
  /** What the public draw gave, as its source printed it, and the seed that was kept secret until then. */
  drawn: z.strictObject({ value: Words, seed: Hex32 }),
  /** Every pseudonym in the order of its lot, and in the order of the round. */
  lots: z.array(Hex32),
  order: z.array(Hex32),
  links: z.array(Link),
  outcome: Outcome,
  seal: Hex32,
})
export type PlacementRecord = z.infer<typeof PlacementRecord>
