import { expect, test } from 'vitest'
import { openGround, PATIENCE, SEED } from './open-ground.ts'
import { runProbes } from './run-probes.ts'

const ground = openGround()

test('a probe of every route finds no leak and no wrong denial, and every denial has its control', { timeout: PATIENCE }, async () => {
  const { server, world, template } = ground()
  const database = await server.copy(template)

  const report = await runProbes({ world, database, seed: SEED, percent: 8, casePercent: 10 }).finally(database.close)

  expect(report.failures).toEqual([])
  expect(report.paired).toBe(report.denials)
  expect(report.probes).toBeGreaterThan(2_000)
  expect(report.routesProbed).toBe(report.routes)
})
