import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, Tier } from '../../kernel/region-code.ts'

export const ASSESSMENT_STATES = ['draft', 'published', 'locked', 'superseded'] as const
const State = z.enum(ASSESSMENT_STATES)
const SchemeCode = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, { message: 'not-a-scheme' })
const Year = z.int().min(2000).max(2999)
const words = z.string().trim().min(4).max(300)
const PlaceLine = z.object({ code: RegionCode, name: z.string() })
const Of = z.object({ place: RegionCode, scheme: SchemeCode, year: Year })
const Version = Of.extend({ version: z.int().min(1) })

/** An indicator by its fair denominator, what it is worth and what it earned; `earned` is in hundredths of a point. */
const Point = z.object({
  indicator: z.string(),
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  weight: z.number(),
  earned: z.number().nullable(),
  /** Of what is added or taken by record: points for each, and the most of all together; `numerator` counts the records. */
  each: z.number().optional(),
  atMost: z.number().optional(),
})

const Tiered = z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable()

const SizeBand = z.object({ code: z.string(), zh: z.string(), en: z.string(), from: z.int() })

const measured = { indicator: z.string(), weight: z.number() }
/** Evenly from floor to target, or by steps of percent of the weight, the best first. */
const Item = z.union([
  z.object({ ...measured, floor: z.number(), target: z.number() }),
  z.object({
    ...measured,
    better: z.enum(['higher', 'lower']),
    steps: z.array(z.object({ reaches: z.number(), percent: z.number() })),
  }),
])

/** `score` is in hundredths of a point of a hundred. */
const Standing = z.object({
  clients: z.int(),
  points: z.array(Point),
  score: z.int().nullable(),
  rank: z.int().nullable(),
  tier: Tiered,
  /** Those of about its size, among whom it is ranked; null where all are ranked together. */
  sizeBand: SizeBand.nullable(),
})

const Scheme = z.object({
  code: SchemeCode,
  zh: z.string(),
  en: z.string(),
  minimumClients: z.int(),
  sizeBands: z.array(SizeBand),
  tiers: z.object({ by: z.enum(['points', 'rank']), bounds: z.array(z.number()).length(3) }),
  items: z.array(Item),
  adjustments: z.array(z.object({ indicator: z.string(), each: z.number(), atMost: z.number() })),
})

const Objection = z.object({
  id: z.uuid(),
  place: RegionCode,
  version: z.int(),
  words: z.string(),
  raisedAt: z.string(),
  isUpheld: z.boolean().nullable(),
  answer: z.string().nullable(),
})

const Head = z.object({
  version: z.int(),
  state: State,
  readTo: PlainDate,
  why: z.string().nullable(),
  drawnAt: z.string(),
  publishedAt: z.string().nullable(),
  objectionsTo: PlainDate.nullable(),
  lockedAt: z.string().nullable(),
})
export type AssessmentHead = z.infer<typeof Head>

export const seeAssessment = viewContract({
  name: 'assessment.get',
  summary:
    'How the places below a place stand in a year, by a scheme, as drawn up or, before that, as the figures are now; with other weights if asked; and what the place itself was given from above',
  input: z.object({
    place: RegionCode,
    year: Year,
    scheme: SchemeCode.optional(),
    /** What would be with other weights. Nothing of it is kept. */
    weights: z.record(z.string(), z.number().min(0).max(100)).optional(),
  }),
  output: z.object({
    place: PlaceLine.extend({ tier: Tier }),
    year: Year,
    period: z.object({ from: PlainDate, to: PlainDate }),
    isOver: z.boolean(),
    /** Those of the place's region and of all; the chosen one first asked for. Empty where there is none for the year. */
    schemes: z.array(Scheme),
    scheme: Scheme.optional(),
    /** Every version, the oldest first; none while it is the figures of now that are shown. */
    versions: z.array(Head),
    rows: z.array(
      Standing.extend({
        ...PlaceLine.shape,
        /** Years without a gap in the first tier, up to this one; of locked years, and of this one as it stands. */
        streak: z.int(),
        /** With the weights that were asked for. */
        whatIf: z.object({ score: z.int().nullable(), rank: z.int().nullable(), tier: Tiered }).optional(),
      }),
    ),
    /** From above, once public. */
    own: z
      .object({ ...Standing.shape, version: z.int(), state: State, ranked: z.int(), streak: z.int(), objectionsTo: PlainDate.nullable() })
      .optional(),
    objections: z.array(Objection),
    can: z.object({ draw: z.boolean(), publish: z.boolean(), lock: z.boolean(), object: z.boolean(), answer: z.boolean() }),
  }),
})
export type SeenAssessment = z.infer<typeof seeAssessment.output>

const Done = z.object({ version: z.int(), state: State })
const NothingThere = z.object({ code: z.literal('nothing-there') })
const WrongState = z.object({ code: z.literal('wrong-state'), state: State })

export const drawAssessment = actionContract({
  name: 'assessment.draw',
  summary: 'Draws up the assessment of the places below a place out of the figures of a year that is over, as a new version',
  input: Of.extend({ why: words.optional() }),
  output: Done,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-over') }),
    z.object({ code: z.literal('unknown-scheme') }),
    z.object({ code: z.literal('nobody-below') }),
    z.object({ code: z.literal('needs-why') }),
  ]),
})

export const publishAssessment = actionContract({
  name: 'assessment.publish',
  summary: 'Shows each assessed place its points, by another hand than drew them up; from here it may object',
  input: Version,
  output: Done.extend({ objectionsTo: PlainDate }),
  refusal: z.discriminatedUnion('code', [NothingThere, WrongState, z.object({ code: z.literal('own-draft') })]),
})

export const objectToAssessment = actionContract({
  name: 'assessment.object',
  summary: 'What a place says against the points it was given, while they are open to objection',
  input: Version.extend({ words }),
  output: z.object({ objectionId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    NothingThere,
    WrongState,
    z.object({ code: z.literal('too-late'), until: PlainDate }),
    z.object({ code: z.literal('already-objected') }),
  ]),
})

export const answerObjection = actionContract({
  name: 'assessment.answer',
  summary: 'Answers an objection: upheld, and the assessment is drawn up anew; or not, with the reason',
  input: z.object({ place: RegionCode, objectionId: z.uuid(), isUpheld: z.boolean(), words }),
  output: z.object({ objectionId: z.uuid(), isUpheld: z.boolean() }),
  refusal: z.discriminatedUnion('code', [
    NothingThere,
    z.object({ code: z.literal('already-answered') }),
    z.object({ code: z.literal('own-objection') }),
    z.object({ code: z.literal('not-from-above') }),
  ]),
})

export const lockAssessment = actionContract({
  name: 'assessment.lock',
  summary: 'Makes a published assessment final: after the days for objections, with every objection answered and none upheld',
  input: Version,
  output: Done,
  refusal: z.discriminatedUnion('code', [
    NothingThere,
    WrongState,
    z.object({ code: z.literal('still-open'), until: PlainDate }),
    z.object({ code: z.literal('objections-open'), count: z.int() }),
    z.object({ code: z.literal('objection-upheld') }),
    z.object({ code: z.literal('own-draft') }),
  ]),
})

export type AssessmentRefusal =
  | z.infer<typeof drawAssessment.refusal>
  | z.infer<typeof publishAssessment.refusal>
  | z.infer<typeof objectToAssessment.refusal>
  | z.infer<typeof answerObjection.refusal>
  | z.infer<typeof lockAssessment.refusal>
