import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { type FiledIndicator, naiveFigure } from '../../../../test/figures/naive-figure.ts'
import { type ToldFact, tellFacts, wholeNation } from '../../../../test/figures/told-facts.ts'
import { waitUntilSettled } from '../../../../test/figures/wait-until-settled.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts'
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
/** Of the others, and of shares of them, `derived.test.ts` speaks. */
const FORMS = ['sum', 'turnouts', 'distinct', 'stock', 'ratio']
const derived = new Set(indicators.filter(({ formula }) => !FORMS.includes(formula.form)).map(({ code }) => code))
const added = indicators.filter(({ code, formula }) => ![code, formula.over ?? '', formula.under ?? ''].some((one) => derived.has(one)))
const codes = added.map(({ code }) => code)

/** One of each tier, and a sibling that shares nothing below the county. */
const [province, city, county] = ['440000000000', '440100000000', '440103000000'] as const
const [township, village] = ['440103001000', '440103001001'] as const
const places = ['000000000000', province, city, county, township, village, '440103002000']
const units = [province, city, county, township, village, `${village}-2`, '440103001002', '440103002002']
const persons = Array.from({ length: 12 }, (_, at) => `0198a000-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`)

const whole = { from: '2025-11-01', to: '2026-06-30' } as { from: PlainDate; to: PlainDate }
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
  { kind: 'matter.opened', dimensions: { type: 'petition', channel: 'window' }, people: true },
  { kind: 'matter.open', dimensions: { type: 'petition' }, people: true },
  { kind: 'matter.closed', dimensions: { type: 'petition', outcome: 'handled' }, people: true },
  { kind: 'matter.trips', dimensions: { type: 'petition' }, people: true },
  { kind: 'matter.days', dimensions: { type: 'petition' }, people: true },
  { kind: 'matter.settledHere', dimensions: { type: 'petition' }, people: true },
  { kind: 'matter.escalated', dimensions: { type: 'petition', clock: 'opinion' }, people: true },
  { kind: 'matter.clock', dimensions: { type: 'petition', clock: 'opinion', kept: 'inTime' }, people: true },
  { kind: 'matter.clock', dimensions: { type: 'petition', clock: 'opinion', kept: 'late' }, people: true },
  { kind: 'matter.rated', dimensions: { type: 'petition', stars: '5', satisfied: 'yes' }, people: true },
  { kind: 'matter.rated', dimensions: { type: 'petition', stars: '2', satisfied: 'no' }, people: true },
  { kind: 'placement.due', dimensions: { group: 'nco' }, people: true },
  {
    kind: 'placement.letter',
    dimensions: { employer: 'institution', stateEmployer: 'yes', inTime: 'yes', way: 'points-ranked' },
    people: true,
  },
  { kind: 'placement.letter', dimensions: { employer: 'special', stateEmployer: 'no', inTime: 'no', way: 'directive' }, people: true },
  { kind: 'placement.letterDays', dimensions: { way: 'points-ranked' }, people: true },
  { kind: 'placement.wish', dimensions: { wish: 'first' }, people: true },
  { kind: 'placement.wish', dimensions: { wish: 'later' }, people: true },
  { kind: 'placement.started', dimensions: { inTime: 'yes' }, people: true },
  { kind: 'placement.followed', dimensions: { isThere: 'yes', satisfied: 'no' }, people: true },
  { kind: 'staff.post', dimensions: { postType: 'fullTime' }, people: false },
  { kind: 'staff.post', dimensions: { postType: 'partTime' }, people: false },
]

const day = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 28 }))
  .map(
    ([month, on]) =>
      `${month < 2 ? 2025 : 2026}-${String(month < 2 ? month + 11 : month - 1).padStart(2, '0')}-${String(on).padStart(2, '0')}`,
  )

const fact: fc.Arbitrary<ToldFact> = fc
  .record({
    // Visits as often as all else together: distinct persons are where late facts and corrections bite.
    subject: fc.oneof(fc.constantFrom(...SUBJECTS), fc.constantFrom(...SUBJECTS.slice(0, 2))),
    unit: fc.constantFrom(...units),
    on: day,
    quantity: fc.constantFrom(1, 1, 1, 2, -1),
    persons: fc.uniqueArray(fc.constantFrom(...persons), { minLength: 1, maxLength: 3 }),
  })
  .map(({ subject, persons: seen, ...rest }) => ({
    ...rest,
    kind: subject.kind,
    dimensions: subject.dimensions,
    persons: subject.people ? seen : [],
  }))

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

async function foldAll(): Promise<unknown> {
  await waitUntilSettled(database.appPool)
  return await foldOnce(database.appPool)
}

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

const byCode = (rows: readonly { code: string; key: string; value: number | null }[]) =>
  new Map(rows.map((row) => [`${row.code} ${row.key}`, row.value]))

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

/** A history with corrections, late facts and people seen at several units, the same at each run. */
const history = fc.sample(fact, { numRuns: 160, seed: 20_260_610 })
const [early, late] = [history.slice(0, 90), history.slice(90)]

/** The same history at every stage of its folding. */
const STAGES: readonly [string, () => Promise<unknown>][] = [
  ['half folded', async () => undefined],
  ['folded', () => foldAll()],
  ['made anew by the server', () => rebuild(database.appPool)],
  ['made anew by the owner', () => rebuild(database.ownerPool)],
]

async function beginHistory(): Promise<void> {
  await forget()
  await rebuild(database.appPool)
  await tellFacts(database.appPool, early)
  await foldAll()
  await tellFacts(database.appPool, late)
}

describe('figures', () => {
  test('agree with a count by hand for any history: unfolded, half folded, folded, made anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fact, { minLength: 1, maxLength: 40 }),
        fc.array(fact, { minLength: 1, maxLength: 20 }),
        async (first, then) => {
          await forget()
          await rebuild(database.appPool)

          await tellFacts(database.appPool, first)
          await expectAgreement(first)
          await foldAll()
          await tellFacts(database.appPool, then)
          await expectAgreement([...first, ...then])
          await foldAll()
          await expectAgreement([...first, ...then])
          await rebuild(database.appPool)
          await expectAgreement([...first, ...then])
        },
      ),
      { numRuns: 5 },
    )
  }, 120_000)

  test.each(STAGES)('%s: tile, list and pivot agree for every indicator at every tier', async (_stage, reach) => {
    await beginHistory()
    await reach()

    for (const place of places.slice(0, 6)) {
      const tile = byCode(await ask({ place, period: whole, by: 'none' }))
      const pivot = await ask({ place, period: whole, by: 'children' })
      for (const { code, formula } of added.filter(({ formula }) => formula.form !== 'ratio')) {
        const rows = await allRows(place, code)
        expect({ place, code, sum: add(rows.map(({ counts }) => counts)) }).toEqual({ place, code, sum: tile.get(`${code} `) })
        const parts = add(pivot.filter((row) => row.code === code).map(({ value }) => value ?? 0))
        if (formula.form !== 'distinct') expect({ place, code, parts }).toEqual({ place, code, parts: tile.get(`${code} `) })
      }
      for (const { code, key, value } of pivot.filter((row) => row.key !== 'own')) {
        expect({ code, key, value }).toEqual({ code, key, value: naiveFigure(history, indicators, { code, place: key, ...whole }) })
      }
    }
  })

  test('by month they are what each month is alone', async () => {
    await beginHistory()

    const months = await ask({ place: county, period: whole, by: 'month' })

    for (const { code, key, value } of months) {
      const month = {
        from: `${key}-01`,
        to: key === '2026-02' ? '2026-02-28' : `${key}-${['04', '06', '09', '11'].includes(key.slice(5)) ? 30 : 31}`,
      }
      expect({ code, key, value }).toEqual({ code, key, value: naiveFigure(history, indicators, { code, place: county, ...month }) })
    }
  })

  test('survive a folder killed in the middle: nothing is counted twice or lost', async () => {
    await beginHistory()
    const folding = new pg.Client(database.appConnection)
    folding.on('error', () => undefined)
    await folding.connect()
    await folding.query(`begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'`)
    await folding.query(`select pg_advisory_xact_lock(hashtext('indicators.fold'))`)
    await folding.query(`update indicators.cells set amounts[24317] = 7`)

    expect(await foldOnce(database.appPool)).toBe('elsewhere')
    await expectAgreement(history)
    const { rows } = await folding.query<{ pid: number }>('select pg_backend_pid() as pid')
    await database.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await database.ownerPool.query('select pg_sleep(0.2)')

    expect(await foldAll()).toBe(late.length)
    await expectAgreement(history)
  })

  test('are of one moment in one statement: they stay the same while facts go from unfolded to folded', async () => {
    await beginHistory()
    const isDone = { folding: false }
    const asked = { codes, place: county, period: whole, by: 'none', compare: false } as const
    const read = () =>
      withScope(database.appPool, rangeOf(county as RegionCode), 'read', (tx) => readFigure(tx, { ...asked, place: county as RegionCode }))
    const expected = await read()

    const folding = foldOnce(database.appPool).then(() => {
      isDone.folding = true
    })
    const seen = []
    while (!isDone.folding) seen.push(await read())
    await folding

    for (const figures of [...seen, await read()]) expect(figures).toEqual(expected)
  })

  test('count a fact of a long transaction once, whenever it commits', async () => {
    await beginHistory()
    const slow = await database.appPool.connect()
    await slow.query(`begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'`)
    const extra: ToldFact = { kind: 'visit.goodsFen', unit: village, on: '2026-06-10', quantity: 500, persons: [], dimensions: {} }
    await slow.query(
      `insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity) values ('440103', gen_random_uuid(), $1, $2, $3, $4)`,
      [extra.kind, extra.unit, extra.on, extra.quantity],
    )

    await foldOnce(database.appPool)
    await expectAgreement(history)
    await slow.query('commit')
    slow.release()
    await expectAgreement([...history, extra])
    await foldAll()
    await expectAgreement([...history, extra])
  })

  test('above a reader and beside it do not exist', async () => {
    await beginHistory()
    await foldAll()

    const seen = await withScope(database.appPool, rangeOf(village as RegionCode), 'read', (tx) =>
      tx.query<{ unit_code: string }>(
        `select distinct unit_code from indicators.cells union select unit_code from indicators.presence union select unit_code from indicators.links`,
      ),
    )

    expect(seen.rows.map((row) => row.unit_code).filter((code) => !code.startsWith(village))).toEqual([])
    expect(seen.rows.length).toBeGreaterThan(0)
  })
})

const add = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** Every row behind a figure, page by page. */
async function allRows(place: string, code: string) {
  const rows = []
  let cursor: string | undefined
  do {
    const page = await withScope(database.appPool, rangeOf(place as RegionCode), 'read', async (tx) => {
      await inOneSnapshot(tx)
      return listFigureRows(tx, { code, place: place as RegionCode, period: whole, part: 'numerator', cursor, limit: 7 })
    })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return rows
}
