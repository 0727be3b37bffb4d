import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { repositoryPath } from '../../../../platform/config/repository-path.ts'

const Percent = z.int().min(0).max(100)
const Sourced = { validFrom: PlainDate, source: z.string().min(1), isUnverified: z.boolean() }

const Settings = z.object({
  settings: z.array(
    z.object({
      name: z.literal('minimumWageFen'),
      region: z.string().regex(/^\d{0,12}$/),
      value: z.string().regex(/^\d{1,9}$/),
      ...Sourced,
    }),
  ),
  assessments: z.array(
    z.object({
      weights: z
        .object({ placed: Percent, inTime: Percent, stateEmployer: Percent, startedInTime: Percent })
        .refine((all) => all.placed + all.inTime + all.stateEmployer + all.startedInTime === 100),
      firstTierFrom: Percent,
      secondTierFrom: Percent,
      ...Sourced,
    }),
  ),
})

/** Norms that differ from place to place. @throws at the start where the file is not as it must be */
export const SETTINGS = Settings.parse(JSON.parse(readFileSync(repositoryPath('data', 'placement', 'settings.json'), 'utf8')))
