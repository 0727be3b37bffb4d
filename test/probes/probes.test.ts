import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { PLANTS, type PlantName } from './plants.ts'
import { runProbes } from './run-probes.ts'
import { selfCheck } from './self-check.ts'
import { onServer } from './world/open-database.ts'
import { makeWorld, type ProbeWorld } from './world/probe-world.ts'

// A part of `npm run probe`, which sends every call as everybody.
const SEED = 'tests'
const PATIENCE = 900_000

const { adminUrl, copyBy } = inject('testServer')
const server = onServer(adminUrl, copyBy)
const made: { world?: ProbeWorld; template?: string } = {}

beforeAll(async () => {
  const database = await server.open()
  made.world = await makeWorld(database)
  made.template = database.name
  await database.close()
}, PATIENCE)
afterAll(server.dropAll, PATIENCE)

function ground(): { world: ProbeWorld; template: string } {
  const { world, template } = made
  if (!world || !template) throw new Error('the world was not made')
  return { world, template }
}

describe('a probe of every route', () => {
  test.each(Object.keys(PLANTS) as PlantName[])('finds the planted leak: %s', { timeout: PATIENCE }, async (plant) => {
    const [caught] = await selfCheck(server, { ...ground(), seed: SEED }, [plant])

    expect(caught?.leaks).toBeGreaterThan(0)
  })

  test('finds no leak and no wrong denial, and every denial has its control', { timeout: PATIENCE }, async () => {
    const { world, template } = ground()
    const database = await server.copy(template)

    const report = await runProbes({ world, database, seed: SEED, percent: 8, casePercent: 10 }).finally(database.close)

    expect(report.failures).toEqual([])
    expect(report.paired).toBe(report.denials)
    expect(report.probes).toBeGreaterThan(2_000)
    expect(report.routesProbed).toBe(report.routes)
  })
})
