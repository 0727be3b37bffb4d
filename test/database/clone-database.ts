import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { loginRoleOf } from '../../src/platform/database/app-role.ts'
import { asRole } from '../../src/platform/database/database-url.ts'
import { APP_LIMITS, ME_LIMITS, makePool, OWNER_LIMITS } from '../../src/platform/database/make-pool.ts'
import { asAdmin, onDatabase, type TestServer } from './test-server.ts'

/** A test file's own database: migrated, empty, and nobody else's. */
export interface TestDatabase {
  /** For building worlds: sees everything. */
  readonly ownerPool: pg.Pool
  /** As the program connects: sees nothing without a scope. */
  readonly appPool: pg.Pool
  /** As the program connects for a person on /me. */
  readonly mePool: pg.Pool
  /** As the owner: for a program under test. */
  readonly databaseUrl: string
  readonly appConnection: pg.ClientConfig
  readonly close: () => Promise<void>
}

/** A fresh clone of the migrated template, or of another database to which nobody is connected. */
export async function cloneDatabase(server: TestServer, from = server.template): Promise<TestDatabase> {
  const { adminUrl, prefix, template, appPassword, copyBy } = server
  const database = `${prefix}_${randomBytes(4).toString('hex')}`
  await asAdmin(adminUrl, `create database ${database} template ${from} strategy ${copyBy}`)
  const databaseUrl = onDatabase(adminUrl, database)
  const named = { database, connection: { connectionString: databaseUrl } }
  const appConnection = asRole(named, loginRoleOf(template), appPassword)
  const [ownerPool, appPool, mePool] = [
    makePool({ connectionString: databaseUrl }, OWNER_LIMITS, quiet),
    makePool(appConnection, APP_LIMITS, quiet),
    makePool(asRole(named, loginRoleOf(template, 'guidui_me'), appPassword), ME_LIMITS, quiet),
  ]
  const close = async (): Promise<void> => {
    await Promise.all([ownerPool.end(), appPool.end(), mePool.end()])
    await asAdmin(adminUrl, `drop database ${database} with (force)`)
  }
  return { ownerPool, appPool, mePool, databaseUrl, appConnection, close }
}

const quiet = (): void => undefined
