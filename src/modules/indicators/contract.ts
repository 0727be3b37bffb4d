import { z } from 'zod'
import { Paging, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, Tier, UnitCode } from '../../kernel/region-code.ts'
import { Value } from './contract-values.ts'
import { UNIT_KINDS } from './domain/definition.ts'

export * from './contract-assessments.ts'
export * from './contract-closings.ts'
export { Value }

export const UnitKind = z.enum(UNIT_KINDS)

const code = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, { message: 'not-an-indicator' })
const word = z.string().min(1).max(40)

/** Both days are included. A stock (clients, units, overdue contacts) stands as on the last day. */
export const Period = z
  .object({ from: PlainDate, to: PlainDate })
  .refine(({ from, to }) => from <= to, { message: 'ends-before-start', path: ['to'] })
export type Period = z.infer<typeof Period>

const Form = z.enum([
  'sum',
  'turnouts',
  'distinct',
  'stock',
  'ratio',
  'first',
  'span',
  'streak',
  'months',
  'parts',
  'places',
  'peak',
  'calendar',
  'setting',
  'total',
])

/** An indicator as it is valid today. `facts` are the kinds after which it may have moved. */
export const Indicator = z.object({
  code,
  zh: z.string(),
  en: z.string(),
  meaningZh: z.string(),
  meaningEn: z.string(),
  unitKind: UnitKind,
  form: Form,
  over: code.optional(),
  under: code.optional(),
  per: z.number().optional(),
  splitBy: word.optional(),
  better: z.enum(['higher', 'lower', 'neither']),
  fairUnder: code.optional(),
  fairPer: z.number().optional(),
  facts: z.array(z.string()),
})
export type Indicator = z.infer<typeof Indicator>

/** One figure. `key` is empty for the whole, else a child's code (or `own`), a month `2026-11`, or a word of a dimension. */
export const Figure = Value.extend({ code, key: z.string(), previous: Value.optional(), lastYear: Value.optional() })
export type Figure = z.infer<typeof Figure>

const PlaceName = z.object({ code: RegionCode, name: z.string(), shortName: z.string(), tier: Tier })

export const list = viewContract({
  name: 'figure.list',
  summary: 'The indicators as they are defined today: names, meaning in words, kind of unit, how they are computed.',
  input: z.object({}),
  output: z.object({ rows: z.array(Indicator) }),
})

export const read = viewContract({
  name: 'figure.read',
  summary: 'Any indicators at any place over any period, whole or by child, month or dimension; live to the last commit.',
  input: z.object({
    codes: z.array(code).min(1).max(60),
    place: RegionCode,
    period: Period,
    by: z.enum(['none', 'children', 'month', 'dimension']).default('none'),
    /** Also as it was in the period before, of the same length, and in the same period a year ago. */
    compare: z.boolean().default(false),
    /** By the divisions as they were when the period ended, or as they are now: then whole or by children, not compared. */
    boundary: z.enum(['then', 'now']).default('then'),
  }),
  output: z.object({
    asOfAt: z.string(),
    place: RegionCode,
    period: Period,
    rows: z.array(Figure),
    /** On the boundary of now: something that moved in lies beyond the reader's range and is not counted. */
    isCut: z.boolean(),
  }),
})

/** `rank` is null for places with fewer clients than the minimum: chance would rank them. */
export const Ranked = PlaceName.extend({
  rank: z.int().nullable(),
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
})
export type Ranked = z.infer<typeof Ranked>

const Ranking = z.object({ code, per: z.number(), minimum: z.int(), rows: z.array(Ranked) })

export const ranking = viewContract({
  name: 'figure.ranking',
  summary: 'The children of a place in order of an indicator over its fair denominator; small places come last, without a rank.',
  input: z.object({ code, place: RegionCode, period: Period, minimum: z.int().min(0).max(100_000).default(30) }),
  output: Ranking.extend({ asOfAt: z.string() }),
})

/** What a figure is made of: facts, for a figure of persons the persons, for a stock what is in it. `counts` add up to the figure. */
export const FigureRow = z.object({
  factId: z.uuid(),
  unitCode: UnitCode,
  on: PlainDate,
  kind: z.string(),
  counts: z.number(),
  personIds: z.array(z.uuid()),
  dimensions: z.record(z.string(), z.string()),
})
export type FigureRow = z.infer<typeof FigureRow>

export const rows = viewContract({
  name: 'figure.rows',
  summary: 'The rows behind a figure, which add up to it exactly. Of a ratio, those above or below its line.',
  input: Paging.extend({
    code,
    place: RegionCode,
    period: Period,
    part: z.enum(['numerator', 'denominator']).default('numerator'),
    /** Only rows of this word of the indicator's dimension. */
    word: word.optional(),
  }),
  output: z.object({ code, sum: z.number(), rows: z.array(FigureRow), next: z.string().optional() }),
})

export const dashboard = viewContract({
  name: 'figure.dashboard',
  summary: 'One page of a place: the strip with comparisons, the children with the same figures, a trend of 24 months and a ranking.',
  input: z.object({
    place: RegionCode,
    period: Period,
    strip: z.array(code).min(1).max(12),
    /** What the tiles, the trend and the ranking show. */
    focus: code,
    minimum: z.int().min(0).max(100_000).default(30),
  }),
  output: z.object({
    asOfAt: z.string(),
    place: PlaceName,
    path: z.array(PlaceName),
    period: Period,
    strip: z.array(Figure),
    /** One entry a child; the last, `own`, is what the place's own unit did, which belongs to no child. */
    tiles: z.array(z.object({ key: z.string(), name: z.string(), shortName: z.string(), figures: z.array(Figure) })),
    trend: z.array(Figure),
    ranking: Ranking,
  }),
})
