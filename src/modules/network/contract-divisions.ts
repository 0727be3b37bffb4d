import { z } from 'zod'
import { Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, Tier } from '../../kernel/region-code.ts'

/** An administrative division. `validTo` is the first day on which it is no more. */
export const Division = z.object({
  code: RegionCode,
  name: z.string(),
  shortName: z.string(),
  tier: Tier,
  parentCode: RegionCode.optional(),
  validFrom: PlainDate.optional(),
  validTo: PlainDate.optional(),
})
export type Division = z.infer<typeof Division>

/** A division found by what was typed: `path` names those above it, from the province down. */
export const DivisionHit = Division.extend({ path: z.array(z.string()), isInOwnRange: z.boolean() })
export type DivisionHit = z.infer<typeof DivisionHit>

/** Places of a tier, and how many of them have their open centre or station. */
export const Coverage = z.object({ all: z.int(), covered: z.int() })
export type Coverage = z.infer<typeof Coverage>

export const findDivisions = viewContract({
  name: 'network.findDivisions',
  summary: 'Finds divisions by part of the name, pinyin, initials or code; one’s own range first.',
  input: z.object({
    query: z.string().max(100),
    tiers: z.array(Tier).max(6).optional(),
    isOwnRangeOnly: z.boolean().default(false),
    limit: z.int().min(1).max(50).default(20),
  }),
  output: z.object({ rows: z.array(DivisionHit) }),
})

export const children = viewContract({
  name: 'network.children',
  summary: 'The divisions directly below a place, with the words for its tiers and, where one is kept, the drawing of its tile map.',
  input: z.object({ place: RegionCode }),
  output: z.object({
    place: Division,
    rows: z.array(Division),
    words: z.partialRecord(Tier, z.string()),
    drawing: z.string().optional(),
  }),
})

export const path = viewContract({
  name: 'network.path',
  summary: 'A division and those above it, from the province down.',
  input: z.object({ code: RegionCode }),
  output: z.object({ rows: z.array(Division) }),
})

export const names = viewContract({
  name: 'network.names',
  summary: 'The names of divisions by their codes, each with the one above it; unknown codes are left out.',
  input: z.object({ codes: z.array(RegionCode).min(1).max(500) }),
  output: z.object({ rows: z.array(z.object({ code: RegionCode, name: z.string(), parentName: z.string().optional() })) }),
})

const CoverageOf = z.object({ place: RegionCode, tiers: z.array(Tier).max(6).optional(), on: PlainDate.optional() })

export const coverageGaps = viewContract({
  name: 'network.coverageGaps',
  summary: 'Places without an open centre (county and above) or station (township and village) on a day.',
  input: Paging.extend(CoverageOf.shape),
  output: paged(Division.extend({ path: z.array(z.string()) })),
})

export const coverage = viewContract({
  name: 'network.coverage',
  summary: 'How many places below each child of a place are covered by an open centre or station on a day.',
  input: CoverageOf,
  output: z.object({
    total: Coverage,
    rows: z.array(Coverage.extend({ code: RegionCode, name: z.string(), shortName: z.string() })),
    can: z.object({ openUnit: z.boolean() }),
  }),
})
