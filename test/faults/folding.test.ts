import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuild, startFolding } from '../../src/modules/indicators/index.ts'
import { type Floor, openFloor } from '../../src/open-floor.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { withScope } from '../../src/platform/database/scope.ts'
import { readStoreRows } from '../figures/store-rows.ts'
import { type ToldFact, tellFacts, wholeNation } from '../figures/told-facts.ts'
import { findPostmasterPid } from './postgres-processes.ts'

let directory: string
let floor: Floor

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guidui-folding-'))
  await chmod(directory, 0o755)
  floor = await openFloor(readConfig({ GUIDUI_DATA: directory, GUIDUI_DEMO: 'no' }), () => undefined)
})

afterAll(async () => {
  await floor.database.close()
  await rm(directory, { recursive: true })
})

const person = (at: number): string => `0198a000-0000-7000-8000-${String(at % 40).padStart(12, '0')}`

/** Visits of forty persons, each met at several villages over two years. */
const visits = (from: number, count: number): ToldFact[] =>
  Array.from({ length: count }, (_, index) => from + index).map((at) => ({
    kind: 'visit.done',
    unit: `44010300${1 + (at % 3)}00${1 + (at % 7)}`,
    on: `${2024 + (at % 2)}-${String(1 + (at % 12)).padStart(2, '0')}-10`,
    quantity: 1,
    persons: [person(at * 11)],
    dimensions: { reason: 'routine', way: at % 2 === 0 ? 'home' : 'phone' },
  }))

/** Asks again until the server, which is on its way back, answers. */
async function persist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    const done = await work().then(
      (value) => ({ value }),
      () => undefined,
    )
    if (done) return done.value
    await sleep(50)
  }
}

const countUnfolded = (pool: Pool): Promise<number> =>
  withScope(pool, wholeNation, 'read', async (tx) => {
    const { rows } = await tx.query<{ facts: number }>(
      'select count(*)::int as facts from spine.facts where xid >= indicators.folded_up_to()',
    )
    return rows[0]?.facts ?? 0
  })

test('a server killed while facts are folded loses no fold and does none twice', { timeout: 120_000 }, async () => {
  const { ownerPool, appPool, appConnection } = floor.database
  const folding = startFolding(appConnection, () => undefined)

  for (const round of [0, 1]) {
    for (let turn = 0; turn < 12; turn += 1) {
      await persist(() => tellFacts(appPool, visits(round * 600 + turn * 50, 50)))
      await sleep(40)
    }
    process.kill((await findPostmasterPid(directory)) ?? 0, 'SIGKILL')
  }
  while ((await persist(() => countUnfolded(appPool))) > 0) await sleep(100)
  await folding.stop()

  const folded = await readStoreRows(ownerPool)
  await rebuild(ownerPool)
  expect(await readStoreRows(ownerPool)).toEqual(folded)
  expect(folded.cells).toContainEqual({ unit_code: '000000000000', measure: 'visits', month: 24_288, amount: '100' })
})
