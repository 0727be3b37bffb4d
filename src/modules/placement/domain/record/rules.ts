import { z } from 'zod'
import { Code, Hundredths, Instant, Place, Words } from './words.ts'

/** Points-ranked, examined and direct rounds go turn by turn; the other two are computed at once. */
export const Way = z.enum(['points-ranked', 'exam', 'direct', 'two-way', 'directive'])
export type Way = z.infer<typeof Way>

/** The version of the score table, and what one unit of each item is worth. */
const Scheme = z.strictObject({ version: Words, items: z.array(z.strictObject({ code: Code, points: Hundredths })) })

/** Per cent of the composite; together 100. */
const Weights = z.strictObject({
  service: z.int().min(0).max(100),
  exam: z.int().min(0).max(100),
  appraisal: z.int().min(0).max(100),
})

/** Among equals, who has more (or less) of this fact goes first. After the last of them the lot decides. */
const Tie = z.strictObject({ by: Code, first: z.enum(['more', 'less']) })

/** What a turn allows. `end`: once more after all others, and the second time out. `out`: no further turn. */
const Turn = z.strictObject({
  clockSeconds: z.int().min(0).max(86_400),
  onPass: z.enum(['end', 'out']),
  onAbsent: z.enum(['end', 'out']),
})

/** When the windows of lists and of rankings end: lists before `lists`, rankings from then on and before `rankings`, and only then the outcome. */
const Windows = z
  .strictObject({ lists: Instant, rankings: Instant })
  .refine(({ lists, rankings }) => lists < rankings, { error: 'windows-turned' })

/** `by-order`: an employer that ranks nobody takes who listed it in the order of the round. `nobody`: it takes nobody. */
const TwoWay = z.strictObject({
  mostListed: z.int().min(1).max(1000),
  silentEmployer: z.enum(['by-order', 'nobody']),
  windows: Windows.optional(),
})

/** What an assignment costs, in whole numbers without a unit, chosen and published beforehand. */
const Cost = z.strictObject({
  /** For each full kilometre from home. */
  perKilometre: z.int().min(0).max(1_000_000),
  /** Where the post wishes for specialities and the person has none of them. */
  misfit: z.int().min(0).max(1_000_000_000),
  /** For each full kilometre, times the person's grade of hardship: who has it hardest stays nearest. */
  hardshipPerKilometre: z.int().min(0).max(1_000_000),
  /** Where somebody stays without a post. */
  unplaced: z.int().min(1).max(1_000_000_000_000),
})
export type Cost = z.infer<typeof Cost>

/** Seats of a pool shared among places in proportion to their people. */
const Apportionment = z.strictObject({
  pool: Code,
  method: z.enum(['hamilton', 'sainte-lague']),
  shares: z.array(z.strictObject({ place: Place, people: z.int().min(0), seats: z.int().min(0) })).min(1),
  why: Words,
})

export const Rules = z
  .strictObject({
    way: Way,
    scheme: Scheme,
    weights: Weights,
    ties: z.array(Tie).max(10),
    turn: Turn.optional(),
    twoWay: TwoWay.optional(),
    cost: Cost.optional(),
    apportionments: z.array(Apportionment),
  })
  .refine(({ weights }) => weights.service + weights.exam + weights.appraisal === 100, { error: 'weights-are-not-100' })
  .refine((rules) => BLOCKS.every((block) => (rules[block] !== undefined) === (block === neededBy(rules.way))), {
    error: 'block-of-another-way',
  })
export type Rules = z.infer<typeof Rules>

const neededBy = (way: Way): 'turn' | 'twoWay' | 'cost' => (way === 'two-way' ? 'twoWay' : way === 'directive' ? 'cost' : 'turn')

const BLOCKS = ['turn', 'twoWay', 'cost'] as const
