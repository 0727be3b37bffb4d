import { chmod, mkdir } from 'node:fs/promises'
import { PlainError } from './kernel/plain-error.ts'
import type { Config } from './platform/config/config.ts'
import { findMigrations, migrate } from './platform/database/migrate.ts'
import { type Database, openDatabase } from './platform/database/open-database.ts'
import { installJobs } from './platform/jobs/jobs.ts'
import { indexInForce } from './platform/secrets/index-in-force.ts'
import { assertKnownKeys, recordKey } from './platform/secrets/known-keys.ts'
import { openMasterKey } from './platform/secrets/master-key.ts'
import { masterKeySentence } from './platform/secrets/master-key-sentence.ts'
import { openSecrets, type Secrets, type SecretsOptions } from './platform/secrets/secrets.ts'

export interface Floor {
  readonly database: Database
  readonly secrets: Secrets
  /** What the secrets were opened with, for threads that open their own. */
  readonly ring: SecretsOptions
}

/**
 * Key, database, migrations: what the server, the command line and the loaders all stand on.
 *
 * @param onSpawn told as soon as a private server's process runs: whoever has other work to do begins it then
 */
export async function openFloor(config: Config, log: (line: string) => void, onSpawn?: () => void): Promise<Floor> {
  const keys = await openRing(config)
  const { version = 1, profile } = keys
  const opened = openSecrets(keys)
  const appPassword = opened.derive('database.app-role').toString('hex')
  const { databaseUrl, dataDirectory } = config
  const database = await openDatabase({ databaseUrl, dataDirectory, appPassword, log, onSpawn })
  try {
    // Before the migration, which gives the application's role a password made from this very key.
    await assertKnownKeys(database.ownerPool, opened)
    await migrate(database.ownerPool, { directory: findMigrations(), appPassword, log })
    await recordKey(database.ownerPool, opened)
    const ring = { ...keys, index: await indexInForce(database.ownerPool, { version, profile }) }
    await installJobs(database.ownerPool)
    return { database, ring, secrets: openSecrets(ring) }
  } catch (fault) {
    await database.close()
    throw fault
  }
}

/** The keys of a configuration, and where they lie; made where there are none and no file is named. @throws PlainError where they cannot be read */
export async function openRing({ dataDirectory, masterKeyFile, crypto }: Config): Promise<SecretsOptions & { readonly path: string }> {
  // The private server's own account passes through here to its cluster, whatever umask we were started with.
  if ((await mkdir(dataDirectory, { recursive: true })) !== undefined) await chmod(dataDirectory, 0o711)
  const ring = await openMasterKey({ keyFile: masterKeyFile, directory: dataDirectory })
  if (!ring.ok) throw new PlainError(masterKeySentence(ring.refusal))
  const { masterKey, version, earlier, path } = ring.value
  return { masterKey, version, earlier, path, profile: crypto }
}
