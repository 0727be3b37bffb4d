import { streakOfYears } from '../../../../kernel/streak.ts'
import type { AssessmentAdjustment, AssessmentScheme, PointRule, SizeBand, TierRule } from './scheme.ts'

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
  /** Those of about its size, among whom it is ranked; null where all are ranked together. */
  readonly sizeBand: SizeBand | null
  /** How many are ranked there. */
  readonly ranked: number
  /** Null for a place that is too small, or has no score. */
  readonly rank: number | null
  readonly tier: 1 | 2 | 3 | null
}

/** How much of its weight an item earns: evenly between floor and target, or by the best step that is reached. */
export function shareEarned(rule: PointRule, value: number): number {
  if ('floor' in rule) return Math.min(1, Math.max(0, (value - rule.floor) / (rule.target - rule.floor)))
  const reached = rule.steps.find(({ reaches }) => (rule.better === 'higher' ? value >= reaches : value <= reaches))
  return (reached?.percent ?? 0) / 100
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

type Ranking = Pick<AssessmentScheme, 'tiers' | 'minimumClients' | 'sizeBands'>
type Scored = ReturnType<typeof scored>

/** Places of one size beside each other; equals share a rank. */
function rankBand({ tiers, minimumClients }: Ranking, sizeBand: SizeBand | null, places: readonly Scored[]): Standing[] {
  const among = places.filter(({ score, clients }) => score !== null && clients >= minimumClients)
  const ranked = among.length
  const standings = places.map((one): Standing => {
    if (one.score === null || !among.includes(one)) return { ...one, sizeBand, ranked, rank: null, tier: null }
    const { score } = one
    const rank = 1 + among.filter((other) => (other.score ?? 0) > score).length
    return { ...one, sizeBand, ranked, rank, tier: tierOf(tiers, { score, rank }, ranked) }
  })
  const order = ({ rank }: Standing): number => rank ?? Number.POSITIVE_INFINITY
  return standings.toSorted((a, b) => (order(a) === order(b) ? (a.code < b.code ? -1 : 1) : order(a) - order(b)))
}

/**
 * Places in order of their points, the best first; equals share a rank; the small and the unmeasured come last without one.
 * With bands of size the largest come first, each ranked among its own. `weights` stand in for those of the scheme where given:
 * the question what would be if.
 */
export function assess(
  { items, adjustments, ...ranking }: Counting & Ranking,
  places: readonly AssessedPlace[],
  weights: Readonly<Record<string, number>> = {},
): Standing[] {
  const weighed = items.map((item) => ({ ...item, weight: weights[item.indicator] ?? item.weight }))
  const all = places.map((place) => scored({ items: weighed, adjustments }, place))
  const { sizeBands = [] } = ranking
  if (sizeBands.length === 0) return rankBand(ranking, null, all)
  const bandOf = (clients: number) => sizeBands.findLast(({ from }) => clients >= from)
  return sizeBands.toReversed().flatMap((band) =>
    rankBand(
      ranking,
      band,
      all.filter(({ clients }) => bandOf(clients) === band),
    ),
  )
}

/** How many years without a gap, up to and with `year`, a place has been in the first tier; a year without tier breaks it. */
export function streakOf(tiers: ReadonlyMap<number, number | null>, year: number): number {
  const first = Math.min(year, ...tiers.keys())
  return streakOfYears(Array.from({ length: year - first + 1 }, (_, back) => tiers.get(year - back) === 1))
}
