import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, type PlainDate } from '../../../../kernel/plain-date.ts'
import { Scheme } from '../../contract-schemes.ts'
import { diffSchemes } from './diff-schemes.ts'
import { schemeFor } from './scheme.ts'
import { type Claim, changedItems, drawSheet } from './score.ts'
import { countedHalfYears, serviceTime } from './service-time.ts'

const scheme = Scheme.parse(JSON.parse(readFileSync(new URL('../../../../../data/placement/scheme-2018.json', import.meta.url), 'utf8')))

const ENLISTED = '2004-12-01' as PlainDate
const spell = (leavingOn: string, enlistedOn: string = ENLISTED) => ({
  enlistedOn: enlistedOn as PlainDate,
  leavingOn: leavingOn as PlainDate,
  evidence: '入伍批准书',
})
const claim = (item: string, quantity = 1): Claim => ({ item, quantity, evidence: '奖励登记表' })

const totalOf = (leavingOn: string, claims: readonly Claim[] = []): number => {
  const drawn = drawSheet(scheme, spell(leavingOn), claims)
  if (!drawn.ok) throw new Error(drawn.refusal.code)
  return drawn.value.total
}

describe('the score of 2018', () => {
  test('16 years, two commendations, one third-class merit and duty grade 8 are 73.0', () => {
    const claims = [claim('reward.peacetime.commendation', 2), claim('reward.peacetime.thirdClassMerit'), claim('disability.duty.grade8')]

    const drawn = drawSheet(scheme, spell('2020-12-01'), claims)

    expect(drawn).toMatchObject({ ok: true, value: { total: 7300 } })
    expect(drawn.ok && drawn.value.lines.map(({ item, quantity, points }) => [item, quantity, points])).toEqual([
      ['service.upTo12Years', 24, 3600],
      ['service.beyond12Years', 8, 1600],
      ['reward.peacetime.commendation', 2, 100],
      ['reward.peacetime.thirdClassMerit', 1, 1000],
      ['disability.duty.grade8', 1, 1000],
    ])
  })

  test.each([
    ['twelve years', '2016-12-01', 3600],
    ['twelve years and a day: half a year at four', '2016-12-02', 3800],
    ['twelve years and six months: still half a year', '2017-06-01', 3800],
    ['twelve years, six months and a day: a whole year', '2017-06-02', 4000],
    ['twelve years and eleven months', '2017-11-01', 4000],
    ['a day short of two years', '2006-11-30', 600],
    ['five months', '2005-05-01', 150],
    ['sixteen years', '2020-12-01', 5200],
  ])('%s', (_, leavingOn, total) => {
    expect(totalOf(leavingOn)).toBe(total)
  })

  test('hardship is counted in whole hundredths, from a year on', () => {
    expect(totalOf('2016-12-01', [claim('hardship.area.class1', 13)])).toBe(3600 + 65)
    expect(drawSheet(scheme, spell('2016-12-01'), [claim('hardship.area.class1', 11)])).toEqual({
      ok: false,
      refusal: { code: 'too-short', item: 'hardship.area.class1', atLeast: 12 },
    })
  })

  test.each([
    ['an item that the table does not have', [claim('reward.peacetime.medal')], { code: 'no-such-item', item: 'reward.peacetime.medal' }],
    ['service as a claim', [claim('service.upTo12Years', 2)], { code: 'service-is-counted', item: 'service.upTo12Years' }],
    [
      'an item twice',
      [claim('reward.peacetime.commendation'), claim('reward.peacetime.commendation')],
      { code: 'item-twice', item: 'reward.peacetime.commendation' },
    ],
    ['two disabilities', [claim('disability.war.grade8'), claim('disability.duty.grade8')], { code: 'one-of-group', group: 'disability' }],
    ['a disability twice over', [claim('disability.war.grade8', 2)], { code: 'more-than-once', item: 'disability.war.grade8' }],
  ])('%s draws no sheet', (_, claims, refusal) => {
    expect(drawSheet(scheme, spell('2016-12-01'), claims)).toEqual({ ok: false, refusal })
  })

  test('who left before enlisting is not scored', () => {
    expect(drawSheet(scheme, spell('2004-11-30'), [])).toEqual({ ok: false, refusal: { code: 'left-before-enlisting' } })
  })
})

const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('1990-03-01' as PlainDate, days))

describe('service time', () => {
  test('a longer service never counts less, and no longer than rounded up', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 0, max: 500 }), (from, days, more) => {
        const shorter = countedHalfYears(serviceTime(from, addDays(from, days)), scheme.service)
        const longer = countedHalfYears(serviceTime(from, addDays(from, days + more)), scheme.service)
        expect(longer).toBeGreaterThanOrEqual(shorter)
      }),
    )
  })

  test('full months lie between the two days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 12_000 }), (from, days) => {
        const to = addDays(from, days)
        const { months, hasRest } = serviceTime(from, to)
        expect(addMonths(from, months) <= to).toBe(true)
        expect(addMonths(from, months + 1) > to).toBe(true)
        expect(hasRest).toBe(addMonths(from, months) !== to)
      }),
    )
  })
})

describe('a sheet', () => {
  const claims = fc
    .uniqueArray(fc.constantFrom(...scheme.items.filter(({ group }) => group !== 'service' && group !== 'disability')), {
      selector: ({ code }) => code,
    })
    .chain((items) =>
      fc.tuple(...items.map((item) => fc.integer({ min: item.atLeast ?? 1, max: 300 }).map((quantity) => claim(item.code, quantity)))),
    )

  test('is the sum of its lines, whatever the order of the claims', () => {
    fc.assert(
      fc.property(claims, (given) => {
        const drawn = drawSheet(scheme, spell('2020-12-01'), given)
        const turned = drawSheet(scheme, spell('2020-12-01'), given.toReversed())
        if (!drawn.ok || !turned.ok) throw new Error('not drawn')
        expect(drawn.value.total).toBe(drawn.value.lines.reduce((sum, { points }) => sum + points, 0))
        expect(turned.value.total).toBe(drawn.value.total)
        expect(changedItems(drawn.value.lines, turned.value.lines)).toEqual([])
      }),
    )
  })

  test('a line that changes is the only one that is said to have', () => {
    const before = drawSheet(scheme, spell('2020-12-01'), [
      claim('reward.peacetime.commendation', 2),
      claim('reward.peacetime.thirdClassMerit'),
    ])
    const after = drawSheet(scheme, spell('2020-12-01'), [
      claim('reward.peacetime.commendation', 3),
      claim('reward.peacetime.thirdClassMerit'),
    ])
    if (!before.ok || !after.ok) throw new Error('not drawn')

    expect(changedItems(before.value.lines, after.value.lines)).toEqual(['reward.peacetime.commendation'])
    expect(changedItems(before.value.lines, [])).toEqual(before.value.lines.map(({ item }) => item))
  })
})

describe('versions of the table', () => {
  const next: Scheme = {
    ...scheme,
    version: '2023',
    leavingFrom: '2022-12-01' as PlainDate,
    leavingTo: null,
    items: [
      ...scheme.items
        .filter(({ code }) => code !== 'service.combat')
        .map((item) => (item.code === 'commended.cmc' ? { ...item, points: 2500 } : item)),
      { code: 'rank.sergeantMajor', group: 'special', zh: '军士长', points: 200, unit: 'once' },
    ],
  }

  test.each([
    ['2017-12-31', undefined],
    ['2018-01-01', '2018'],
    ['2022-11-30', '2018'],
    ['2022-12-01', '2023'],
  ])('who leaves on %s is scored by %s', (leavingOn, version) => {
    expect(schemeFor([scheme, next], leavingOn as PlainDate)?.version).toBe(version)
  })

  test('the difference is what was added, removed and changed', () => {
    const { added, removed, changed, isServiceChanged } = diffSchemes(scheme, next)

    expect([added, removed].map((items) => items.map(({ code }) => code))).toEqual([['rank.sergeantMajor'], ['service.combat']])
    expect(changed.map(({ before, after }) => [before.code, before.points, after.points])).toEqual([['commended.cmc', 2000, 2500]])
    expect(isServiceChanged).toBe(false)
    expect(diffSchemes(scheme, scheme)).toEqual({ added: [], removed: [], changed: [], isServiceChanged: false })
  })

  test('a table without its service items, or with an item twice, is none', () => {
    expect(Scheme.safeParse({ ...scheme, items: scheme.items.slice(1) }).success).toBe(false)
    expect(Scheme.safeParse({ ...scheme, items: [...scheme.items, ...scheme.items.slice(0, 1)] }).success).toBe(false)
  })
})
