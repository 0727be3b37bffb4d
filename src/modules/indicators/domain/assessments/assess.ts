import { streakOfYears } from '../../../../kernel/streak.ts'
import type { AssessmentAdjustment, AssessmentItem, AssessmentScheme, TierRule } from './scheme.ts'

/** A figure as it was read: `value` is the fair value, null where there is nothing below its line. */
export interface ItemValue {
  readonly indicator: string
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number
}

export interface AssessedPlace {
  readonly code: string
  readonly clients: number
  readonly values: readonly ItemValue[]
}

export interface Point extends ItemValue {
  readonly weight: number
  /** Hundredths of a point; null where it could not be measured. */
  readonly earned: number | null
  /** Of what is added or taken by record: points for each, and the most of all together. Its `numerator` counts the records. */
  readonly each?: number | undefined
  readonly atMost?: number | undefined
}

export interface Standing {
  readonly code: string
  readonly clients: number
  readonly points: readonly Point[]
  /** Hundredths of a point of a hundred; null where nothing could be measured. */
  readonly score: number | null
  /** Null for a place that is too small, or has no score. */
  readonly rank: number | null
  readonly tier: 1 | 2 | 3 | null
}

/** How much of its weight an item earns: nothing at the floor, all at the target, evenly between. */
export function shareEarned({ floor, target }: Pick<AssessmentItem, 'floor' | 'target'>, value: number): number {
  return Math.min(1, Math.max(0, (value - floor) / (target - floor)))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

type Counting = Pick<AssessmentScheme, 'items' | 'adjustments'>

/** What records add or take: so much each, to the most that they can. */
function adjusted({ indicator, each, atMost }: AssessmentAdjustment, values: readonly ItemValue[]): Point & { readonly earned: number } {
  const records = values.find((one) => one.indicator === indicator)?.numerator ?? 0
  const earned = Math.sign(each) * Math.round(Math.min(Math.abs(each) * records, atMost) * 100)
  return { indicator, value: records, numerator: records, denominator: 0, weight: 0, earned, each, atMost }
}

function scored({ items, adjustments = [] }: Counting, { code, clients, values }: AssessedPlace) {
  const points = items.map((item): Point => {
    const read = values.find(({ indicator }) => indicator === item.indicator) ?? { value: null, numerator: 0, denominator: 0 }
    const earned = read.value === null ? null : Math.round(shareEarned(item, read.value) * item.weight * 100)
    return { ...read, indicator: item.indicator, weight: item.weight, earned }
  })
  // What cannot be measured weighs nothing: the rest is measured by the weights that are left.
  const measured = points.filter(({ earned, weight }) => earned !== null && weight > 0)
  const weight = sum(measured.map((one) => one.weight))
  const moved = adjustments.map((one) => adjusted(one, values))
  const score = weight === 0 ? null : Math.round((sum(measured.map(({ earned }) => earned ?? 0)) * 100) / weight)
  // A hundred is the most and nothing the least, whatever is added or taken.
  const whole = score === null ? null : Math.min(10_000, Math.max(0, score + sum(moved.map(({ earned }) => earned))))
  return { code, clients, points: [...points, ...moved], score: whole }
}

/** By points each place for itself; by rank, equals stand in the better tier together. */
function tierOf(rule: TierRule, { score, rank }: { score: number; rank: number }, ranked: number): 1 | 2 | 3 {
  const { 0: first, 1: second } = rule.by === 'points' ? rule.from : rule.upTo
  if (rule.by === 'points') return score >= first * 100 ? 1 : score >= second * 100 ? 2 : 3
  // The first place is always in the first tier: a share of few places may be less than one.
  const within = (percent: number): boolean => rank <= Math.max(1, Math.floor((ranked * percent) / 100))
  return within(first) ? 1 : within(second) ? 2 : 3
}

/**
 * Places in order of their points, the best first; equals share a rank; the small and the unmeasured come last without one.
 * `weights` stand in for those of the scheme where given: the question what would be if.
 */
export function assess(
  { items, adjustments, tiers, minimumClients }: Counting & Pick<AssessmentScheme, 'tiers' | 'minimumClients'>,
  places: readonly AssessedPlace[],
  weights: Readonly<Record<string, number>> = {},
): Standing[] {
  const weighed = items.map((item) => ({ ...item, weight: weights[item.indicator] ?? item.weight }))
  const all = places.map((place) => scored({ items: weighed, adjustments }, place))
  const ranked = all.filter(({ score, clients }) => score !== null && clients >= minimumClients)
  const rankOf = (score: number): number => 1 + ranked.filter((other) => (other.score ?? 0) > score).length
  const standings = all.map((one): Standing => {
    if (one.score === null || !ranked.includes(one)) return { ...one, rank: null, tier: null }
    const rank = rankOf(one.score)
    return { ...one, rank, tier: tierOf(tiers, { score: one.score, rank }, ranked.length) }
  })
  const order = ({ rank }: Standing): number => rank ?? Number.POSITIVE_INFINITY
  return standings.toSorted((a, b) => (order(a) === order(b) ? (a.code < b.code ? -1 : 1) : order(a) - order(b)))
}

/** How many years without a gap, up to and with `year`, a place has been in the first tier; a year without tier breaks it. */
export function streakOf(tiers: ReadonlyMap<number, number | null>, year: number): number {
  const first = Math.min(year, ...tiers.keys())
  return streakOfYears(Array.from({ length: year - first + 1 }, (_, back) => tiers.get(year - back) === 1))
}
