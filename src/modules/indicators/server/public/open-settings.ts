import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isCounted } from '../../domain/definition.ts'
import { definitions, definitionsFolder } from '../definitions.ts'

const Settings = z.object({
  source: z.string(),
  basis: z.literal('setting'),
  /** Numbers below it, but zero, are not shown. */
  smallest: z.int().min(2),
  codes: z.array(z.string()).min(1),
})

/**
 * What is published. Only figures that add up, of which none is the sum of others here: what is hidden in one table could
 * be worked out from another otherwise. @throws where an indicator is not there or does not add up
 */
function readSettings(): z.infer<typeof Settings> {
  const read = Settings.parse(JSON.parse(readFileSync(join(definitionsFolder(), 'open', 'open.json'), 'utf8')))
  const kinds = new Set<string>()
  for (const code of read.codes) {
    const formula = definitions.find((one) => one.code === code)?.formula
    if (!formula || !isCounted(formula) || formula.form === 'distinct')
      throw new Error(`data/indicators/open/open.json: ${code} does not add up`)
    if (kinds.has(formula.kind)) throw new Error(`data/indicators/open/open.json: two indicators of ${formula.kind} tell of each other`)
    kinds.add(formula.kind)
  }
  return read
}

export const OPEN = readSettings()
