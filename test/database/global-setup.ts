import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loginRolesOf } from '../../src/platform/database/app-role.ts'
import { assertServer } from '../../src/platform/database/assert-server.ts'
import { makePool, OWNER_LIMITS } from '../../src/platform/database/make-pool.ts'
import { findMigrations, migrate } from '../../src/platform/database/migrate.ts'
import { startOwnServer } from './own-server.ts'
import { dropDatabases, onDatabase, type TestServer } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Undefined to no test: every project that has database tests runs this set-up. */
    testServer: TestServer
  }
}

const quiet = (): void => undefined

/**
 * One server for the whole run (that of DATABASE_URL, or a private one in memory or in a temporary directory), and on it one
 * migrated template, of which each test file clones its own database.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DATABASE_URL: named, GUIDUI_UNSAFE_DATABASE: unsafe } = process.env
  const own = named ? undefined : await startOwnServer({ mayBeInMemory: true })
  const adminUrl = named ?? own?.url ?? ''
  const prefix = `guidui_test_${randomBytes(4).toString('hex')}`
  const copyBy = own?.isInMemory ? 'file_copy' : 'wal_log'
  const server: TestServer = { adminUrl, prefix, template: `${prefix}_template`, appPassword: 'a-password-of-the-tests', copyBy }
  await makeTemplate(server, unsafe === '1')
  project.provide('testServer', server)
  return async () => {
    await dropDatabases(adminUrl, prefix, loginRolesOf(server.template))
    await own?.remove()
  }
}

async function makeTemplate({ adminUrl, template, appPassword }: TestServer, isUnsafeAllowed: boolean): Promise<void> {
  const admin = new pg.Pool({ connectionString: adminUrl, max: 1 })
  try {
    await assertServer(admin, isUnsafeAllowed)
    await admin.query(`create database ${template}`)
  } finally {
    await admin.end()
  }
  const owner = makePool({ connectionString: onDatabase(adminUrl, template) }, OWNER_LIMITS, quiet)
  await migrate(owner, { directory: findMigrations(), appPassword, log: quiet }).finally(() => owner.end())
}
