import { z } from 'zod'
import { PlainDate } from '../../kernel/plain-date.ts'
import { CohortGroup, Season } from './contract-words.ts'

/** A published list of scores, as anybody finds it. */
export const OpenCohort = z.object({
  id: z.uuid(),
  unitName: z.string(),
  year: z.int(),
  season: Season,
  group: CohortGroup,
  publishedOn: PlainDate,
  /** Last day on which one may object. */
  closesOn: PlainDate,
  /** Last day on which the list is shown. */
  shownUntil: PlainDate,
  isOpen: z.boolean(),
  people: z.int(),
})
export type OpenCohort = z.infer<typeof OpenCohort>

export const OpenCohorts = z.object({ cohorts: z.array(OpenCohort) })

/** One line: a masked name, a number, sums of lines. What one sum would tell of somebody's health is not listed apart. */
const OpenScoreLine = z.object({
  number: z.int(),
  name: z.string(),
  /** Hundredths of a point, as the sheet stands. */
  total: z.int(),
  service: z.int(),
  reward: z.int(),
  /** Disability, hardship, deductions and whatever else, in one. */
  other: z.int(),
  /** As it was published, where an objection has changed it since. */
  publishedTotal: z.int().nullable(),
})
export type OpenScoreLine = z.infer<typeof OpenScoreLine>

export const OpenScoreList = OpenCohort.extend({ lines: z.array(OpenScoreLine) })
export type OpenScoreList = z.infer<typeof OpenScoreList>
