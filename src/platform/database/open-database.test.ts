import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { asAdmin, dropDatabases, onDatabase } from '../../../test/database/test-server.ts'
import { PlainError } from '../../kernel/plain-error.ts'
import { loginRoleOf, loginRolesOf } from './app-role.ts'
import { assertVersion } from './assert-server.ts'
import { asRole, readDatabaseUrl } from './database-url.ts'
import { findMigrations, migrate } from './migrate.ts'
import { type Database, openDatabase } from './open-database.ts'
import { withScope } from './scope.ts'

const { adminUrl, prefix } = inject('testServer')
const appPassword = 'a-third-password-of-the-tests'
const log = (): void => undefined
const nowhere = join(tmpdir(), 'guidui-no-such-directory')

const reasonOf = (opening: Promise<unknown>): Promise<unknown> =>
  opening.then(
    () => 'it opened',
    (fault: unknown) => fault,
  )

async function makeDatabase(): Promise<string> {
  const name = `${prefix}_${randomBytes(4).toString('hex')}`
  await asAdmin(adminUrl, `create database ${name}`)
  onTestFinished(() => dropDatabases(adminUrl, name, loginRolesOf(name)))
  return name
}

const visible = (database: Database): Promise<unknown[]> =>
  withScope(
    database.appPool,
    { lo: '50', hi: '51' },
    'read',
    async (tx) => (await tx.query('select current_user as name, app.scope_lo() as lo')).rows,
  )

test('a named server is opened, migrated and used by the application role', async () => {
  const name = await makeDatabase()
  const database = await openDatabase({
    databaseUrl: onDatabase(adminUrl, name),
    dataDirectory: nowhere,
    appPassword,
    isUnsafeAllowed: true,
    log,
  })
  onTestFinished(database.close)
  await migrate(database.ownerPool, { directory: findMigrations(), appPassword, log })

  expect(await visible(database)).toEqual([{ name: loginRoleOf(name), lo: '50' }])
})

test('without a named server the private one is started, and stopped on closing', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'guidui-open-'))
  await chmod(dataDirectory, 0o755)
  onTestFinished(() => rm(dataDirectory, { recursive: true }))
  for (const taken of [1, 0]) {
    const database = await openDatabase({ dataDirectory, appPassword, log })
    const steps = await migrate(database.ownerPool, { directory: findMigrations(), appPassword, log })

    expect(steps.length > 0).toBe(taken === 1)
    expect(await visible(database)).toEqual([{ name: 'guidui_app_guidui', lo: '50' }])
    await database.close()
  }
})

test('a connection cut by the server does not end the process, and the pool opens another', async () => {
  const name = await makeDatabase()
  const database = await openDatabase({
    databaseUrl: onDatabase(adminUrl, name),
    dataDirectory: nowhere,
    appPassword,
    isUnsafeAllowed: true,
    log,
  })
  onTestFinished(database.close)
  await database.ownerPool.query('select 1')
  await asAdmin(adminUrl, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)

  const { rows } = await database.ownerPool.query('select 1 as n').catch(() => database.ownerPool.query('select 1 as n'))

  expect(rows).toEqual([{ n: 1 }])
})

test.each([
  ['not an address', /不是完整的 PostgreSQL 地址[\s\S]*not a whole PostgreSQL address/],
  ['mysql://owner@host/guidui', /not a whole PostgreSQL address/],
  ['postgres://owner:secret@host', /not a whole PostgreSQL address/],
  ['postgres://owner:secret@127.0.0.1:1/guidui', /127\.0\.0\.1:1\/guidui：连接不上[\s\S]*cannot be reached/],
])('the address %s is answered with a sentence without its password', async (databaseUrl, sentence) => {
  const reason = await reasonOf(openDatabase({ databaseUrl, dataDirectory: nowhere, appPassword, log }))

  expect(reason).toBeInstanceOf(PlainError)
  expect(String(reason)).toMatch(sentence)
  expect(String(reason)).not.toContain('secret')
})

test('a database that does not exist is answered with a sentence', async () => {
  const databaseUrl = onDatabase(adminUrl, `${prefix}_missing`)

  const reason = await reasonOf(openDatabase({ databaseUrl, dataDirectory: nowhere, appPassword, log }))

  expect(String(reason)).toMatch(/数据库不存在[\s\S]*does not exist; create it/)
})

test('a server that may forget acknowledged records is refused, unless a test allows it', async () => {
  const name = await makeDatabase()
  await asAdmin(adminUrl, `alter database ${name} set synchronous_commit = off`)
  const config = { databaseUrl: onDatabase(adminUrl, name), dataDirectory: nowhere, appPassword, log }

  expect(String(await reasonOf(openDatabase(config)))).toMatch(/关闭了[\s\S]*synchronous_commit[\s\S]*off: a power cut/)
  const allowed = await openDatabase({ ...config, isUnsafeAllowed: true })
  await allowed.close()
})

test.each([140_019, 150_013, 160_009, 170_005])('version %i is too old', (version) => {
  expect(() => assertVersion(version)).toThrow(/PostgreSQL \d+\.\d+[\s\S]*Upgrade it/)
})

test.each([190_000, 200_001])('version %i is too new', (version) => {
  expect(() => assertVersion(version)).toThrow(/PostgreSQL \d+，比本版本测试过的[\s\S]*newer than the 15 to 18/)
})

test.each([150_014, 160_010, 170_006, 180_000, 180_004])('version %i will do', (version) => {
  expect(() => assertVersion(version)).not.toThrow()
})

test.each([
  ['postgres://owner:old@db:5433/guidui?sslmode=require', 'postgres://db:5433/guidui?sslmode=require&user=app&password=new'],
  ['postgresql:///guidui?host=/run/pg&user=owner', 'postgresql:///guidui?host=%2Frun%2Fpg&user=app&password=new'],
])('the application goes to %s under its own name', (address, expected) => {
  expect(asRole(readDatabaseUrl(address), 'app', 'new')).toEqual({ connectionString: expected })
})
