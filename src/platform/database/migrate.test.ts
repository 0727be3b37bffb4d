import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, expect, inject, test } from 'vitest'
import { runScript } from '../../../test/database/run-script.ts'
import { asAdmin, onDatabase } from '../../../test/database/test-server.ts'
import { loginRoleOf, loginRolesOf } from './app-role.ts'
import { asRole } from './database-url.ts'
import { makePool, OWNER_LIMITS } from './make-pool.ts'
import { findMigrations, migrate } from './migrate.ts'

const { adminUrl, prefix } = inject('testServer')
const appPassword = 'another-password-of-the-tests'
const quiet = (): void => undefined
const database = `${prefix}_${randomBytes(4).toString('hex')}`
await asAdmin(adminUrl, `create database ${database}`)
const owner = makePool({ connectionString: onDatabase(adminUrl, database) }, OWNER_LIMITS, quiet)
let directory = ''

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guidui-migrations-'))
})
afterEach(async () => {
  const { rows } = await owner.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema|public)'",
  )
  for (const { name } of rows) await owner.query(`drop schema ${name} cascade`)
  for (const role of loginRolesOf(database)) await owner.query(`drop role if exists ${role}`)
  await rm(directory, { recursive: true })
})
afterAll(async () => {
  await owner.end()
  await asAdmin(adminUrl, `drop database ${database} with (force)`)
})

const write = (file: string, text: string): Promise<void> => writeFile(join(directory, file), text)
const run = (): Promise<string[]> => migrate(owner, { directory, appPassword, log: quiet })
const ledger = async (): Promise<string[]> =>
  (await owner.query<{ name: string }>('select name from app.migrations order by name')).rows.map((row) => row.name)

test('the steps are taken in the order of their numbers', async () => {
  await write('0002_parade_add_flag.sql', 'insert into parade.flags values (2)')
  await write('0001_parade_create_flags.sql', 'create schema parade; create table parade.flags (n int)')

  expect(await run()).toEqual(['0001_parade_create_flags', '0002_parade_add_flag'])
  expect(await ledger()).toEqual(['0001_parade_create_flags', '0002_parade_add_flag'])
})

test('migrating again changes nothing', async () => {
  await write('0001_parade_create_schema.sql', 'create schema parade')
  await run()

  expect(await run()).toEqual([])
})

test('two processes at once take every step once', async () => {
  await write('0001_parade_create_schema.sql', 'create schema parade; select pg_sleep(0.1)')

  const taken = await Promise.all([run(), run()])

  expect(taken.flat()).toEqual(['0001_parade_create_schema'])
})

test('a step with a lower number, come from another branch, is taken later', async () => {
  await write('0002_parade_create_schema.sql', 'create schema parade')
  await run()
  await write('0001_march_create_schema.sql', 'create schema march')

  expect(await run()).toEqual(['0001_march_create_schema'])
})

test('a step that fails leaves nothing of itself and keeps what came before', async () => {
  await write('0001_parade_create_schema.sql', 'create schema parade')
  await write('0002_parade_create_flags.sql', 'create table parade.flags (n int); select 1 / 0')

  await expect(run()).rejects.toThrow('migration 0002_parade_create_flags failed: division by zero')
  expect(await ledger()).toEqual(['0001_parade_create_schema'])
  expect((await owner.query("select to_regclass('parade.flags') as flags")).rows).toEqual([{ flags: null }])
})

test('a process killed in the middle of a step leaves whole steps, and the next one goes on', async () => {
  await write('0001_parade_create_schema.sql', 'create schema parade')
  await write('0002_parade_create_flags.sql', 'create table parade.flags (n int); select pg_sleep(600)')
  const script = runScript('migrate-once.ts', [onDatabase(adminUrl, database), directory, appPassword])
  while ((await owner.query("select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'")).rowCount === 0)
    await sleep(50)
  await script.kill()
  await write('0002_parade_create_flags.sql', 'create table parade.flags (n int)')

  expect(await run()).toEqual(['0002_parade_create_flags'])
})

test('a step that cannot run in a transaction runs outside, its statements one by one', async () => {
  await write('0001_parade_create_flags.sql', 'create schema parade; create table parade.flags (n int)')
  await write(
    '0002_parade_index_flags.sql',
    '-- no transaction\n-- Built beside the traffic; a half-built one is dropped first.\ndrop index concurrently if exists parade.flags_n_idx;\ncreate index concurrently flags_n_idx on parade.flags (n);\n',
  )
  await run()

  const { rows } = await owner.query("select indisvalid from pg_index where indexrelid = 'parade.flags_n_idx'::regclass")

  expect(rows).toEqual([{ indisvalid: true }])
})

test('a file changed after it was applied is refused', async () => {
  await write('0001_parade_create_schema.sql', 'create schema parade')
  await run()
  await write('0001_parade_create_schema.sql', 'create schema parade_ground')

  await expect(run()).rejects.toThrow(/被改动：0001_parade_create_schema[\s\S]*changed after they had been applied/)
})

test('a file whose line ends became CRLF is the same file', async () => {
  await write('0001_parade_create_schema.sql', 'create schema\nparade')
  await run()
  await write('0001_parade_create_schema.sql', 'create schema\r\nparade')

  expect(await run()).toEqual([])
})

test('a database migrated by a newer program is refused', async () => {
  await write('0001_parade_create_schema.sql', 'create schema parade')
  await run()
  await rm(join(directory, '0001_parade_create_schema.sql'))

  await expect(run()).rejects.toThrow(/不认识的迁移：0001_parade_create_schema[\s\S]*A newer Guidui has upgraded it/)
})

test.each(['1_parade.sql', '0001_Parade_create.sql', '0001-parade-create.sql'])('the name %s is refused', async (file) => {
  await write(file, 'select 1')

  await expect(run()).rejects.toThrow('is not named NNNN_module_verb_noun.sql')
})

test('two steps of one number are refused', async () => {
  await write('0001_parade_create_flags.sql', 'select 1')
  await write('0001_march_create_steps.sql', 'select 1')

  await expect(run()).rejects.toThrow('have the number 0001')
})

test('the application logs in with its password, owns nothing and has no power', async () => {
  await migrate(owner, { directory: findMigrations(), appPassword, log: quiet })
  const login = loginRoleOf(database)
  const client = new pg.Client(asRole({ database, connection: { connectionString: onDatabase(adminUrl, database) } }, login, appPassword))
  await client.connect()

  const { rows } = await client
    .query(
      `select current_user as name, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as powerful,
              pg_has_role('guidui_app', 'member') as member,
              exists (select from pg_shdepend where refobjid = r.oid and deptype = 'o') as owns,
              has_schema_privilege('public', 'usage') as public, has_table_privilege('app.migrations', 'select') as ledger
         from pg_roles r where rolname = current_user`,
    )
    .finally(() => client.end())

  expect(rows).toEqual([{ name: login, powerful: false, member: true, owns: false, public: false, ledger: false }])
})

test('a login role that was given power is refused', async () => {
  await asAdmin(adminUrl, `create role ${loginRoleOf(database)} login bypassrls`)

  await expect(run()).rejects.toThrow(/权限超出应用所需[\s\S]*has more power/)
})

test('a login role that may become another role is refused', async () => {
  await asAdmin(adminUrl, `create role ${loginRoleOf(database)} login in role pg_read_all_data`)

  await expect(run()).rejects.toThrow('pg_read_all_data')
})
