import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { readStoreRows } from '../../../../test/figures/store-rows.ts'
import { type ToldFact, tellFacts } from '../../../../test/figures/told-facts.ts'
import { waitUntilSettled } from '../../../../test/figures/wait-until-settled.ts'
import { foldOnce } from './fold.ts'
import { rebuild } from './rebuild.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await rebuild(database.appPool)
})

afterAll(() => database.close())

const [settled, mover] = ['0198a000-0000-7000-8000-000000000001', 'ffffffff-ffff-4fff-bfff-fffffffffffe']
const village = '440103001001'
const visit = (unit: string, on: string, persons: string[], quantity = 1): ToldFact => ({
  ...{ kind: 'visit.done', unit, on, quantity, persons },
  dimensions: { reason: 'routine', way: 'home' },
})
const goods = (unit: string, on: string, quantity: number): ToldFact => ({
  ...{ kind: 'visit.goodsFen', unit, on, quantity, persons: [], dimensions: {} },
})

/** Amounts beyond 32 bits and below nothing, a month taken back, units that share a place, and one who moved about. */
const history: readonly ToldFact[] = [
  goods(village, '2026-02-28', 5_000_000_000),
  goods(village, '2026-03-01', -7_000_000_000),
  goods(village, '2024-12-31', 9_007_199_254_740_000),
  goods('440103002001', '2026-02-01', 3),
  goods('440103002001', '2026-02-02', -3),
  visit(village, '2026-01-05', [settled, mover]),
  visit(`${village}-2`, '2026-04-05', [settled], 2),
  visit('440103001000', '2026-02-05', [mover]),
  visit('440303002001', '2025-12-05', [mover, settled]),
  visit('440303002001', '2025-12-06', [settled], -1),
  visit('110101001001', '2026-01-09', [mover]),
]

test('what is made anew is what was folded, to the last row', async () => {
  await tellFacts(database.appPool, history)
  await waitUntilSettled(database.appPool)
  await foldOnce(database.appPool)
  const folded = await readStoreRows(database.ownerPool)

  await rebuild(database.ownerPool)

  expect(await readStoreRows(database.ownerPool)).toEqual(folded)
  expect(folded.cells).toContainEqual({ unit_code: '000000000000', measure: 'goodsFen', month: 24_314, amount: '-7000000000' })
  expect(folded.links).toContainEqual({ unit_code: '440000000000', measure: 'visited', month: 24_312, prev_month: 24_311, persons: '1' })
})
