import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFloor } from '../../src/open-floor.ts'
import { type Config, readConfig } from '../../src/platform/config/config.ts'
import type { Database } from '../../src/platform/database/open-database.ts'
import type { Secrets } from '../../src/platform/secrets/secrets.ts'

export interface Bench {
  readonly config: Config
  readonly database: Database
  readonly secrets: Secrets
  readonly close: () => Promise<void>
}

/** The same in every run, so that a database that a bench has filled can be asked again: a key of no other use. */
export const BENCH_KEY = Buffer.from(Array.from({ length: 32 }, (_, at) => 7 * at + 1)).toString('hex')

/**
 * A migrated database of the bench's own, durable as in use: the private server in a temporary directory, or
 * DATABASE_URL's. In a directory that is given it stays, and is found again as the last run left it.
 */
export async function openBench({ keptIn }: { keptIn?: string | undefined } = {}): Promise<Bench> {
  const directory = keptIn ?? (await mkdtemp(join(tmpdir(), 'guidui-bench-')))
  await mkdir(directory, { recursive: true })
  await chmod(directory, 0o755)
  const { DATABASE_URL } = process.env
  const keyFile = join(directory, 'bench.key')
  await writeFile(keyFile, BENCH_KEY, { mode: 0o600 })
  const own = { GUIDUI_DATA: join(directory, 'data'), GUIDUI_DEMO: 'no', GUIDUI_MASTER_KEY_FILE: keyFile }
  const config = readConfig({ ...own, ...(DATABASE_URL ? { DATABASE_URL } : {}) })
  const { database, secrets } = await openFloor(config, () => undefined)
  const close = async () => {
    await database.close()
    if (keptIn === undefined) await rm(directory, { recursive: true, force: true })
  }
  return { config, database, secrets, close }
}
