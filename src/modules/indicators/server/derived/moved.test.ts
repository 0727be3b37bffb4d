import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../../test/database/clone.ts'
import { naiveDerived } from '../../../../../test/figures/naive-derived.ts'
import type { FiledIndicator } from '../../../../../test/figures/naive-figure.ts'
import { type ToldFact, tellFacts } from '../../../../../test/figures/told-facts.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import { withOwner, withScope } from '../../../../platform/database/scope.ts'
import { readOnToday } from '../boundaries.ts'
import { inOneSnapshot } from '../figures.ts'

const region = (code: string) => code as RegionCode
const [province, city, west, east] = ['990000000000', '990100000000', '990101000000', '990102000000'].map(region) as [
  RegionCode,
  RegionCode,
  RegionCode,
  RegionCode,
]
const FIRST = '-infinity'
const LAST = 'infinity'
const MOVED = '2026-03-01'

/** A county that went over to another city with its only village; a village that was split, whose past goes to the first of its heirs. */
const [lost, lostVillage, gained, gainedVillage] = ['990103000000', '990103001001', '990201000000', '990201001001'].map(region) as [
  RegionCode,
  RegionCode,
  RegionCode,
  RegionCode,
]
const [split, heir, other] = ['990102001001', '990101001002', '990102001003'].map(region) as [RegionCode, RegionCode, RegionCode]
const neighbour = region('990200000000')

const DIVISIONS: readonly (readonly [RegionCode, string, string, string, string])[] = [
  [province, 'province', '000000000000', FIRST, LAST],
  [city, 'city', province, FIRST, LAST],
  [neighbour, 'city', province, FIRST, LAST],
  [west, 'county', city, FIRST, LAST],
  [east, 'county', city, FIRST, LAST],
  [lost, 'county', city, FIRST, MOVED],
  [gained, 'county', neighbour, MOVED, LAST],
  [lostVillage, 'village', lost, FIRST, MOVED],
  [gainedVillage, 'village', gained, MOVED, LAST],
  [split, 'village', east, FIRST, MOVED],
  [heir, 'village', west, MOVED, LAST],
  [other, 'village', east, MOVED, LAST],
]
const CHANGES = [
  ['merge', lost, gained],
  ['merge', lostVillage, gainedVillage],
  ['split', split, heir],
  ['split', split, other],
] as const
const BELONGS: Readonly<Record<string, string>> = { [lost]: gained, [lostVillage]: gainedVillage, [split]: heir }

const folder = new URL('../../../../../data/indicators/', import.meta.url)
const indicators: FiledIndicator[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { indicators: FiledIndicator[] }).indicators)
const KEYED = ['first', 'span', 'streak', 'months', 'parts', 'places', 'peak']
const keyed = indicators.filter(({ formula }) => KEYED.includes(formula.form) && !('having' in formula)).map(({ code }) => code)

const SUBJECTS: readonly (readonly [string, Record<string, string>])[] = [
  ['work.bureauFounded', { level: 'city' }],
  ['unit.open', { kind: 'station', tier: 'village' }],
  ['unit.open', { kind: 'centre', tier: 'county' }],
  ['work.standardRaised', {}],
  ['work.fund', { type: 'care', raised: 'social' }],
  ['work.fundsPaid', { class: 'disabled' }],
  ['work.fundsPaid', { class: 'survivors' }],
  ['work.pilotArea', {}],
  ['work.subsidyRateAmount', { type: 'hiring' }],
  ['work.contest', { level: 'national', stage: 'final', host: 'yes' }],
  ['work.patrol', {}],
  ['work.course', { mode: 'skills' }],
]

const fact: fc.Arbitrary<ToldFact> = fc
  .record({
    subject: fc.constantFrom(...SUBJECTS),
    unit: fc.constantFrom(province, city, west, east, lost, lostVillage, split),
    year: fc.integer({ min: 2022, max: 2026 }),
    day: fc.integer({ min: 1, max: 28 }),
    quantity: fc.constantFrom(1, 1, 2, 3, -1),
  })
  .map(({ subject: [kind, dimensions], unit, year, day, quantity }) => ({
    kind,
    dimensions,
    unit,
    quantity,
    on: `${year}-02-${String(day).padStart(2, '0')}`,
    persons: [],
  }))
const facts = fc.sample(fact, { numRuns: 160, seed: 20_261_129 })

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await withOwner(database.ownerPool, async (tx) => {
    for (const division of DIVISIONS)
      await tx.query(
        `insert into network.divisions (code, tier, parent_code, valid_from, valid_to, name, short_name, pinyin, initials)
         values ($1, $2, $3, $4, $5, $1, $1, '', '')`,
        [...division],
      )
    for (const [kind, from, to] of CHANGES)
      await tx.query(
        `insert into network.division_changes (valid_on, kind, from_code, from_name, to_code, source, is_example) values ($1, $2, $3, $3, $4, '示例', true)`,
        [MOVED, kind, from, to],
      )
  })
  await tellFacts(database.appPool, facts)
})

afterAll(() => database.close())

async function onToday(place: RegionCode, byChildren: boolean): Promise<Record<string, number | null>> {
  const period = { from: '2025-01-01' as PlainDate, to: '2026-02-15' as PlainDate }
  const { rows } = await withScope(database.appPool, rangeOf(province), 'read', async (tx) => {
    await inOneSnapshot(tx)
    const asked = { codes: keyed, place, period, byChildren, on: '2026-06-10' as PlainDate, scope: rangeOf(province) }
    return await readOnToday(tx, asked)
  })
  return Object.fromEntries(rows.map(({ code, key, value }) => [`${code} ${key}`.trim(), value]))
}

/** As if everything had been recorded where it belongs now. */
const today = facts.map((one) => ({ ...one, unit: BELONGS[one.unit] ?? one.unit }))

const expected = (place: string) =>
  Object.fromEntries(keyed.map((code) => [code, naiveDerived(today, indicators, { code, place, from: '2025-01-01', to: '2026-02-15' })]))

test.each([province, city, neighbour, west, east, gained, gainedVillage, heir, other])(
  'what is derived at %s is of what belongs to it now',
  async (place) => {
    expect(await onToday(place, false)).toEqual(expected(place))
  },
)

test('and so are the places below, and the own unit of a place that was another', async () => {
  const said = await onToday(neighbour, true)
  const here = keyed.map((code) => [
    `${code} ${gained}`,
    naiveDerived(today, indicators, { code, place: gained, from: '2025-01-01', to: '2026-02-15' }),
  ])
  const own = await onToday(gained, true)

  expect(said).toMatchObject(Object.fromEntries(here))
  expect(own['trainingSince own']).toBe(
    naiveDerived(
      today.filter(({ unit }) => unit === gained),
      indicators,
      { code: 'trainingSince', place: gained, from: '2025-01-01', to: '2026-02-15' },
    ),
  )
  expect(own['trainingSince own']).not.toBeNull()
})
