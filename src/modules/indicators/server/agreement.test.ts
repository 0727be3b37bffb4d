import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { type FiledIndicator, naiveFigure } from '../../../../test/figures/naive-figure.ts'
import { tellFacts, type ToldFact, wholeNation } from '../../../../test/figures/told-facts.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { rangeOf, type RegionCode } from '../../../kernel/region-code.ts'
import { withScope } from '../../../platform/database/scope.ts'
import { loadDivisions } from '../../network/index.ts'
import { listFigureRows } from './figure-rows.ts'
import { inOneSnapshot } from './figures.ts'
import { foldOnce } from './fold.ts'
import { readFigure } from './read-figure.ts'
import { rebuild } from './rebuild.ts'

const folder = new URL('../../../../data/indicators/', import.meta.url)
const indicators: FiledIndicator[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { indicators: FiledIndicator[] }).indicators)
const codes = indicators.map(({ code }) => code)

/** One of each tier, and a sibling that shares nothing below the county. */
const [province, city, county, township, village] = ['440000000000', '440100000000', '440103000000', '440103001000', '440103001001']
const places = ['000000000000', province, city, county, township, village, '440103002000']
const units = [province, city, county, township, village, `${village}-2`, '440103001002', '440103002002']
const persons = Array.from({ length: 12 }, (_, at) => `0198a000-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`)

const whole = { from: '2025-11-01', to: '2026-06-30' }
const periods = [
  whole,
  { from: '2026-06-01', to: '2026-06-30' },
  { from: '2026-06-10', to: '2026-06-10' },
  { from: '2026-01-15', to: '2026-04-20' },
  { from: '2026-05-01', to: '2026-06-12' },
] as { from: PlainDate; to: PlainDate }[]

const SUBJECTS: readonly { kind: string; dimensions: Record<string, string>; people: boolean }[] = [
  { kind: 'visit.done', dimensions: { reason: 'routine', way: 'home' }, people: true },
  { kind: 'visit.done', dimensions: { reason: 'armyDay', way: 'phone' }, people: true },
  { kind: 'delivery.made', dimensions: { delivery: 'job' }, people: true },
  { kind: 'visit.goodsFen', dimensions: {}, people: false },
  { kind: 'person.registered', dimensions: { sex: 'male' }, people: true },
  { kind: 'person.captured', dimensions: { sex: 'female' }, people: true },
  { kind: 'identity.held', dimensions: { class: 'DIS' }, people: true },
  { kind: 'file.complete', dimensions: {}, people: true },
  { kind: 'duplicate.suspected', dimensions: {}, people: true },
  { kind: 'contact.due', dimensions: {}, people: true },
  { kind: 'unit.open', dimensions: { kind: 'station', tier: 'village' }, people: false },
  { kind: 'unit.open', dimensions: { kind: 'postHouse', tier: 'township' }, people: false },
  { kind: 'place.exists', dimensions: { tier: 'village' }, people: false },
  { kind: 'place.covered', dimensions: { tier: 'village' }, people: false },
  { kind: 'staff.post', dimensions: { postType: 'fullTime' }, people: false },
  { kind: 'staff.post', dimensions: { postType: 'partTime' }, people: false },
]

const day = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, on]) => `${month < 2 ? 2025 : 2026}-${String(month < 2 ? month + 11 : month - 1).padStart(2, '0')}-${String(on).padStart(2, '0')}`)

const fact: fc.Arbitrary<ToldFact> = fc
  .record({
    subject: fc.constantFrom(...SUBJECTS),
    unit: fc.constantFrom(...units),
    on: day,
    quantity: fc.constantFrom(1, 1, 1, 2, -1),
    persons: fc.uniqueArray(fc.constantFrom(...persons), { minLength: 1, maxLength: 3 }),
  })
  .map(({ subject, persons: seen, ...rest }) => ({ ...rest, kind: subject.kind, dimensions: subject.dimensions, persons: subject.people ? seen : [] }))

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await loadDivisions(database.ownerPool, { regions: ['440103'] })
})

afterAll(() => database.close())

/** Empties the store and the facts: each history begins with nothing. */
const forget = () =>
  withScope(database.ownerPool, wholeNation, 'write', (tx) =>
    tx.query(`truncate spine.facts; truncate indicators.cells, indicators.presence, indicators.links`),
  )

interface Asked {
  readonly place: string
  readonly period: { from: PlainDate; to: PlainDate }
  readonly by: 'none' | 'children' | 'month'
}

/** As a reader of that very place asks. */
const ask = ({ place, period, by }: Asked) =>
  withScope(database.appPool, rangeOf(place as RegionCode), 'read', async (tx) => {
    await inOneSnapshot(tx)
    return readFigure(tx, { codes, place: place as RegionCode, period, by, compare: false })
  })

const byCode = (rows: readonly { code: string; key: string; value: number | null }[]) => new Map(rows.map((row) => [`${row.code} ${row.key}`, row.value]))

/** Every indicator at every tier and period as the store says it equals what is counted by hand. */
async function expectAgreement(facts: readonly ToldFact[]): Promise<void> {
  for (const place of places) {
    for (const period of periods) {
      const said = byCode(await ask({ place, period, by: 'none' }))
      const counted = new Map(codes.map((code) => [`${code} `, naiveFigure(facts, indicators, { code, place, ...period })]))
      expect({ place, period, said }).toEqual({ place, period, said: counted })
    }
  }
}

describe('figures', () => {
  test('agree with a count by hand for any history: unfolded, half folded, folded, made anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fact, { minLength: 1, maxLength: 40 }), fc.array(fact, { minLength: 1, maxLength: 20 }), async (early, late) => {
        await forget()
        await rebuild(database.appPool)

        await tellFacts(database.appPool, early)
        await expectAgreement(early)
        await foldOnce(database.appPool)
        await expectAgreement(early)
        await tellFacts(database.appPool, late)
        await expectAgreement([...early, ...late])
        await foldOnce(database.appPool)
        await expectAgreement([...early, ...late])
        await rebuild(database.appPool)
        await expectAgreement([...early, ...late])
      }),
      { numRuns: 6 },
    )
  })
})
