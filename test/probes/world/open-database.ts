import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { loginRoleOf, loginRolesOf } from '../../../src/platform/database/app-role.ts'
import { asRole } from '../../../src/platform/database/database-url.ts'
import { APP_LIMITS, ME_LIMITS, makePool, OWNER_LIMITS } from '../../../src/platform/database/make-pool.ts'
import { findMigrations, migrate } from '../../../src/platform/database/migrate.ts'
import { installJobs } from '../../../src/platform/jobs/jobs.ts'
import { asAdmin, dropDatabases, onDatabase, type TestServer } from '../../database/test-server.ts'

/** A database of the probes' own, as its owner, as the application and as a person on /me see it. */
export interface ProbeDatabase {
  readonly name: string
  readonly ownerPool: pg.Pool
  readonly appPool: pg.Pool
  readonly mePool: pg.Pool
  readonly close: () => Promise<void>
}

export interface ProbeServer {
  /** Migrated and empty. */
  readonly open: () => Promise<ProbeDatabase>
  /** A copy of a database to which nobody is connected. */
  readonly copy: (name: string) => Promise<ProbeDatabase>
  readonly dropAll: () => Promise<void>
}

const APP_PASSWORD = 'a-password-of-the-probes'
const quiet = (): void => undefined

/** Databases for one run of the probes on a server; all of them are dropped at its end. */
export function onServer(adminUrl: string, copyBy: TestServer['copyBy'] = 'wal_log'): ProbeServer {
  const prefix = `guidui_probe_${randomBytes(4).toString('hex')}`
  const first = `${prefix}_world`
  const connect = (name: string): ProbeDatabase => {
    const connectionString = onDatabase(adminUrl, name)
    const owner = { database: name, connection: { connectionString } }
    const ownerPool = makePool({ connectionString }, OWNER_LIMITS, quiet)
    // Copies keep the roles of the first.
    const appPool = makePool(asRole(owner, loginRoleOf(first), APP_PASSWORD), APP_LIMITS, quiet)
    const mePool = makePool(asRole(owner, loginRoleOf(first, 'guidui_me'), APP_PASSWORD), ME_LIMITS, quiet)
    const pools = { ownerPool, appPool, mePool }
    return { name, ...pools, close: async () => void (await Promise.all(Object.values(pools).map((pool) => pool.end()))) }
  }
  return {
    async open() {
      await asAdmin(adminUrl, `create database ${first}`)
      const database = connect(first)
      await migrate(database.ownerPool, { directory: findMigrations(), appPassword: APP_PASSWORD, log: quiet })
      await installJobs(database.ownerPool)
      return database
    },
    async copy(name) {
      const copied = `${prefix}_${randomBytes(3).toString('hex')}`
      await asAdmin(adminUrl, `create database ${copied} template ${pg.escapeIdentifier(name)} strategy ${copyBy}`)
      return connect(copied)
    },
    dropAll: () => dropDatabases(adminUrl, prefix, loginRolesOf(first)),
  }
}
