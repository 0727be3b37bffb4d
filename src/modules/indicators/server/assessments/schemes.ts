import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { type AssessmentScheme, schemeFaults } from '../../domain/assessments/scheme.ts'
import { definitions, definitionsFolder } from '../definitions.ts'

const code = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
const bounds = z.tuple([z.number(), z.number(), z.number()])

const measured = { indicator: code, weight: z.number().positive() }
const Item = z.union([
  z.strictObject({ ...measured, floor: z.number(), target: z.number() }),
  z.strictObject({
    ...measured,
    better: z.enum(['higher', 'lower']),
    steps: z.array(z.strictObject({ reaches: z.number(), percent: z.number() })).min(1),
  }),
])
const SizeBand = z.strictObject({ code, zh: z.string().min(1), en: z.string().min(1), from: z.int().min(0) })

const SchemesFile = z.strictObject({
  source: z.string().min(1),
  basis: z.enum(['source', 'setting']),
  schemes: z.array(
    z.strictObject({
      code,
      zh: z.string().min(1),
      en: z.string().min(1),
      region: z.string().regex(/^\d{0,12}$/),
      validFrom: PlainDate,
      validTo: PlainDate.optional(),
      minimumClients: z.int().min(0),
      sizeBands: z.array(SizeBand).min(1).optional(),
      objectionDays: z.int().min(1).max(60),
      tiers: z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('points'), from: bounds }),
        z.strictObject({ by: z.literal('rank'), upTo: bounds }),
      ]),
      items: z.array(Item).min(1),
      adjustments: z.array(z.strictObject({ indicator: code, each: z.number(), atMost: z.number().positive() })).optional(),
    }),
  ),
})

/** Every scheme of `data/indicators/assessments`. @throws in words where one is wrong */
function readSchemes(): readonly AssessmentScheme[] {
  const folder = join(definitionsFolder(), 'assessments')
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const schemes = files.flatMap((name) => SchemesFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).schemes)
  const isIndicator = (one: string): boolean => definitions.some((definition) => definition.code === one)
  const faults = schemes.flatMap((scheme) => schemeFaults(scheme, isIndicator))
  if (faults.length > 0) throw new Error(`data/indicators/assessments: ${faults.join('; ')}`)
  return schemes
}

export const SCHEMES = readSchemes()
