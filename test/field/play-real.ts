import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileStore } from '../../src/platform/files/index.ts'
import { openSecrets } from '../../src/platform/secrets/secrets.ts'
import { startOwnServer } from '../database/own-server.ts'
import { playHistories } from '../outbox/histories.ts'
import { onServer } from '../probes/world/open-database.ts'
import { openRealServer } from './real-server.ts'

// A share of `npm run faults -- outbox --server`: how many histories, from which seed, against the program itself.
const [runs, seed] = process.argv.slice(2).map(Number)
const named = process.env['DATABASE_URL']
const own = named ? undefined : await startOwnServer()
const databases = onServer(named ?? own?.url ?? '')
const directory = await mkdtemp(join(tmpdir(), 'guidui-histories-'))
try {
  const database = await databases.open()
  const files = await openFileStore({ directory, secrets: openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' }) })
  const real = await openRealServer({ ...database, files })
  const found = await playHistories({ runs: runs ?? 0, seed: seed ?? 0, server: real.fresh })
  await real.close()
  await database.close()
  process.send?.(found)
} finally {
  await databases.dropAll()
  await own?.remove()
  await rm(directory, { recursive: true, force: true })
  process.disconnect()
}
