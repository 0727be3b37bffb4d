import { z } from 'zod'
import { RegionCode, Tier } from '../../kernel/region-code.ts'
import { UNIT_KINDS } from './domain/definition.ts'

/** A quarter in China: `2026-Q2`. */
export const Quarter = z.string().regex(/^20\d{2}-Q[1-4]$/, { message: 'not-a-quarter' })

const OpenRow = z.object({
  code: RegionCode,
  name: z.string(),
  tier: Tier,
  /** The place above among those shown; none for the province. */
  parent: RegionCode.optional(),
  /** Only what the place's own unit did, which belongs to none of those below it. */
  isOwn: z.boolean(),
  /** One a column; null where it is not shown. */
  cells: z.array(z.int().nullable()),
})

const OpenTable = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  unitKind: z.enum(UNIT_KINDS),
  /** Words of the indicator's dimension; empty for the whole, `*` for what bears none of them. */
  columns: z.array(z.string()),
  rows: z.array(OpenRow),
})
export type OpenTable = z.infer<typeof OpenTable>

/** Public figures of a province in a quarter that is over. */
export const OpenFigures = z.object({
  place: z.object({ code: RegionCode, name: z.string() }),
  quarter: Quarter,
  quarters: z.array(Quarter),
  smallest: z.int(),
  tables: z.array(OpenTable),
})
export type OpenFigures = z.infer<typeof OpenFigures>

export const OpenProvinces = z.object({ provinces: z.array(z.object({ code: RegionCode, name: z.string() })) })
