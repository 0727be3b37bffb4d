import { z } from 'zod'
import { viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { CandidateId } from './contract-words.ts'

const place = z.union([RegionCode, UnitCode])

export const AllowanceLine = z.object({
  candidateId: CandidateId,
  name: z.string(),
  unitCode: UnitCode,
  reportedOn: PlainDate,
  /** Months waited up to this one, this one too. */
  months: z.int(),
  /** Six months after the report (安置条例 31). */
  placeBy: PlainDate,
  isLate: z.boolean(),
  /** Whole fen; null where the county has entered no minimum wage for the month. */
  amountFen: z.string().nullable(),
  isUnverified: z.boolean(),
  article: z.string(),
})
export type AllowanceLine = z.infer<typeof AllowanceLine>

export const listAllowances = viewContract({
  name: 'allowance.list',
  summary: 'Who waits for assigned work in a month and is owed an allowance, with the reason and the article; nothing is paid by it',
  input: z.object({ place, month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, { message: 'not-a-month' }) }),
  output: z.object({
    lines: z.array(AllowanceLine),
    /** Sum of the amounts known, in whole fen, and how many lines have none. */
    totalFen: z.string(),
    withoutAmount: z.int(),
    sources: z.array(z.string()),
  }),
})

export const CountyAssessment = z.object({
  bureauCode: z.string(),
  unitName: z.string(),
  due: z.int(),
  placed: z.int(),
  inTime: z.int(),
  stateEmployer: z.int(),
  startsDue: z.int(),
  startedInTime: z.int(),
  /** Hundredths of a point of a hundred; null where there was nobody to place. */
  score: z.int().nullable(),
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  streak: z.int(),
})
export type CountyAssessment = z.infer<typeof CountyAssessment>

export const assessCounties = viewContract({
  name: 'assessment.list',
  summary: 'The assessment of the counties of a place for a year: shares, score, tier, years in the first tier without a gap',
  input: z.object({ place, year: z.int().min(2000).max(2100) }),
  output: z.object({
    counties: z.array(CountyAssessment),
    rule: z
      .object({
        weights: z.object({ placed: z.int(), inTime: z.int(), stateEmployer: z.int(), startedInTime: z.int() }),
        firstTierFrom: z.int(),
        secondTierFrom: z.int(),
        source: z.string(),
        isUnverified: z.boolean(),
      })
      .nullable(),
  }),
})
