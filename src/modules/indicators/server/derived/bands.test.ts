import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../../test/database/clone.ts'
import { type ToldFact, tellFacts, wholeNation } from '../../../../../test/figures/told-facts.ts'
import { waitUntilSettled } from '../../../../../test/figures/wait-until-settled.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import { BANDS, loadDivisions } from '../../../network/index.ts'
import { definitions } from '../definitions.ts'
import { inOneSnapshot } from '../figures.ts'
import { foldOnce } from '../fold.ts'
import { readKnownFigure } from '../known-figures.ts'
import { readFigure } from '../read-figure.ts'
import { rebuild } from '../rebuild.ts'

const [province, city, county, township] = ['440000000000', '440100000000', '440103000000', '440103002000'] as const
const villages = ['440103002101', '440103002102', '440103002103', '440103001101'] as const
const units = [...villages, `${villages[0]}-2`, `${villages[1]}-3`, township, county]
const places = [province, city, county, township, villages[0]] as const
const periods = [
  ['2026-01-01', '2026-06-30'],
  ['2025-03-10', '2026-02-12'],
  ['2026-02-10', '2026-02-19'],
  ['2024-01-01', '2025-12-31'],
] as const

type IsIn = (clients: number) => boolean
const isMiddle: IsIn = (clients) => clients >= BANDS.middle.from && clients < BANDS.middle.below
const isLarge: IsIn = (clients) => clients >= BANDS.large.from
const counted: Readonly<Record<string, readonly [kind: string, isIn: IsIn]>> = {
  middleBandStations: ['unit.open', isMiddle],
  middleBandModelUnits: ['unit.accredited', isMiddle],
  largeBandStations: ['unit.open', isLarge],
  largeBandModelUnits: ['unit.accredited', isLarge],
}
const codes = Object.keys(counted)

/** As anyone would count them: village after village, going through every fact. */
function byHand(facts: readonly ToldFact[], code: string, { place, to }: { place: string; to: string }): number {
  const [kind, isIn] = counted[code] ?? ['', () => false]
  const { lo, hi } = rangeOf(place as RegionCode)
  const sum = (village: string, of: string): number =>
    facts
      .filter((fact) => fact.kind === of && fact.unit.slice(0, 12) === village && fact.on <= to)
      .reduce((so, { quantity }) => so + quantity, 0)
  const here = villages.filter((village) => village >= lo && village < hi)
  return here.filter((village) => sum(village, kind) > 0 && isIn(sum(village, 'person.registered'))).length
}

const DIMENSIONS: Readonly<Record<string, Record<string, string>>> = {
  'unit.open': { kind: 'station', tier: 'village' },
  'unit.accredited': { scheme: 'nationalModel', level: '0', tier: 'village' },
}

const day = fc
  .tuple(fc.integer({ min: 2023, max: 2026 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, on]) => `${year}-0${month}-${String(on).padStart(2, '0')}`)

/** Around both ends of both bands, up and down again. */
const client = fc.record({ kind: fc.constant('person.registered'), quantity: fc.constantFrom(1, 99, 100, 101, 150, 200, -1, -99, -150) })
const award = fc.record({ kind: fc.constantFrom('unit.open', 'unit.accredited'), quantity: fc.constantFrom(1, 1, 2, -1) })
const fact = fc
  .record({ what: fc.oneof(client, award), unit: fc.constantFrom(...units), on: day })
  .map(
    ({ what: { kind, quantity }, unit, on }): ToldFact => ({ kind, unit, on, quantity, persons: [], dimensions: DIMENSIONS[kind] ?? {} }),
  )

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await loadDivisions(database.ownerPool, { regions: ['440103'] })
})
afterAll(() => database.close())

/** Nothing told, nothing folded, and a mark that a fold can go on from. */
async function forget(): Promise<void> {
  await withScope(database.ownerPool, wholeNation, 'write', (tx) =>
    tx.query('truncate spine.facts; truncate indicators.cells, indicators.presence, indicators.links'),
  )
  await rebuild(database.appPool)
}

async function foldAll(): Promise<void> {
  await waitUntilSettled(database.appPool)
  expect(await foldOnce(database.appPool)).toBeGreaterThan(0)
}

interface Asked {
  readonly place: string
  readonly from: string
  readonly to: string
  readonly by?: 'none' | 'children'
  readonly before?: string
}

/** As a reader of that very place asks. */
const ask = ({ place, from, to, by = 'none', before }: Asked): Promise<Record<string, number | null>> =>
  withScope(database.appPool, rangeOf(place as RegionCode), 'read', async (tx) => {
    await inOneSnapshot(tx)
    const asked = { codes, place: place as RegionCode, period: { from: from as PlainDate, to: to as PlainDate }, by, compare: false }
    const rows = await (before === undefined ? readFigure(tx, asked) : readKnownFigure(tx, { ...asked, before }))
    return Object.fromEntries(rows.map(({ code, key, value }) => [key === '' ? code : `${code} ${key}`, value]))
  })

async function expectByHand(facts: readonly ToldFact[], before?: string): Promise<void> {
  for (const place of places) {
    for (const [from, to] of periods) {
      const said = await ask({ place, from, to, ...(before === undefined ? {} : { before }) })
      const expected = Object.fromEntries(codes.map((code) => [code, byHand(facts, code, { place, to })]))
      expect({ place, from, to, said }).toEqual({ place, from, to, said: expected })
    }
  }
}

const histories = fc.sample(fc.array(fact, { minLength: 60, maxLength: 100 }), { numRuns: 4, seed: 20_261_130 })

test.each(histories.map((facts, at) => [at, facts] as const))(
  '%i: villages in a band are those counted by hand: not folded, half folded, folded, made anew, and as of before',
  async (_, facts) => {
    await forget()
    const half = facts.slice(0, facts.length / 2)

    await tellFacts(database.appPool, half)
    await expectByHand(half)
    await foldAll()
    await expectByHand(half)
    await sleep(2)
    const before = new Date().toISOString()
    await tellFacts(database.appPool, facts.slice(half.length))
    await expectByHand(facts)
    await expectByHand(half, before)
    await foldAll()
    await expectByHand(facts)
    await expectByHand(half, before)
    await rebuild(database.ownerPool)
    await expectByHand(facts)
  },
  60_000,
)

test('the histories come into every band and leave it again', () => {
  const at = (facts: readonly ToldFact[], code: string) => periods.map(([, to]) => byHand(facts, code, { place: province, to }))

  for (const code of codes) {
    const found = histories.map((facts) => at(facts, code))
    expect(found.flat().some((places) => places > 0)).toBe(true)
    expect(found.some((places) => new Set(places).size > 1)).toBe(true)
  }
})

test('the places below share them out; a place’s own unit is no village, but a village’s is', async () => {
  const facts = histories[0] ?? []
  await forget()
  await tellFacts(database.appPool, facts)
  await foldAll()
  const [from, to] = periods[0]

  for (const place of [county, township]) {
    const below = await ask({ place, from, to, by: 'children' })
    const whole = await ask({ place, from, to })
    for (const code of codes) {
      const parts = Object.entries(below).flatMap(([key, value]) => (key.startsWith(`${code} `) ? [value ?? 0] : []))
      expect({ code, sum: parts.reduce((sum, part) => sum + part, 0), own: below[`${code} own`] }).toEqual({
        code,
        sum: whole[code],
        own: 0,
      })
    }
  }
  const own = await ask({ place: villages[0], from, to, by: 'children' })
  expect(own).toEqual(Object.fromEntries(codes.map((code) => [`${code} own`, byHand(facts, code, { place: villages[0], to })])))
})

test('the cells say how large a village was, of every indicator that a band is asked of', async () => {
  await forget()
  const kinds = ['person.registered', 'unit.open', 'unit.accredited', 'contact.due', 'visit.goodsFen']
  const facts = kinds.map((kind): ToldFact => ({ kind, unit: villages[0], on: '2026-01-05', quantity: 120, persons: [], dimensions: {} }))
  await tellFacts(database.appPool, facts)
  await foldAll()

  const { rows } = await withScope(database.appPool, wholeNation, 'read', (tx) =>
    tx.query<{ measure: string; digits: number }>('select measure, digits from indicators.cells where digits is not null'),
  )
  const asked = definitions.flatMap(({ formula }) => (formula.form === 'places' && formula.having ? [formula.having.of] : []))
  expect(rows).toEqual([...new Set(asked)].map((measure) => ({ measure, digits: 3 })))
})
