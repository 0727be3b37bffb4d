import type { PlainDate } from '../../../../kernel/plain-date.ts'

/** What is measured, and how many points of a hundred it is worth. `target` below `floor` where less is better. */
export interface AssessmentItem {
  readonly indicator: string
  readonly weight: number
  /** The fair value (an indicator over its fair denominator) that earns nothing. */
  readonly floor: number
  /** The fair value that earns all; more earns no more. */
  readonly target: number
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

/** What is wrong with a scheme, in words for whoever writes the file. */
export function schemeFaults({ code, items, tiers, adjustments = [] }: AssessmentScheme, isIndicator: (code: string) => boolean): string[] {
  const named = [...items, ...adjustments].map(({ indicator }) => indicator)
  const weight = items.reduce((sum, one) => sum + one.weight, 0)
  const [first, second, third] = tiers.by === 'rank' ? tiers.upTo : tiers.from
  const isOrdered = tiers.by === 'rank' ? first < second && second < third : first > second && second > third
  return [
    ...(weight === 100 ? [] : [`${code}: the weights come to ${weight}, not to 100`]),
    ...(isOrdered ? [] : [`${code}: the bounds of the tiers are not in order`]),
    ...named.filter((one) => !isIndicator(one)).map((one) => `${code}: there is no indicator ${one}`),
    ...items
      .filter(({ floor, target }) => floor === target)
      .map((item) => `${code}: ${item.indicator} has one value for nothing and for all`),
    ...adjustments.filter(({ each }) => each === 0).map(({ indicator }) => `${code}: ${indicator} adds and takes nothing`),
    ...(new Set(named).size === named.length ? [] : [`${code}: an indicator stands twice`]),
  ]
}
