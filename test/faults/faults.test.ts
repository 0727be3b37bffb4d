import { describe, expect, test } from 'vitest'
import { runCuts } from './cut-run.ts'
import { freePort } from './free-port.ts'
import { buildProgram } from './guidui-process.ts'
import { runKills } from './kill-run.ts'

// A few of the kills and cuts of `npm run faults`. How soon the service is back is measured there, not here.
const PATIENCE = 420_000
const nothing = { lost: [], doubled: [], half: [], brokenChains: [] }

describe('an acknowledged action', () => {
  test('stands once and whole, whichever process is killed while it is recorded', { timeout: PATIENCE }, async () => {
    await buildProgram()

    const report = await runKills({ kills: 6, seed: 7, port: await freePort(), say: () => undefined })

    expect(report).toMatchObject(nothing)
    expect(report.acknowledged).toBeGreaterThan(6)
  })

  test('stands once when the answer to its COMMIT is lost and it is sent again', { timeout: PATIENCE }, async () => {
    await buildProgram()

    const report = await runCuts({ cuts: 12, seed: 7, port: await freePort() })

    expect(report).toMatchObject(nothing)
    expect(report.cuts).toBe(12)
    expect(report.retried).toBeGreaterThan(0)
  })
})
