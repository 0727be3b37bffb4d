import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { tellFacts } from '../../../../test/figures/told-facts.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts'
import { withScope } from '../../../platform/database/scope.ts'
import { type FigureAnswer, type FigureAsked, figureOf, inOneSnapshot } from '../index.ts'

const [county, village] = ['440103000000' as RegionCode, '440103001001'] as const
const june = { from: '2026-06-01' as PlainDate, to: '2026-06-30' as PlainDate }
const [now, today] = ['2026-07-02T02:00:00.000Z', '2026-07-02' as PlainDate]

let database: TestDatabase

const fact = (kind: string, on: string, dimensions: Record<string, string> = {}) => ({
  kind,
  unit: village,
  on,
  quantity: 1,
  persons: ['0198a000-0000-7000-8000-000000000001'],
  dimensions,
})

beforeAll(async () => {
  database = await openTestDatabase()
  await tellFacts(database.appPool, [
    fact('visit.done', '2025-06-03', { reason: 'routine', way: 'home' }),
    fact('visit.done', '2026-05-03', { reason: 'routine', way: 'home' }),
    fact('visit.done', '2026-06-03', { reason: 'routine', way: 'home' }),
    fact('visit.done', '2026-06-04', { reason: 'armyDay', way: 'phone' }),
    fact('person.registered', '2026-01-05', { sex: 'male' }),
  ])
})

afterAll(() => database.close())

const ask = (asked: FigureAsked): Promise<FigureAnswer | undefined> =>
  withScope(database.appPool, rangeOf(asked.place), 'read', async (tx) => {
    await inOneSnapshot(tx)
    return await figureOf({ tx, now, today }, asked)
  })

test('comes with its kind, its moment, what it is compared with, its parts and the way to its rows', async () => {
  const answer = await ask({ code: 'visits', place: county, period: june, split: true })

  expect(answer).toMatchObject({ value: 2, unitKind: 'visit', asOfAt: now, previous: { value: 1 }, lastYear: { value: 1 } })
  expect(answer?.parts).toEqual([
    { word: 'armyDay', value: 1 },
    { word: 'routine', value: 1 },
  ])
  expect(answer?.rowsPath).toBe('/desk/network/rows?code=visits&place=440103000000&from=2026-06-01&to=2026-06-30')
})

test('of what stands is asked for as of a day', async () => {
  expect(await ask({ code: 'clients', place: county, asOf: '2026-01-05' as PlainDate })).toMatchObject({ value: 1, form: 'stock' })
  expect(await ask({ code: 'clients', place: county, asOf: '2026-01-04' as PlainDate })).toMatchObject({ value: 0 })
})

test('of an indicator that nobody has defined is not there', async () => {
  expect(await ask({ code: 'unheardOf', place: county, period: june })).toBeUndefined()
})
