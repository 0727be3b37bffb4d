import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openFileStore } from '../../src/platform/files/index.ts'
import { openSecrets } from '../../src/platform/secrets/secrets.ts'
import { openTestDatabase } from '../database/clone.ts'
import { playHistories } from '../outbox/histories.ts'
import { PLANTED } from '../outbox/planted.ts'
import { openRealServer } from './real-server.ts'

const database = await openTestDatabase()
const directory = await mkdtemp(join(tmpdir(), 'guidui-histories-'))
const files = await openFileStore({ directory, secrets: openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' }) })
const real = await openRealServer({ ...database, files })
afterAll(async () => {
  await real.close()
  await database.close()
  await rm(directory, { recursive: true, force: true })
})

// A few of the histories of `npm run faults -- outbox --server`.
test('the program itself lets every saved item happen exactly once', { timeout: 120_000 }, async () => {
  const found = await playHistories({ runs: 12, seed: 20_261_128, server: real.fresh })

  expect(found.broken).toBeUndefined()
  expect(found.effects).toBeGreaterThan(50)
})

test('an outbox that made a new id for every attempt would be seen', { timeout: 120_000 }, async () => {
  const planted = PLANTED.find(({ name }) => name === 'a new id for every attempt')
  const found = await playHistories({ runs: 40, seed: 7, server: real.fresh, ...(planted ? { planted } : {}) })

  expect(found.broken).toBeDefined()
})
