import type { PlainDate } from '../../../../kernel/plain-date.ts'

/** From `reaches` on (down to it where lower is better) a value earns so many percent of the weight. */
export interface Step {
  readonly reaches: number
  readonly percent: number
}

/**
 * How much of its weight a fair value (an indicator over its fair denominator) earns: evenly from `floor`, which earns nothing,
 * to `target`, which earns all (below the floor where less is better); or by steps, the best first. One step is a yes or no.
 */
export type PointRule =
  | { readonly floor: number; readonly target: number }
  | { readonly better: 'higher' | 'lower'; readonly steps: readonly Step[] }

/** What is measured, and how many points of a hundred it is worth. */
export type AssessmentItem = PointRule & { readonly indicator: string; readonly weight: number }

/** Places of about one size, ranked among themselves: from so many clients, up to the next band. */
export interface SizeBand {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly from: number
}

/** Points added (`each` above 0) or taken for each record that an indicator counts; the reason stands in the record. */
export interface AssessmentAdjustment {
  readonly indicator: string
  readonly each: number
  /** The most that all records together add or take, in points. */
  readonly atMost: number
}

/** 第一、第二、第三梯次: from so many points each, or up to so many percent of the ranked places each. */
export type TierRule =
  | { readonly by: 'points'; readonly from: readonly [number, number, number] }
  | { readonly by: 'rank'; readonly upTo: readonly [number, number, number] }

export interface AssessmentScheme {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** Leading digits of the places that go by it: empty for all, `50` for 重庆 alone. */
  readonly region: string
  readonly validFrom: PlainDate
  readonly validTo?: PlainDate | undefined
  /** Places with fewer clients are shown without rank and tier: chance would place them. */
  readonly minimumClients: number
  /** The smallest first, from 0 clients. Left out where all places are ranked together. */
  readonly sizeBands?: readonly SizeBand[] | undefined
  /** Days after publication in which a place may object. */
  readonly objectionDays: number
  readonly tiers: TierRule
  readonly items: readonly AssessmentItem[]
  /** Left out where there are none, as in years drawn up before there were any. */
  readonly adjustments?: readonly AssessmentAdjustment[] | undefined
}

/** The schemes by which the places below one are assessed in a year; those of its own region before those of all. */
export const schemesFor = (schemes: readonly AssessmentScheme[], place: string, year: number): AssessmentScheme[] =>
  schemes
    .filter(
      ({ region, validFrom, validTo }) =>
        place.startsWith(region) && validFrom <= `${year}-12-31` && (!validTo || validTo > `${year}-12-31`),
    )
    .toSorted((a, b) => b.region.length - a.region.length)

/** Steps go down from all of the weight, each harder to reach than the next. */
function isOutOfStep(rule: PointRule): boolean {
  if (!('steps' in rule)) return false
  const sign = rule.better === 'higher' ? 1 : -1
  const falls = rule.steps.every((step, at) => {
    const last = rule.steps[at - 1]
    return last === undefined || (sign * step.reaches < sign * last.reaches && step.percent < last.percent)
  })
  return !falls || rule.steps[0]?.percent !== 100 || rule.steps.some(({ percent }) => percent <= 0)
}

const bandFaults = (bands: readonly SizeBand[]): string[] => [
  ...(bands.length === 0 || bands[0]?.from === 0 ? [] : ['the first band does not begin at 0 clients']),
  ...(bands.every(({ from }, at) => from > (bands[at - 1]?.from ?? -1)) ? [] : ['the bands are not in order']),
  ...(new Set(bands.map((band) => band.code)).size === bands.length ? [] : ['a band stands twice']),
]

/** What is wrong with a scheme, in words for whoever writes the file. */
export function schemeFaults(scheme: AssessmentScheme, isIndicator: (code: string) => boolean): string[] {
  const { code, items, tiers, adjustments = [], sizeBands = [] } = scheme
  const named = [...items, ...adjustments].map(({ indicator }) => indicator)
  const weight = items.reduce((sum, one) => sum + one.weight, 0)
  const [first, second, third] = tiers.by === 'rank' ? tiers.upTo : tiers.from
  const isOrdered = tiers.by === 'rank' ? first < second && second < third : first > second && second > third
  return [
    ...(weight === 100 ? [] : [`${code}: the weights come to ${weight}, not to 100`]),
    ...(isOrdered ? [] : [`${code}: the bounds of the tiers are not in order`]),
    ...named.filter((one) => !isIndicator(one)).map((one) => `${code}: there is no indicator ${one}`),
    ...items
      .filter((item) => 'floor' in item && item.floor === item.target)
      .map((item) => `${code}: ${item.indicator} has one value for nothing and for all`),
    ...items.filter(isOutOfStep).map(({ indicator }) => `${code}: the steps of ${indicator} do not go down from all of its weight`),
    ...bandFaults(sizeBands).map((fault) => `${code}: ${fault}`),
    ...adjustments.filter(({ each }) => each === 0).map(({ indicator }) => `${code}: ${indicator} adds and takes nothing`),
    ...(new Set(named).size === named.length ? [] : [`${code}: an indicator stands twice`]),
  ]
}
