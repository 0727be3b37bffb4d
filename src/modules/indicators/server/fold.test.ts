import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { readStoreRows } from '../../../../test/figures/store-rows.ts'
import { type ToldFact, tellFacts } from '../../../../test/figures/told-facts.ts'
import { waitUntilSettled } from '../../../../test/figures/wait-until-settled.ts'
import { A_BATCH, foldOnce } from './fold.ts'
import { rebuild } from './rebuild.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await rebuild(database.appPool)
})

afterAll(() => database.close())

const villages = ['440103001001', '440103002001', '440303002001', '110101001001']

/** Visits to a few persons again and again, some taken back. */
const visits = (count: number): ToldFact[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'visit.done',
    unit: villages[at % villages.length] ?? '',
    on: `2026-0${(at % 9) + 1}-05`,
    quantity: at % 7 === 6 ? -1 : 1,
    persons: [`0198a000-0000-7000-8000-0000000000${10 + (at % 31)}`],
    dimensions: { reason: 'routine', way: at % 2 === 0 ? 'home' : 'phone' },
  }))

test('facts that wait are folded batch by batch: what is larger than a batch and of one transaction at once, and all of it once', async () => {
  const [many, small] = [A_BATCH + 300, A_BATCH / 2 - 1]
  for (const count of [small, small, small, many, small]) await tellFacts(database.appPool, visits(count))
  await waitUntilSettled(database.appPool)

  const folds: unknown[] = []
  while (folds.at(-1) !== 0) folds.push(await foldOnce(database.appPool))
  const folded = await readStoreRows(database.ownerPool)
  await rebuild(database.ownerPool)

  expect(folds).toEqual([2 * small, small, many, small, 0])
  expect(folded).toEqual(await readStoreRows(database.ownerPool))
})
