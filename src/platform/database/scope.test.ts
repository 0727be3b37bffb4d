import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database/clone.ts'
import { APP_LIMITS, makePool } from './make-pool.ts'
import { withOwner, withScope } from './scope.ts'
import type { Tx } from './tx.ts'

const database = await openTestDatabase()
/** One connection, so that everything a transaction leaves behind meets the next. */
const single = makePool(database.appConnection, { ...APP_LIMITS, max: 1 }, () => undefined)
afterAll(async () => {
  await single.end()
  await database.close()
})

const BANAN = { lo: '500113', hi: '500114' }
const YUBEI = { lo: '500112', hi: '500113' }

beforeAll(async () => {
  await database.ownerPool.query(`
    create schema parade;
    create table parade.flags (bureau_code text collate "C" not null, unit_code text collate "C" not null, primary key (bureau_code, unit_code));
    alter table parade.flags enable row level security;
    alter table parade.flags force row level security;
    create policy flags_select on parade.flags for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
    create policy flags_insert on parade.flags for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
    grant usage on schema parade to guidui_app;
    grant select, insert on parade.flags to guidui_app;
    insert into parade.flags values ('500112', '500112017005'), ('500113', '500113001001')`)
})

const flags = async (tx: Tx): Promise<string[]> =>
  (await tx.query<{ unit_code: string }>('select unit_code from parade.flags order by 1')).rows.map((row) => row.unit_code)
const raise = (unitCode: string) => (tx: Tx) => tx.query('insert into parade.flags values (left($1, 6), $1)', [unitCode])

test('a transaction sees the rows of its range and no others', async () => {
  const seen = await withScope(single, YUBEI, 'read', flags)

  expect(seen).toEqual(['500112017005'])
})

test('without a scope nothing is visible', async () => {
  const { rows } = await single.query('select * from parade.flags')

  expect(rows).toEqual([])
})

test('a scope ends with its transaction, though the connection is used again', async () => {
  await withScope(single, YUBEI, 'read', flags)

  const { rows } = await single.query(
    'select app.scope_lo() as lo, app.scope_hi() as hi, app.account_id() as account, (select count(*) from parade.flags) as flags',
  )

  expect(rows).toEqual([{ lo: null, hi: null, account: null, flags: 0n }])
})

test('the next borrower of the connection sees its own range only', async () => {
  await withScope(single, { ...YUBEI, accountId: randomUUID() }, 'read', flags)

  const seen = await withScope(single, BANAN, 'read', async (tx) => [
    await flags(tx),
    (await tx.query('select app.account_id() as account')).rows,
  ])

  expect(seen).toEqual([['500113001001'], [{ account: null }]])
})

test('the account that acts is known inside', async () => {
  const accountId = '018f4f6e-0000-7000-8000-000000000001'

  const { rows } = await withScope(single, { ...YUBEI, accountId }, 'read', (tx) => tx.query('select app.account_id() as account'))

  expect(rows).toEqual([{ account: accountId }])
})

test('a reading transaction cannot write', async () => {
  const writing = withScope(single, YUBEI, 'read', raise('500112017006'))

  await expect(writing).rejects.toThrow('read-only transaction')
})

test('a writing transaction keeps what it wrote', async () => {
  await withScope(single, YUBEI, 'write', raise('500112017010'))

  expect(await withScope(single, YUBEI, 'read', flags)).toContain('500112017010')
})

test('nothing can be written outside the range', async () => {
  const writing = withScope(single, YUBEI, 'write', raise('500113001002'))

  await expect(writing).rejects.toThrow('row-level security')
})

test.each([
  ["500112'; reset role; --", '500113'],
  ['500112', "500113'"],
  ['', ':'],
  ['500112\n', '500113'],
  ['５００１１２', '500113'],
  ['500112', '500113; drop schema app'],
])('a scope that is no code is refused: %j to %j', async (lo, hi) => {
  const reading = withScope(single, { lo, hi }, 'read', flags)

  await expect(reading).rejects.toThrow('a scope is two codes')
})

test('an account that is no UUID is refused', async () => {
  const reading = withScope(single, { ...YUBEI, accountId: "x'; set role postgres; --" }, 'read', flags)

  await expect(reading).rejects.toThrow('is a UUID')
})

test('work that throws is rolled back', async () => {
  const writing = withScope(single, YUBEI, 'write', async (tx) => {
    await raise('500112017020')(tx)
    throw new Error('the roof fell in')
  })

  await expect(writing).rejects.toThrow('the roof fell in')
  expect(await withScope(single, YUBEI, 'read', flags)).not.toContain('500112017020')
})

test('work that is undone is rolled back and still answers', async () => {
  const answer = await withScope(single, YUBEI, 'write', async (tx) => {
    await raise('500112017021')(tx)
    tx.undo()
    return 'refused'
  })

  expect(answer).toBe('refused')
  expect(await withScope(single, YUBEI, 'read', flags)).not.toContain('500112017021')
})

test('a swallowed failure is not reported as saved', async () => {
  const writing = withScope(single, YUBEI, 'write', async (tx) => {
    await raise('500113001099')(tx).catch(() => undefined)
  })

  await expect(writing).rejects.toThrow('nothing was committed')
})

test('a query that nobody waited for cannot run after its transaction', async () => {
  const kept: Tx[] = []
  await withScope(single, YUBEI, 'read', async (tx) => kept.push(tx))

  await expect(Promise.all(kept.map(flags))).rejects.toThrow('this transaction has ended')
})

test('a connection whose session is in doubt is not used again', async () => {
  const pid = async (tx: Tx) => (await tx.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid
  const before = await withScope(single, YUBEI, 'read', pid)
  await withScope(single, YUBEI, 'read', () => Promise.reject(new TypeError('our mistake'))).catch(() => undefined)

  const after = await withScope(single, YUBEI, 'read', pid)

  expect(after).not.toBe(before)
})

test('a connection that breaks in the middle is a fault, and the next one works', async () => {
  const broken = withScope(single, YUBEI, 'write', async (tx) => {
    const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
    await database.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await raise('500112017030')(tx)
  })

  await expect(broken).rejects.toThrow()
  expect(await withScope(single, YUBEI, 'read', flags)).not.toContain('500112017030')
})

test('the owner works without a scope', async () => {
  const seen = await withOwner(database.ownerPool, flags)

  expect(seen).toEqual(expect.arrayContaining(['500112017005', '500113001001']))
})

test('values come back as what they are', async () => {
  const { rows } = await single.query(`
    select 9007199254740993::int8 as big, date '2026-11-22' as day, timestamptz '2026-11-22 08:00:00.5+08' as instant, 12.30::numeric as rate,
           array[1, null]::int8[] as bigs, array[date '2026-11-22'] as days, array[timestamptz '2026-11-22 00:00Z'] as instants, '{}'::int8[] as none`)

  expect(rows[0]).toEqual({
    big: 9007199254740993n,
    day: '2026-11-22',
    instant: '2026-11-22T00:00:00.500Z',
    rate: '12.30',
    bigs: [1n, null],
    days: ['2026-11-22'],
    instants: ['2026-11-22T00:00:00.000Z'],
    none: [],
  })
})
