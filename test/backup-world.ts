import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { REBUILT_TABLES } from '../src/modules/indicators/index.ts'
import { type CheckedBackup, restoreBackup, writeBackup } from '../src/platform/backup/index.ts'
import { loginRolesOf } from '../src/platform/database/app-role.ts'
import { findMigrations, migrate } from '../src/platform/database/migrate.ts'
import { type Database, openDatabase } from '../src/platform/database/open-database.ts'
import { installJobs } from '../src/platform/jobs/jobs.ts'
import { openSecrets, type Secrets } from '../src/platform/secrets/secrets.ts'
import { asAdmin, dropDatabases, onDatabase } from './database/test-server.ts'

const { adminUrl, prefix } = inject('testServer')
export const appPassword = 'a-password-of-restored-databases'
export const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })

/** A folder of the test's own, gone with it. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guidui-backup-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A database without anything, not even a schema. */
export async function emptyDatabase(): Promise<Database> {
  const name = `${prefix}_${randomBytes(4).toString('hex')}`
  await asAdmin(adminUrl, `create database ${name}`)
  onTestFinished(() => dropDatabases(adminUrl, name, loginRolesOf(name)))
  const databaseUrl = onDatabase(adminUrl, name)
  const database = await openDatabase({ databaseUrl, dataDirectory: tmpdir(), appPassword, isUnsafeAllowed: true, log: () => undefined })
  onTestFinished(database.close)
  return database
}

/** A backup of a database in a folder of its own. */
export async function backedUp(source: { ownerPool: pg.Pool }, given: { secrets?: Secrets; files?: string } = {}) {
  await installJobs(source.ownerPool)
  const folder = await scratch()
  const path = join(folder, 'one.backup')
  const asked = { secrets: given.secrets ?? secrets, files: given.files ?? join(folder, 'none'), madeAt: '2026-06-10T02:00:00Z' }
  const checked = await writeBackup(path, { pool: source.ownerPool, leftOut: REBUILT_TABLES, ...asked })
  return { path, checked }
}

/** The backup in a database of its own, brought up to date. */
export async function restored({ path, checked }: { path: string; checked: CheckedBackup }, into?: { files: string }): Promise<Database> {
  const database = await emptyDatabase()
  const files = into?.files ?? (await scratch())
  await restoreBackup(path, checked, { pool: database.ownerPool, secrets, appPassword, files, log: () => undefined })
  await migrate(database.ownerPool, { directory: findMigrations(), appPassword, log: () => undefined })
  return database
}

/** What each table holds, as one hash a table. */
export async function tableHashes({ ownerPool }: { ownerPool: pg.Pool }, { manifest }: CheckedBackup): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  const client = await ownerPool.connect()
  try {
    await client.query('begin; set local row_security = off')
    for (const { name, columns } of manifest.tables) {
      const { rows } = await client.query<{ hash: string }>(
        `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from (select ${columns.join(', ')} from ${name}) t`,
      )
      hashes[name] = rows[0]?.hash ?? ''
    }
    await client.query('commit')
    return hashes
  } finally {
    client.release()
  }
}
