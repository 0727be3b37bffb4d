/** What may decide between equals, and who goes first by it. The lot comes last and is drawn by the round. */
export const TIE_CRITERIA = {
  /** 服役时间长者优先. */
  serviceDays: 'more',
  /** 奖励得分高者优先. */
  rewardPoints: 'more',
  /** 残疾得分高者优先. */
  disabilityPoints: 'more',
  /** 考试成绩高者优先. */
  examMarks: 'more',
  /** 年长者优先: born earlier, as YYYYMMDD. */
  bornOn: 'less',
} as const

export type TieCriterion = keyof typeof TIE_CRITERIA

export const LOT = 'lot'

/** Whole numbers by which equals are told apart. */
export type TieFacts = Readonly<Record<TieCriterion, number>>

export interface Rankable {
  readonly id: string
  /** Ten-thousandths of a point. */
  readonly composite: number
  readonly ties: TieFacts
}

export interface Ranked {
  readonly id: string
  /** Whoever is equal in everything but the lot has the same rank; the next rank leaves as many out. */
  readonly rank: number
  readonly isTied: boolean
}

/** Percent times hundredths, added up: ten-thousandths of a point, exact. Missing marks count nothing. */
export const compositeOf = (
  marks: { service: number; exam: number | null; appraisal: number | null },
  weights: { service: number; exam: number; appraisal: number },
): number => marks.service * weights.service + (marks.exam ?? 0) * weights.exam + (marks.appraisal ?? 0) * weights.appraisal

const by =
  (rule: readonly TieCriterion[]) =>
  (a: Rankable, b: Rankable): number => {
    if (a.composite !== b.composite) return b.composite - a.composite
    for (const criterion of rule) {
      const order = TIE_CRITERIA[criterion] === 'more' ? b.ties[criterion] - a.ties[criterion] : a.ties[criterion] - b.ties[criterion]
      if (order !== 0) return order
    }
    return 0
  }

/**
 * Ranks by composite, then by the declared rule. Neither names nor the order in which files came play a part: equals stay
 * equal until the public lot.
 */
export function rankCandidates(candidates: readonly Rankable[], rule: readonly TieCriterion[]): Ranked[] {
  const order = by(rule)
  return candidates
    .map((one) => ({
      id: one.id,
      rank: 1 + candidates.filter((other) => order(other, one) < 0).length,
      isTied: candidates.some((other) => other.id !== one.id && order(other, one) === 0),
    }))
    .toSorted((a, b) => a.rank - b.rank || a.id.localeCompare(b.id))
}
