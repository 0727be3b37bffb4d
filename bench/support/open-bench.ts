import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFloor } from '../../src/open-guidui.ts'
import { type Config, readConfig } from '../../src/platform/config/config.ts'
import type { Database } from '../../src/platform/database/open-database.ts'
import type { Secrets } from '../../src/platform/secrets/secrets.ts'

export interface Bench {
  readonly config: Config
  readonly database: Database
  readonly secrets: Secrets
  readonly close: () => Promise<void>
}

/** A migrated database of the bench's own, durable as in use: the private server in a temporary directory, or DATABASE_URL's. */
export async function openBench(): Promise<Bench> {
  const directory = await mkdtemp(join(tmpdir(), 'guidui-bench-'))
  await chmod(directory, 0o755)
  const { DATABASE_URL } = process.env
  const config = readConfig({ GUIDUI_DATA: join(directory, 'data'), GUIDUI_DEMO: 'no', ...(DATABASE_URL ? { DATABASE_URL } : {}) })
  const { database, secrets } = await openFloor(config, () => undefined)
  const close = async () => {
    await database.close()
    await rm(directory, { recursive: true, force: true })
  }
  return { config, database, secrets, close }
}
