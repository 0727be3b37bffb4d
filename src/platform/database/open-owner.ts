import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'
import { readDatabaseUrl } from './database-url.ts'
import { findBinaries } from './find-binaries.ts'
import { openCluster } from './make-cluster.ts'
import { makePool, OWNER_LIMITS } from './make-pool.ts'
import { type DatabaseConfig, openDatabase, PRIVATE_DATABASE } from './open-database.ts'
import { findPostmaster } from './postmaster-process.ts'
import { OWNER_ROLE, SOCKET_PORT } from './server-settings.ts'

/** A database as its owner sees it. */
export interface OwnersDatabase {
  readonly pool: pg.Pool
  readonly close: () => Promise<void>
}

/**
 * The database as its owner, beside a Guidui that is at work on it or, where none is, with a server started for this.
 *
 * @throws PlainError where there is no database in the data directory, or it cannot be opened
 */
export async function openOwner(config: DatabaseConfig): Promise<OwnersDatabase> {
  if (config.databaseUrl) return ownersPool(readDatabaseUrl(config.databaseUrl).connection, config)
  const place = join(config.dataDirectory, 'postgresql', 'cluster')
  if (!existsSync(place)) {
    throw new PlainError({
      zh: `${config.dataDirectory} 里没有数据库。请用 GUIDUI_DATA 指明数据目录，或用 DATABASE_URL 指明服务器。`,
      en: `There is no database in ${config.dataDirectory}. Name the data directory with GUIDUI_DATA, or the server with DATABASE_URL.`,
    })
  }
  const running = await findPostmaster(await realpath(place))
  if (!running?.isReady) {
    const database = await openDatabase(config)
    return { pool: database.ownerPool, close: database.close }
  }
  const { password } = await openCluster(config.dataDirectory, await findBinaries(), undefined)
  const connection = { host: running.socketDirectory, port: SOCKET_PORT, user: OWNER_ROLE, password, database: PRIVATE_DATABASE }
  return ownersPool(connection, config)
}

function ownersPool(connection: pg.ClientConfig, { log }: DatabaseConfig): OwnersDatabase {
  const pool = makePool(connection, OWNER_LIMITS, log)
  return { pool, close: () => pool.end() }
}
