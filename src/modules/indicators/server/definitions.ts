import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { PlainDate } from '../../../kernel/plain-date.ts'
import { UnitKind } from '../contract.ts'
import { checkDefinitions } from '../domain/check-definitions.ts'
import type { Definition } from '../domain/definition.ts'
import { SETTINGS } from './derived/settings.ts'

const code = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
const kind = z.string().regex(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/)
const word = z.string().regex(/^[a-z][a-zA-Z]*$/)

const Counting = z.strictObject({
  form: z.enum(['sum', 'turnouts', 'distinct', 'stock']),
  kind,
  where: z.record(word, z.array(z.string()).min(1)).optional(),
  splitBy: word.optional(),
})
const where = z.record(word, z.array(z.string()).min(1))
const reach = z.enum(['own', 'within'])
const Places = z.strictObject({
  form: z.literal('places'),
  of: code,
  tiers: z.array(z.enum(['province', 'city', 'county', 'township', 'village'])).min(1),
  reach,
  having: z.strictObject({ of: code, from: code.optional(), below: code.optional() }).optional(),
})
const Derived = z.union([
  z.strictObject({ form: z.literal('first'), of: code, to: z.enum(['day', 'month', 'year']), reach }),
  z.strictObject({ form: z.literal('span'), of: code }),
  z.strictObject({ form: z.literal('streak'), of: code, atLeast: z.number().positive() }),
  z.strictObject({ form: z.literal('months'), of: code }),
  z.strictObject({ form: z.literal('parts'), of: code, by: word }),
  Places,
  z.strictObject({ form: z.literal('peak'), kind, where: where.optional(), stands: z.boolean() }),
  z.strictObject({ form: z.literal('calendar'), unit: z.enum(['month', 'week']) }),
  z.strictObject({ form: z.literal('setting'), name: z.enum(SETTINGS) }),
  z.strictObject({ form: z.literal('total'), of: z.array(code).min(2) }),
])
const Ratio = z.strictObject({ form: z.literal('ratio'), over: code, under: code, per: z.number().positive() })

const DefinitionsFile = z.strictObject({
  source: z.string().min(1),
  indicators: z.array(
    z.strictObject({
      code,
      zh: z.string().min(1),
      en: z.string().min(1),
      meaningZh: z.string().min(1),
      meaningEn: z.string().min(1),
      unitKind: UnitKind,
      formula: z.union([Counting, Ratio, Derived]),
      better: z.enum(['higher', 'lower', 'neither']),
      fair: z.strictObject({ under: code, per: z.number().positive() }).optional(),
      validFrom: PlainDate,
      validTo: PlainDate.optional(),
    }),
  ),
})

/** The folder `data/indicators/` of the house, from the sources and from the built program alike. */
export function definitionsFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'data', 'indicators'))) {
    const above = dirname(folder)
    if (above === folder)
      throw new Error('The folder data/indicators was not found above the program. Copy data/ from the source beside it.')
    folder = above
  }
  return join(folder, 'data', 'indicators')
}

/** Reads and checks every definition. @throws naming every fault at once, so that a wrong file stops the start. */
export function readDefinitions(folder: string = definitionsFolder()): readonly Definition[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
  const definitions = files.flatMap((name) => {
    const read = DefinitionsFile.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    if (!read.success) throw new Error(`data/indicators/${name}: ${z.prettifyError(read.error)}`)
    return read.data.indicators
  })
  const faults = checkDefinitions(definitions)
  if (faults.length > 0) throw new Error(`The indicators are not sound:\n${faults.join('\n')}`)
  return definitions
}

export const definitions = readDefinitions()
