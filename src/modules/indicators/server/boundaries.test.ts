import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { type ToldFact, tellFacts, wholeNation } from '../../../../test/figures/told-facts.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts'
import { withOwner, withScope } from '../../../platform/database/scope.ts'
import { readOnToday } from './boundaries.ts'
import { inOneSnapshot } from './figures.ts'
import { readFigure } from './read-figure.ts'
import { rebuild } from './rebuild.ts'

const region = (code: string) => code as RegionCode
const [city, west, east] = [region('990100000000'), region('990101000000'), region('990102000000')]
const [mill, gate, port] = [region('990101001000'), region('990101002000'), region('990102001000')]
/** 磨坊 went over to the east as 990102002; of its village 1 is now 990102002001; 门楼 was split, its first part goes on as 990101003. */
const [millNow, gateNow, gateLeft] = [region('990102002000'), region('990101003000'), region('990101004000')]
const [oldVillage, newVillage] = [region('990101001001'), region('990102002001')]
const AFTER = '2026-03-01' as PlainDate
const today = '2026-06-10' as PlainDate
const period = { from: '2026-01-01' as PlainDate, to: '2026-02-28' as PlainDate }

const DIVISIONS: readonly [RegionCode, string, RegionCode | string, string, string][] = [
  [region('990000000000'), 'province', '000000000000', '-infinity', 'infinity'],
  [city, 'city', '990000000000', '-infinity', 'infinity'],
  [west, 'county', city, '-infinity', 'infinity'],
  [east, 'county', city, '-infinity', 'infinity'],
  [mill, 'township', west, '-infinity', AFTER],
  [gate, 'township', west, '-infinity', AFTER],
  [port, 'township', east, '-infinity', 'infinity'],
  [millNow, 'township', east, AFTER, 'infinity'],
  [gateNow, 'township', west, AFTER, 'infinity'],
  [gateLeft, 'township', west, AFTER, 'infinity'],
  [oldVillage, 'village', mill, '-infinity', AFTER],
  [newVillage, 'village', millNow, AFTER, 'infinity'],
]
const CHANGES = [
  ['merge', mill, millNow],
  ['merge', oldVillage, newVillage],
  ['split', gate, gateNow],
  ['split', gate, gateLeft],
] as const

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await withOwner(database.ownerPool, async (tx) => {
    for (const division of DIVISIONS)
      await tx.query(
        `insert into network.divisions (code, tier, parent_code, valid_from, valid_to, name, short_name, pinyin, initials)
         values ($1, $2, $3, $4, $5, $1, $1, '', '')`,
        division,
      )
    for (const [kind, from, to] of CHANGES)
      await tx.query(
        `insert into network.division_changes (valid_on, kind, from_code, from_name, to_code, source, is_example) values ($1, $2, $3, $3, $4, '示例', true)`,
        [AFTER, kind, from, to],
      )
  })
})

afterAll(() => database.close())

beforeEach(async () => {
  await withScope(database.ownerPool, wholeNation, 'write', (tx) =>
    tx.query('truncate spine.facts; truncate indicators.cells, indicators.presence, indicators.links'),
  )
  await rebuild(database.appPool)
})

const visits = (unit: string, on: string, quantity: number): ToldFact => ({
  kind: 'visit.done',
  unit,
  on,
  quantity,
  persons: ['0198a000-0000-7000-8000-000000000001'],
  dimensions: { reason: 'routine', way: 'home' },
})

async function read(place: RegionCode, scope: RegionCode, codes: readonly string[] = ['visits']) {
  return await withScope(database.appPool, rangeOf(scope), 'read', async (tx) => {
    await inOneSnapshot(tx)
    const now = await readOnToday(tx, { codes, place, period, byChildren: true, on: today, scope: rangeOf(scope) })
    const then = await readFigure(tx, { codes, place, period, by: 'children', compare: false })
    const shown = (rows: readonly { key: string; value: number | null }[]) => Object.fromEntries(rows.map(({ key, value }) => [key, value]))
    return { now: shown(now.rows), before: shown(then), isCut: now.isCut }
  })
}

const sum = (values: Record<string, number | null>): number => Object.values(values).reduce<number>((all, one) => all + (one ?? 0), 0)

describe('a figure of before a merge', () => {
  test('is shown by the divisions of then or of now, with one total', async () => {
    await tellFacts(database.appPool, [visits(mill, '2026-01-05', 3), visits(oldVillage, '2026-02-05', 4), visits(port, '2026-01-06', 10)])

    const { before, now, isCut } = await read(city, city)

    expect(before).toEqual({ [west]: 7, [east]: 10, own: 0 })
    expect(now).toEqual({ [west]: 0, [east]: 17, own: 0 })
    expect(isCut).toBe(false)
    expect((await read(east, city)).now).toEqual({ [port]: 10, [millNow]: 7, own: 0 })
    expect((await read(millNow, city)).now).toEqual({ [newVillage]: 4, own: 3 })
  })

  test('of a place that was split goes to the first of its successors, and none is lost', async () => {
    await tellFacts(database.appPool, [visits(gate, '2026-01-05', 5)])

    expect((await read(west, city)).now).toEqual({ [gateNow]: 5, [gateLeft]: 0, own: 0 })
  })

  test('says so where what moved in lies beyond the reader', async () => {
    await tellFacts(database.appPool, [visits(mill, '2026-01-05', 3), visits(port, '2026-01-06', 10)])

    expect(await read(east, east)).toMatchObject({ now: { [port]: 10, [millNow]: 0 }, isCut: true })
  })

  test('adds no persons that may be the same: there it has no number', async () => {
    await tellFacts(database.appPool, [visits(mill, '2026-01-05', 1), visits(port, '2026-01-06', 1)])

    expect((await read(city, city, ['visited'])).now).toEqual({ [west]: null, [east]: null, own: null })
  })
})

test('whatever happened where, what adds up has the same total on either boundary', async () => {
  const fact = fc
    .record({
      unit: fc.constantFrom(mill, gate, port, oldVillage, west, city),
      day: fc.integer({ min: 1, max: 28 }),
      quantity: fc.constantFrom(1, 2, 5, -1),
    })
    .map(({ unit, day, quantity }) => visits(unit, `2026-0${1 + (day % 2)}-${String(day).padStart(2, '0')}`, quantity))
  await tellFacts(database.appPool, fc.sample(fact, { numRuns: 120, seed: 7 }))

  const { before, now } = await read(city, city)

  expect(sum(now)).toBe(sum(before))
  expect(now).not.toEqual(before)
})
