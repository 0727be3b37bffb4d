import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { tellFacts, wholeNation } from '../../../../test/figures/told-facts.ts'
import { withScope } from '../../../platform/database/scope.ts'
import { rebuild } from './rebuild.ts'
import { startFolding } from './start-folding.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})

afterAll(() => database.close())

const goods = { kind: 'visit.goodsFen', unit: '440103001001', on: '2026-06-10', quantity: 500, persons: [], dimensions: {} }

const countCells = () =>
  withScope(database.appPool, wholeNation, 'read', async (tx) => {
    const { rows } = await tx.query<{ cells: number }>('select count(*)::int as cells from indicators.cells')
    return rows[0]?.cells ?? 0
  })

const indexes = async () => {
  const { rows } = await database.ownerPool.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where schemaname = 'indicators' order by indexname`,
  )
  return rows.map(({ indexdef }) => indexdef)
}

const forced = async () => {
  const { rows } = await database.ownerPool.query<{ relname: string }>(
    `select relname from pg_class where relnamespace = 'indicators'::regnamespace and relkind = 'r' and relrowsecurity and relforcerowsecurity order by 1`,
  )
  return rows.map(({ relname }) => relname)
}

test('facts are folded by a thread of its own until it is stopped', async () => {
  const said: string[] = []
  const folding = startFolding(database.appConnection, (line) => said.push(line))

  await tellFacts(database.appPool, [goods])
  while ((await countCells()) === 0) await sleep(50)
  await folding.stop()

  expect(await countCells()).toBe(6)
  expect(said.filter((line) => line.includes('failed'))).toEqual([])
})

test('a rebuild by the owner leaves keys, indexes and policies as they were', async () => {
  const [before, forcedBefore] = [await indexes(), await forced()]

  await rebuild(database.ownerPool)

  expect(await indexes()).toEqual(before)
  expect(await forced()).toEqual(forcedBefore)
  expect(forcedBefore).toEqual(expect.arrayContaining(['cells', 'links', 'presence']))
})
