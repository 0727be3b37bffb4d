import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { streakOfYears } from '../../../../kernel/streak.ts'

/** What a county has done for those of a year who are to be given work. */
export interface CountyYear {
  readonly year: number
  /** To be placed: those whose way is assigned work and who have not left it. */
  readonly due: number
  readonly placed: number
  /** Placed within six months of the report (安置条例 31). */
  readonly inTime: number
  /** Placed in an institution, an enterprise of the state or the civil service. */
  readonly stateEmployer: number
  /** Of those placed, whose last day for the start has passed, or who have started. */
  readonly startsDue: number
  readonly startedInTime: number
}

/** The rule of an assessment: percent of each share, bounds of the tiers in points of a hundred. */
export interface AssessmentRule {
  readonly validFrom: PlainDate
  readonly weights: { readonly placed: number; readonly inTime: number; readonly stateEmployer: number; readonly startedInTime: number }
  readonly firstTierFrom: number
  readonly secondTierFrom: number
  readonly source: string
  readonly isUnverified: boolean
}

export type AssessmentTier = 1 | 2 | 3

/** Points of a hundred, in hundredths; null where a year had nobody to place, or nobody whose start is due. */
export function scoreOf(one: CountyYear, { weights }: AssessmentRule): number | null {
  if (one.due === 0) return null
  const shares = [
    [weights.placed, one.placed, one.due],
    [weights.inTime, one.inTime, one.placed],
    [weights.stateEmployer, one.stateEmployer, one.placed],
    [weights.startedInTime, one.startedInTime, one.startsDue],
  ] as const
  // What cannot be measured yet weighs nothing: the rest is measured by the weights that are left.
  const measured = shares.filter(([, , under]) => under > 0)
  const weight = measured.reduce((sum, [each]) => sum + each, 0)
  const points = measured.reduce((sum, [each, over, under]) => sum + (each * over) / under, 0)
  return Math.round((points * 10_000) / weight)
}

export function tierOfScore(score: number | null, { firstTierFrom, secondTierFrom }: AssessmentRule): AssessmentTier | null {
  if (score === null) return null
  if (score >= firstTierFrom * 100) return 1
  return score >= secondTierFrom * 100 ? 2 : 3
}

/** The rule in force for a year: the latest that began by its last day. Undefined where there is none. */
export const ruleFor = (rules: readonly AssessmentRule[], year: number): AssessmentRule | undefined =>
  rules.filter(({ validFrom }) => validFrom <= `${year}-12-31`).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]

/** How many years up to this one, without a gap, a county has been in the first tier; a year without anybody to place breaks nothing and counts nothing. */
export function streakOf(years: readonly CountyYear[], rules: readonly AssessmentRule[], year: number): number {
  const upTo = years.filter((each) => each.year <= year).toSorted((a, b) => b.year - a.year)
  const tiers = upTo.map((one) => {
    const rule = ruleFor(rules, one.year)
    return rule ? tierOfScore(scoreOf(one, rule), rule) : undefined
  })
  return streakOfYears(tiers.map((tier) => (tier === null ? null : tier === 1)))
}
