import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { type ToldFact, tellFacts, wholeNation } from '../../../../test/figures/told-facts.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { withScope } from '../../../platform/database/scope.ts'
import { inOneSnapshot } from './figures.ts'
import { readFigure } from './read-figure.ts'
import { rebuild } from './rebuild.ts'

const county = '990101000000' as RegionCode
const village = '990101001001' as RegionCode
const persons = [1, 2].map((at) => `0198a000-0000-7000-8000-00000000000${at}`)

const visit = (on: string, person: number): ToldFact => ({
  kind: 'visit.done',
  unit: village,
  on,
  quantity: 1,
  persons: persons.slice(person, person + 1),
  dimensions: { reason: 'routine', way: 'home' },
})

let database: TestDatabase

/** Two persons were visited in 2025, one of them in two months; one in 2026. */
beforeAll(async () => {
  database = await openTestDatabase()
  await tellFacts(database.appPool, [visit('2025-02-10', 0), visit('2025-03-10', 0), visit('2025-03-11', 1), visit('2026-03-10', 0)])
})

afterAll(() => database.close())

async function compared(place: RegionCode, period: { from: string; to: string }, by: 'none' | 'month' = 'none') {
  return await withScope(database.appPool, wholeNation, 'read', async (tx) => {
    await inOneSnapshot(tx)
    const asked = { codes: ['visited'], place, period: period as { from: PlainDate; to: PlainDate }, by, compare: true }
    return (await readFigure(tx, asked)).map(({ value, previous, lastYear }) => [value, previous?.value, lastYear?.value])
  })
}

const year = { from: '2026-01-01', to: '2026-12-31' }
const toDate = { from: '2026-01-01', to: '2026-03-10' }

/** Not folded yet, and folded: the store answers in another way. */
test.each([
  ['not folded yet', () => Promise.resolve()],
  ['folded', () => rebuild(database.appPool)],
])('the year before is the period before and last year too, and counts its persons once: %s', async (_, fold) => {
  await fold()

  expect(await compared(county, year)).toEqual([[1, 2, 2]])
  expect(await compared(village, year)).toEqual([[1, 2, 2]])
})

test('a month that is shown and compared with by the next counts its persons once', async () => {
  expect(await compared(county, { from: '2025-02-01', to: '2025-03-31' }, 'month')).toEqual([
    [1, 0, 0],
    [2, 1, 0],
  ])
})

test('a year up to a day, which cuts a month, counts the persons of last year once', async () => {
  expect(await compared(county, toDate)).toEqual([[1, 0, 1]])
  expect(await compared(county, { from: '2026-01-01', to: '2026-12-20' })).toEqual([[1, 2, 2]])
})
