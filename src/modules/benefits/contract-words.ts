import { z } from 'zod'
import { FenText } from '../../kernel/fen.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { CAUSES, PERIODS, RATE_UNITS, RATED_CLASSES } from './domain/rates/rate-table.ts'
import { UNIT_GUESSES } from './domain/rates/table-fault.ts'

export const words = (max: number) => z.string().trim().min(2).max(max)

/** What an amount is for: a class, and where it has them a grade and a cause, or the time of enlisting. */
export const RateKey = z.object({
  classCode: z.enum(RATED_CLASSES),
  grade: z.int().min(1).max(10).nullable().default(null),
  cause: z.enum(CAUSES).nullable().default(null),
  period: z.enum(PERIODS).nullable().default(null),
})
export type RateKey = z.infer<typeof RateKey>

export const RateUnit = z.enum(RATE_UNITS)

export const RateRow = RateKey.extend({ unit: RateUnit, amountFen: FenText })
export type RateRow = z.infer<typeof RateRow>

/** A rule that a table breaks: domain/rates/table-fault.ts. */
export const TableFault = z.discriminatedUnion('code', [
  z.object({ code: z.literal('cause-order'), grade: z.int(), higher: z.enum(CAUSES), lower: z.enum(CAUSES) }),
  z.object({ code: z.literal('grade-order'), cause: z.enum(CAUSES), grade: z.int() }),
  z.object({ code: z.literal('illness-grade'), grade: z.int() }),
  z.object({ code: z.literal('key-shape'), key: RateKey }),
  z.object({ code: z.literal('twice'), key: RateKey }),
  z.object({ code: z.literal('missing'), key: RateKey }),
  z.object({ code: z.literal('not-positive'), key: RateKey }),
  z.object({ code: z.literal('below-floor'), key: RateKey, amountFen: FenText, floorFen: FenText }),
  z.object({ code: z.literal('wrong-unit'), guess: z.enum(UNIT_GUESSES), count: z.int() }),
  z.object({ code: z.literal('not-first-of-month'), effectiveFrom: PlainDate }),
  z.object({ code: z.literal('overlap'), version: z.string(), from: PlainDate }),
  z.object({ code: z.literal('gap'), version: z.string(), endedOn: PlainDate }),
])
export type TableFault = z.infer<typeof TableFault>

/** The head of a notice: what it is, who made it, from when it holds. */
export const NoticeHead = z.object({
  version: z.string().trim().min(2).max(60),
  title: words(100),
  layer: z.enum(['national', 'local']),
  issuer: words(100),
  sourceDoc: words(200),
  effectiveFrom: PlainDate,
  effectiveTo: PlainDate.nullable().default(null),
})
export type NoticeHead = z.infer<typeof NoticeHead>

/** A notice with its amounts. `verify`: a fact that is to be compared with the official notice before live use. */
export const Notice = NoticeHead.extend({ rows: z.array(RateRow).min(1).max(200) })
export type Notice = z.infer<typeof Notice>
