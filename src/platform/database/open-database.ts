import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { loginRoleOf } from './app-role.ts'
import { assertServer } from './assert-server.ts'
import { asRole, explainConnection, type NamedDatabase, readDatabaseUrl } from './database-url.ts'
import { APP_LIMITS, ME_LIMITS, makePool, OWNER_LIMITS } from './make-pool.ts'
import { startPrivateServer } from './private-server.ts'

export interface DatabaseConfig {
  /** A server's `postgres://owner:password@host/database`; without it the program runs its own. */
  readonly databaseUrl?: string | undefined
  /** Where the private server keeps its cluster. */
  readonly dataDirectory: string
  /** Of the application's login role: printable ASCII, at least 16 characters. `migrate` gives it to the role. */
  readonly appPassword: string
  /** For tests: accept a server without durability. */
  readonly isUnsafeAllowed?: boolean
  readonly log: (line: string) => void
  /** Told as soon as the private server's process runs, long before it answers. */
  readonly onSpawn?: (() => void) | undefined
}

/** An open database. `appPool` and `mePool` can connect once `migrate(ownerPool, …)` has run. */
export interface Database {
  readonly ownerPool: pg.Pool
  readonly appPool: pg.Pool
  /** For requests of persons on /me: rows of one file, and only what /me needs. */
  readonly mePool: pg.Pool
  /** For a library that makes its own pool (the job queue expects the default value parsers). */
  readonly appConnection: pg.ClientConfig
  /** Ends the pools, waiting at most five seconds for work under way, and stops the private server. */
  readonly close: () => Promise<void>
}

export const PRIVATE_DATABASE = 'guidui'

/** How long closing waits for work under way. */
const PATIENCE = 5_000

/**
 * Opens the server of `databaseUrl`, or the private one with its database `guidui`.
 *
 * @throws PlainError where the server cannot be reached or started, is too old, or is not durable
 */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const server = config.databaseUrl ? undefined : await startPrivateServer(config)
  try {
    const owner = server ? await ensurePrivateDatabase(server.connection) : readDatabaseUrl(config.databaseUrl ?? '')
    return await openPools(config, owner, server?.stop ?? (async () => undefined))
  } catch (fault) {
    await server?.stop()
    throw fault
  }
}

async function openPools(config: DatabaseConfig, owner: NamedDatabase, stop: () => Promise<void>): Promise<Database> {
  const ownerPool = makePool(owner.connection, OWNER_LIMITS, config.log)
  try {
    await assertServer(ownerPool, config.isUnsafeAllowed ?? false)
  } catch (fault) {
    await ownerPool.end()
    throw config.databaseUrl ? explainConnection(fault, config.databaseUrl) : fault
  }
  const appConnection = asRole(owner, loginRoleOf(owner.database), config.appPassword)
  const appPool = makePool(appConnection, APP_LIMITS, config.log)
  const mePool = makePool(asRole(owner, loginRoleOf(owner.database, 'guidui_me'), config.appPassword), ME_LIMITS, config.log)
  const close = async (): Promise<void> => {
    const ending = Promise.all([ownerPool.end(), appPool.end(), mePool.end()])
    // A connection that somebody keeps must not keep the server alive.
    await Promise.race([ending, sleep(PATIENCE, undefined, { ref: false })])
    await stop()
  }
  return { ownerPool, appPool, mePool, appConnection, close }
}

/** A killed first start may have left the cluster without it. */
async function ensurePrivateDatabase(connection: pg.ClientConfig): Promise<NamedDatabase> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [PRIVATE_DATABASE])
    if (rowCount === 0) await client.query(`create database ${PRIVATE_DATABASE}`)
  } finally {
    await client.end()
  }
  return { database: PRIVATE_DATABASE, connection: { ...connection, database: PRIVATE_DATABASE } }
}
