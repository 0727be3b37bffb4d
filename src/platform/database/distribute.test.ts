import { afterAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database/clone.ts'
import { PlainError } from '../../kernel/plain-error.ts'
import { distribute, planDistribution } from './distribute.ts'

const database = await openTestDatabase()
afterAll(database.close)

test('every table of ours is placed once, by its first key column, after all that its foreign keys lead to', async () => {
  const calls = await planDistribution(database.ownerPool)
  const at = new Map(calls.map(({ table }, index) => [table, index]))
  const { rows: tables } = await database.ownerPool.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname !~ '^pg_' and schemaname not in ('information_schema', 'graphile_worker', 'app')`,
  )
  const { rows: keys } = await database.ownerPool.query<{ child: string; parent: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  )

  expect([...at.keys()].toSorted()).toEqual(tables.map(({ name }) => name).toSorted())
  expect(keys.filter(({ child, parent }) => (at.get(child) ?? -1) < (at.get(parent) ?? 0))).toEqual([])
  expect(calls.find(({ table }) => table === 'registry.people')?.sql).toBe(
    `select create_distributed_table('registry.people', 'bureau_code')`,
  )
  expect(calls.filter(({ does, sql }) => does === 'tenant' && !sql.endsWith(`, 'bureau_code')`))).toEqual([])
  expect(calls.find(({ table }) => table === 'network.divisions')?.sql).toBe(`select create_reference_table('network.divisions')`)
  expect(calls.find(({ table }) => table === 'access.logins')?.does).toBe('directory')
})

test('a directory is cut by what it is looked up by; one that holds something else unique stands whole on every machine', async () => {
  const calls = new Map((await planDistribution(database.ownerPool)).map(({ table, sql }) => [table, sql]))

  expect(calls.get('access.logins')).toContain('create_distributed_table')
  expect(calls.get('access.logins')).toContain(`colocate_with => 'none'`)
  // By its id, and no phone twice.
  expect(calls.get('access.personal_accounts')).toBe(`select create_reference_table('access.personal_accounts')`)
})

test('foreign keys in a circle are said and not guessed at', async () => {
  await database.ownerPool.query(`create schema ring; create table ring.a (bureau_code text, id int, primary key (bureau_code, id), b int);
    create table ring.b (bureau_code text, id int, primary key (bureau_code, id), a int, foreign key (bureau_code, a) references ring.a);
    alter table ring.a add foreign key (bureau_code, b) references ring.b`)

  await expect(planDistribution(database.ownerPool)).rejects.toThrow('ring.a, ring.b')
  await database.ownerPool.query('drop schema ring cascade')
})

test('without Citus it is said what is missing', async () => {
  await expect(distribute(database.ownerPool)).rejects.toThrow(PlainError)
})
