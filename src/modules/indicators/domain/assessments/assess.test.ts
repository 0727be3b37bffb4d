import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type AssessedPlace, assess, shareEarned, streakOf } from './assess.ts'
import { type AssessmentScheme, schemeFaults, schemesFor } from './scheme.ts'

const scheme: AssessmentScheme = {
  code: 'year',
  zh: '考核',
  en: 'Year',
  region: '',
  validFrom: '2019-01-01' as PlainDate,
  minimumClients: 10,
  objectionDays: 7,
  tiers: { by: 'rank', upTo: [30, 70, 100] },
  items: [
    { indicator: 'covered', weight: 60, floor: 50, target: 100 },
    { indicator: 'overdue', weight: 40, floor: 20, target: 0 },
  ],
}

const place = (code: string, covered: number | null, overdue: number | null, clients = 100): AssessedPlace => ({
  code,
  clients,
  values: [
    { indicator: 'covered', value: covered, numerator: covered ?? 0, denominator: 100 },
    { indicator: 'overdue', value: overdue, numerator: overdue ?? 0, denominator: 100 },
  ],
})

describe('points', () => {
  test.each([
    [50, 0],
    [75, 0.5],
    [100, 1],
    [130, 1],
    [10, 0],
  ])('of a value of %d between 50 and 100 are %d of the weight', (value, share) => {
    expect(shareEarned({ floor: 50, target: 100 }, value)).toBe(share)
  })

  test('less is better where the target is below the floor', () => {
    expect(shareEarned({ floor: 20, target: 0 }, 5)).toBe(0.75)
  })

  test('by steps are those of the best that is reached', () => {
    const share = (better: 'higher' | 'lower', value: number) => {
      const steps = better === 'higher' ? [95, 90, 80] : [2, 5, 10]
      return shareEarned({ better, steps: steps.map((reaches, at) => ({ reaches, percent: [100, 80, 50][at] ?? 0 })) }, value)
    }

    expect([100, 95, 94.9, 90, 80, 79.9].map((value) => share('higher', value))).toEqual([1, 1, 0.8, 0.8, 0.5, 0])
    expect([0, 2, 2.1, 10, 10.1].map((value) => share('lower', value))).toEqual([1, 1, 0.8, 0.5, 0])
  })

  test('of a yes or no are all or nothing', () => {
    const covered = { better: 'higher', steps: [{ reaches: 100, percent: 100 }] } as const

    expect([100, 99.9].map((value) => shareEarned(covered, value))).toEqual([1, 0])
  })

  test('add up by their weights, in hundredths', () => {
    const [one] = assess(scheme, [place('a', 75, 5)])

    expect(one).toMatchObject({ score: 6000, points: [{ earned: 3000 }, { earned: 3000 }] })
  })

  test('of what could not be measured weigh nothing', () => {
    expect(assess(scheme, [place('a', null, 5)])).toMatchObject([{ score: 7500 }])
    expect(assess(scheme, [place('a', null, null)])).toMatchObject([{ score: null, rank: null, tier: null }])
  })
})

describe('what is added or taken by record', () => {
  const moving = {
    ...scheme,
    adjustments: [
      { indicator: 'award', each: 0.5, atMost: 2 },
      { indicator: 'escalated', each: -1, atMost: 5 },
    ],
  }
  const records = (award: number, escalated: number, of = place('a', 75, 5)): AssessedPlace => ({
    ...of,
    values: [
      ...of.values,
      { indicator: 'award', value: award, numerator: award, denominator: 0 },
      { indicator: 'escalated', value: escalated, numerator: escalated, denominator: 0 },
    ],
  })
  const scoreOf = (one: AssessedPlace) => assess(moving, [one])[0]?.score

  test('comes on top of the points, to the most that it can', () => {
    expect(scoreOf(records(0, 0))).toBe(6000)
    expect(scoreOf(records(3, 0))).toBe(6150)
    expect(scoreOf(records(30, 0))).toBe(6200)
    expect(scoreOf(records(1, 3))).toBe(5750)
    expect(scoreOf(records(0, 99))).toBe(5500)
  })

  test('never comes to more than a hundred or less than nothing, and is no score of its own', () => {
    expect(scoreOf(records(4, 0, place('a', 100, 0)))).toBe(10_000)
    expect(scoreOf(records(0, 4, place('a', 50, 20)))).toBe(0)
    expect(scoreOf(records(4, 0, place('a', null, null)))).toBeNull()
  })

  test('says how many records it counted, and does not move with the weights', () => {
    const moved = (weights?: Record<string, number>) => assess(moving, [records(3, 2)], weights)[0]?.points.slice(2)

    expect(moved()).toMatchObject([
      { indicator: 'award', numerator: 3, earned: 150, each: 0.5, atMost: 2 },
      { indicator: 'escalated', numerator: 2, earned: -200, each: -1, atMost: 5 },
    ])
    expect(moved({ covered: 0 })).toEqual(moved())
  })

  test('moves ranks', () => {
    const ranks = assess(moving, [records(0, 1), records(1, 0, place('b', 75, 5))]).map(({ code, rank }) => [code, rank])

    expect(ranks).toEqual([
      ['b', 1],
      ['a', 2],
    ])
  })

  test('is refused where it moves nothing or stands as an item too', () => {
    const wrong = { ...scheme, adjustments: [{ indicator: 'covered', each: 0, atMost: 1 }] }

    expect(schemeFaults(wrong, () => true)).toEqual(['year: covered adds and takes nothing', 'year: an indicator stands twice'])
  })
})

describe('standings', () => {
  const places = [place('a', 100, 0), place('b', 90, 2), place('c', 90, 2), place('d', 60, 10), place('e', 100, 0, 9)]

  test('are the best first, equals share a rank, the small come last without one', () => {
    expect(assess(scheme, places).map(({ code, rank, tier }) => [code, rank, tier])).toEqual([
      ['a', 1, 1],
      ['b', 2, 2],
      ['c', 2, 2],
      ['d', 4, 3],
      ['e', null, null],
    ])
  })

  test('by points each place has its tier for itself', () => {
    const byPoints = { ...scheme, tiers: { by: 'points', from: [90, 70, 0] } } as const

    expect(assess(byPoints, places).map(({ tier }) => tier)).toEqual([1, 2, 2, 3, null])
  })

  test('move with other weights, and the scheme stays as it is', () => {
    const swapped = [place('a', 100, 20), place('b', 50, 0)]

    expect(assess(scheme, swapped).map(({ code }) => code)).toEqual(['a', 'b'])
    expect(assess(scheme, swapped, { covered: 10, overdue: 90 }).map(({ code }) => code)).toEqual(['b', 'a'])
    expect(assess(scheme, swapped).map(({ code }) => code)).toEqual(['a', 'b'])
  })
})

describe('places of one size', () => {
  const bands = [
    { code: 'small', zh: '小', en: 'Small', from: 0 },
    { code: 'middle', zh: '中', en: 'Middle', from: 100 },
    { code: 'large', zh: '大', en: 'Large', from: 300 },
  ]
  const banded = { ...scheme, sizeBands: bands }
  const ofAllSizes = [
    place('a', 100, 0, 99),
    place('b', 60, 10, 100),
    place('c', 50, 20, 299),
    place('d', 55, 5, 300),
    place('e', 100, 0, 9),
  ]
  const shown = (weights?: Record<string, number>) =>
    assess(banded, ofAllSizes, weights).map(({ code, sizeBand, rank, ranked, tier }) => [code, sizeBand?.code, rank, ranked, tier])

  test('are ranked among themselves, the largest first, and their tiers are of their own number', () => {
    expect(shown()).toEqual([
      ['d', 'large', 1, 1, 1],
      ['b', 'middle', 1, 2, 1],
      ['c', 'middle', 2, 2, 3],
      ['a', 'small', 1, 1, 1],
      ['e', 'small', null, 1, null],
    ])
  })

  test('move within their band with other weights, never out of it', () => {
    const swapped = [place('a', 100, 20, 150), place('b', 50, 0, 150), place('c', 100, 0, 20)]
    const codes = (weights?: Record<string, number>) => assess(banded, swapped, weights).map(({ code }) => code)

    expect(codes()).toEqual(['a', 'b', 'c'])
    expect(codes({ covered: 10, overdue: 90 })).toEqual(['b', 'a', 'c'])
  })

  test('stand in no band and beside all where the scheme has none', () => {
    expect(assess(scheme, ofAllSizes).every(({ sizeBand, ranked }) => sizeBand === null && ranked === 4)).toBe(true)
  })
})

describe('a streak', () => {
  const tiers = new Map<number, number | null>([
    [2021, 1],
    [2022, 2],
    [2023, 1],
    [2024, 1],
  ])

  test.each([
    [2024, 2],
    [2022, 0],
    [2021, 1],
    [2025, 0],
  ])('up to %d is %d years', (year, years) => {
    expect(streakOf(tiers, year)).toBe(years)
  })
})

describe('schemes', () => {
  test('of the own region come before those of all, those of other regions not at all', () => {
    const own = { ...scheme, code: 'own', region: '50' }
    const other = { ...scheme, code: 'other', region: '44' }

    expect(schemesFor([scheme, own, other], '500112000000', 2025).map(({ code }) => code)).toEqual(['own', 'year'])
    expect(schemesFor([scheme], '500112000000', 2018)).toEqual([])
  })

  test('say what is wrong with them', () => {
    const [first] = scheme.items
    if (!first) throw new Error('no item')
    const wrong = { ...scheme, items: [first, { ...first, floor: 1, target: 1 }], tiers: { by: 'rank', upTo: [70, 30, 100] } } as const

    expect(schemeFaults(wrong, () => false)).toHaveLength(6)
    expect(schemeFaults(scheme, () => true)).toEqual([])
  })

  const steps = (...given: [number, number][]) => given.map(([reaches, percent]) => ({ reaches, percent }))

  test.each([
    ['rise again', 'higher', steps([90, 100], [95, 50])],
    ['repeat', 'higher', steps([90, 100], [90, 50])],
    ['stay as they were', 'lower', steps([5, 100], [10, 100])],
    ['never earn all', 'lower', steps([5, 80], [10, 50])],
    ['earn nothing', 'higher', steps([90, 100], [80, 0])],
  ] as const)('are refused where steps %s', (_what, better, given) => {
    const [first, second] = scheme.items
    if (!first || !second) throw new Error('no items')
    const wrong = { ...scheme, items: [{ indicator: 'covered', weight: 60, better, steps: given }, second] }

    expect(schemeFaults(wrong, () => true)).toEqual(['year: the steps of covered do not go down from all of its weight'])
  })

  test.each([
    ['do not begin at none', 'the first band does not begin at 0 clients', [1, 100]],
    ['are not in order', 'the bands are not in order', [0, 300, 100]],
    ['repeat', 'the bands are not in order', [0, 100, 100]],
  ] as const)('are refused where bands %s', (_what, fault, froms) => {
    const sizeBands = froms.map((from, at) => ({ code: `b${at}`, zh: '组', en: 'Band', from }))

    expect(schemeFaults({ ...scheme, sizeBands }, () => true)).toEqual([`year: ${fault}`])
  })
})
