import { z } from 'zod'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode } from '../../kernel/region-code.ts'
import { BLOCK_KINDS } from './domain/brief.ts'
import { SAYINGS } from './domain/say-amount.ts'
import { AGAINST } from './domain/say-change.ts'
import { GENRES, RHYTHMS } from './domain/template.ts'

export const TemplateCode = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, { message: 'not-a-template' })

/** Both days are included. */
export const BriefPeriod = z
  .object({ from: PlainDate, to: PlainDate })
  .refine(({ from, to }) => from <= to, { message: 'ends-before-start', path: ['to'] })
export type BriefPeriod = z.infer<typeof BriefPeriod>

const text = z.string().max(4_000)
const key = z.string().regex(/^f\d{1,4}$/)

/** A piece of a line as it is kept: a number stands there as the key of its figure. */
export const Inline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text }),
  /** What looks like a number and states none: a date, the number of a document, a name. */
  z.object({ kind: z.literal('mark'), text: z.string().min(1).max(60) }),
  z.object({ kind: z.literal('figure'), key }),
])

export const Block = z.object({ kind: z.enum(BLOCK_KINDS), inlines: z.array(Inline).max(400) })
export type Block = z.infer<typeof Block>

export const BriefText = z.object({ title: z.array(Inline).min(1).max(40), blocks: z.array(Block).max(300) })
export type BriefText = z.infer<typeof BriefText>

const answer = z.number().nullable()

/** A number of a brief: what it is bound to, what the store answered, and its words. Values in fen where it is money. */
export const BoundFigure = z.object({
  key,
  code: z.string(),
  /** Only what bears this word of the indicator's dimension. */
  word: z.string().max(40).optional(),
  label: z.string(),
  place: RegionCode,
  period: BriefPeriod,
  say: z.enum(SAYINGS),
  as: z.string().max(8).optional(),
  against: z.enum(AGAINST).optional(),
  value: answer,
  previous: answer,
  lastYear: answer,
  words: z.string(),
})
export type BoundFigure = z.infer<typeof BoundFigure>

export const BriefState = z.enum(['draft', 'reviewed', 'signed', 'archived'])
export type BriefState = z.infer<typeof BriefState>

export const TemplateEntry = z.object({
  code: TemplateCode,
  zh: z.string(),
  en: z.string(),
  genre: z.enum(GENRES),
  rhythm: z.enum(RHYTHMS),
  /** Indicators it is bound to, and those of them that nobody has defined yet: their sentences are left out. */
  figures: z.int(),
  missing: z.array(z.string()),
})
export type TemplateEntry = z.infer<typeof TemplateEntry>
