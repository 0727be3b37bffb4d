import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Tier } from '../../../../kernel/region-code.ts'
import { definitions, definitionsFolder } from '../definitions.ts'

const Settings = z.object({
  source: z.string(),
  basis: z.literal('setting'),
  codes: z.array(z.string()).min(1),
  dueDay: z.partialRecord(Tier, z.int().min(1).max(28)),
})

/** Which figures are confirmed month by month, and until when. @throws where it names an indicator that there is not */
function readSettings(): z.infer<typeof Settings> {
  const read = Settings.parse(JSON.parse(readFileSync(join(definitionsFolder(), 'closings', 'monthly.json'), 'utf8')))
  const unknown = read.codes.filter((code) => !definitions.some((one) => one.code === code))
  if (unknown.length > 0) throw new Error(`data/indicators/closings/monthly.json: there is no indicator ${unknown.join(', ')}`)
  return read
}

export const CLOSING = readSettings()

/** The indicator that says whether a place has a unit, and so somebody who can confirm. */
export const UNITS = 'units'
