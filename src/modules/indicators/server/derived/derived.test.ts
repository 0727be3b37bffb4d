import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../../test/database/clone.ts'
import { naiveDerived } from '../../../../../test/figures/naive-derived.ts'
import type { FiledIndicator } from '../../../../../test/figures/naive-figure.ts'
import { type ToldFact, tellFacts, wholeNation } from '../../../../../test/figures/told-facts.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import { loadDivisions } from '../../../network/index.ts'
import { listFigureRows } from '../figure-rows.ts'
import { inOneSnapshot } from '../figures.ts'
import { foldOnce } from '../fold.ts'
import { readKnownFigure } from '../known-figures.ts'
import { readFigure } from '../read-figure.ts'
import { rebuild } from '../rebuild.ts'

const folder = new URL('../../../../../data/indicators/', import.meta.url)
const indicators: FiledIndicator[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { indicators: FiledIndicator[] }).indicators)

const KEYED = ['first', 'span', 'streak', 'months', 'parts', 'places', 'peak']
const keyed = indicators.filter(({ formula }) => KEYED.includes(formula.form) && !('having' in formula)).map(({ code }) => code)

const [province, city, county, village] = ['440000000000', '440100000000', '440103000000', '440103001001'] as const
const units = [province, city, county, '440103001000', village, `${village}-2`, '440103001002', '440106000000']
const periods = [
  ['2026-01-01', '2026-06-30'],
  ['2025-03-10', '2026-06-12'],
  ['2024-01-01', '2025-12-31'],
] as const

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await loadDivisions(database.ownerPool, { regions: ['440103'] })
})
afterAll(() => database.close())

interface Asked {
  readonly codes: readonly string[]
  readonly place: string
  readonly from: string
  readonly to: string
  readonly by?: 'none' | 'children' | 'month'
}

const periodOf = ({ from, to }: { from: string; to: string }) => ({ from, to }) as { from: PlainDate; to: PlainDate }

/** As a reader of that very place asks. */
async function ask({ codes, place, by = 'none', ...window }: Asked): Promise<Record<string, number | null>> {
  const rows = await withScope(database.appPool, rangeOf(place as RegionCode), 'read', async (tx) => {
    await inOneSnapshot(tx)
    return await readFigure(tx, { codes, place: place as RegionCode, period: periodOf(window), by, compare: false })
  })
  return Object.fromEntries(rows.map(({ code, key, value }) => [key === '' ? code : `${code} ${key}`, value]))
}

async function forget(): Promise<void> {
  await withScope(database.ownerPool, wholeNation, 'write', (tx) =>
    tx.query(`truncate spine.facts; truncate indicators.cells, indicators.presence, indicators.links`),
  )
  // Without a mark of these definitions a fold takes nothing.
  await rebuild(database.appPool)
}

const told = (kind: string, unit: string, on: string, more: { quantity?: number; dimensions?: Record<string, string> } = {}): ToldFact => ({
  kind,
  unit,
  on,
  quantity: more.quantity ?? 1,
  persons: [],
  dimensions: more.dimensions ?? {},
})

describe('for any history', () => {
  const SUBJECTS: readonly (readonly [string, Record<string, string>])[] = [
    ['work.bureauFounded', { level: 'city' }],
    ['unit.open', { kind: 'station', tier: 'village' }],
    ['unit.open', { kind: 'centre', tier: 'county' }],
    ['work.standardRaised', {}],
    ['work.fund', { type: 'care', raised: 'social' }],
    ['work.fundsPaid', { class: 'disabled' }],
    ['work.fundsPaid', { class: 'survivors' }],
    ['work.fundsPaid', {}],
    ['work.placementWay', { way: 'points' }],
    ['work.pilotArea', {}],
    ['work.contest', { level: 'national', stage: 'final', host: 'yes' }],
    ['work.contestEdition', { level: 'national', stage: 'final', host: 'yes' }],
    ['work.subsidyRateAmount', { type: 'hiring' }],
    ['work.patrol', {}],
    ['work.course', { mode: 'skills' }],
  ]
  const day = fc
    .tuple(fc.integer({ min: 2022, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, on]) => `${year}-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}`)
  const fact = fc
    .record({
      subject: fc.constantFrom(...SUBJECTS),
      unit: fc.constantFrom(...units),
      on: day,
      quantity: fc.constantFrom(1, 1, 1, 2, 3, -1),
    })
    .map(({ subject: [kind, dimensions], unit, on, quantity }) => told(kind, unit, on, { quantity, dimensions }))
  const history = fc.sample(fc.array(fact, { minLength: 40, maxLength: 120 }), { numRuns: 3, seed: 20_261_129 })

  test.each(history.map((facts, at) => [at, facts] as const))('%i: they are what a plain loop finds, folded or not', async (_, facts) => {
    await forget()
    await tellFacts(database.appPool, facts)
    const check = async () => {
      for (const place of [province, city, county, village]) {
        for (const [from, to] of periods) {
          const expected = keyed.map((code) => [code, naiveDerived(facts, indicators, { code, place, from, to })])
          expect({ place, to, said: await ask({ codes: keyed, place, from, to }) }).toEqual({
            place,
            to,
            said: Object.fromEntries(expected),
          })
        }
      }
    }
    await check()
    await foldOnce(database.appPool)
    await check()
  })

  test('every form is asked for, and comes to something', () => {
    const facts = history.flat()
    const found = keyed.filter(
      (code) => (naiveDerived(facts, indicators, { code, place: province, from: '2022-01-01', to: '2026-12-31' }) ?? 0) > 0,
    )
    const forms = new Set(found.map((code) => indicators.find((one) => one.code === code)?.formula.form))

    expect([...forms].toSorted()).toEqual(KEYED.toSorted())
  })
})

describe('what the reports say', () => {
  const h1 = { from: '2024-01-01', to: '2024-06-30' }

  test('a bureau is as old as its own founding, not as the first below it; a span is in whole years', async () => {
    await forget()
    await tellFacts(database.appPool, [
      told('work.bureauFounded', county, '2018-12-01'),
      told('work.bureauFounded', city, '2019-01-30'),
      told('unit.open', county, '2019-02-01', { dimensions: { kind: 'centre', tier: 'county' } }),
    ])
    const codes = ['bureauFoundedOn', 'networkYears']

    expect(await ask({ codes, place: city, ...h1 })).toEqual({ bureauFoundedOn: 20_190_130, networkYears: 5 })
    expect(await ask({ codes, place: city, from: '2019-01-01', to: '2020-01-31' })).toMatchObject({ networkYears: 0 })
    expect(await ask({ codes, place: city, by: 'children', ...h1 })).toMatchObject({
      [`bureauFoundedOn ${county}`]: 20_181_201,
      'bureauFoundedOn own': 20_190_130,
    })
    expect(await ask({ codes, place: city, from: '2018-01-01', to: '2018-11-30' })).toEqual({ bureauFoundedOn: null, networkYears: null })
  })

  test('a streak breaks at a year without; the year that is not over breaks none', async () => {
    await forget()
    await tellFacts(
      database.appPool,
      [2019, 2021, 2022, 2023].map((year) => told('work.standardRaised', city, `${year}-08-01`)),
    )
    const streak = async (to: string) =>
      (await ask({ codes: ['raisedStandardYears'], place: city, from: '2024-01-01', to }))['raisedStandardYears']

    expect(await streak('2024-06-30')).toBe(3)
    expect(await streak('2024-12-31')).toBe(0)
  })

  test('two duty days a week, a patrol round a month', async () => {
    await forget()
    const days = Array.from({ length: 52 }, (_, at) =>
      told('work.dutyDayDays', county, `2024-0${1 + Math.floor(at / 9)}-${String(1 + (at % 9)).padStart(2, '0')}`),
    )
    const patrols = [1, 2, 3, 4, 5, 6].flatMap((month) =>
      [3, 17].map((on) => told('work.patrol', county, `2024-0${month}-${String(on).padStart(2, '0')}`)),
    )
    await tellFacts(database.appPool, [...days, ...patrols])

    const said = await ask({ codes: ['dutyDaysAWeek', 'patrolMonths', 'patrolRoundsAMonth'], place: county, ...h1 })
    expect(said).toEqual({ dutyDaysAWeek: 2, patrolMonths: 6, patrolRoundsAMonth: 1 })
  })

  test('villages are counted by their band of clients: its lower end within, its upper end outside', async () => {
    await forget()
    const sizes = [99, 100, 299, 300]
    const places = sizes.map((_, at) => `44010300100${at + 1}`)
    await tellFacts(
      database.appPool,
      places.flatMap((unit, at) => [
        told('unit.open', unit, '2020-01-01', { dimensions: { kind: 'station', tier: 'village' } }),
        told('person.registered', unit, '2020-01-01', { quantity: sizes[at] ?? 0 }),
        ...(at === 1 || at === 3
          ? [told('unit.accredited', unit, '2021-01-01', { dimensions: { scheme: 'nationalModel', level: '0', tier: 'village' } })]
          : []),
      ]),
    )
    const codes = [
      'middleBandStations',
      'middleBandModelUnits',
      'middleBandModelShare',
      'largeBandStations',
      'modelDueUnits',
      'modelDueShare',
    ]

    expect(await ask({ codes, place: county, ...h1 })).toEqual({
      middleBandStations: 2,
      middleBandModelUnits: 1,
      middleBandModelShare: 50,
      largeBandStations: 1,
      modelDueUnits: 1,
      modelDueShare: 100,
    })
    expect(await ask({ codes: ['bandMiddleFrom', 'bandMiddleBelow', 'bandLargeFrom'], place: county, ...h1 })).toEqual({
      bandMiddleFrom: 100,
      bandMiddleBelow: 300,
      bandLargeFrom: 300,
    })
  })

  test('they are also said as they were known before an instant, and lead to rows', async () => {
    await forget()
    await tellFacts(database.appPool, [told('work.patrol', county, '2024-02-03'), told('work.patrol', county, '2024-03-03')])
    const known = (before: string) =>
      withScope(database.appPool, rangeOf(county as RegionCode), 'read', async (tx) => {
        await inOneSnapshot(tx)
        const asked = { codes: ['patrolMonths', 'patrolRoundsAMonth'], place: county as RegionCode, period: periodOf(h1), compare: false }
        return (await readKnownFigure(tx, { ...asked, by: 'none', before })).map(({ value }) => value)
      })

    expect(await known('2100-01-01T00:00:00+08:00')).toEqual([2, 2 / 6])
    expect(await known('2024-07-01T00:00:00+08:00')).toEqual([0, 0])
    const page = await withScope(database.appPool, rangeOf(county as RegionCode), 'read', async (tx) => {
      await inOneSnapshot(tx)
      return await listFigureRows(tx, {
        code: 'patrolMonths',
        place: county as RegionCode,
        period: periodOf(h1),
        part: 'numerator',
        limit: 10,
      })
    })
    expect(page).toMatchObject({ code: 'wPatrol', sum: 2 })
    expect(page.rows).toHaveLength(2)
  })
})
