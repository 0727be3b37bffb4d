import { afterAll, beforeAll, expect, test } from 'vitest'
import { allOf } from '../../../test/all-of.ts'
import { openTestDatabase } from '../../../test/database/clone.ts'
import { copyOut } from './copy-out.ts'
import { APP_LIMITS, makePool } from './make-pool.ts'
import { withScope } from './scope.ts'

const database = await openTestDatabase()
/** One connection, so that everything a reading leaves behind meets the next. */
const single = makePool(database.appConnection, { ...APP_LIMITS, max: 1 }, () => undefined)
afterAll(async () => {
  await single.end()
  await database.close()
})

const YUBEI = { lo: '500112', hi: '500113' }
const HEADER = 19

beforeAll(async () => {
  await database.ownerPool.query(`
    create schema parade;
    create table parade.flags (bureau_code text collate "C" not null, no integer not null, primary key (bureau_code, no));
    alter table parade.flags enable row level security;
    alter table parade.flags force row level security;
    create policy flags_select on parade.flags for select using (bureau_code >= app.scope_lo() and bureau_code < app.scope_hi());
    grant usage on schema parade to guidui_app;
    grant select on parade.flags to guidui_app;
    insert into parade.flags select b, n from unnest(array['500112', '500113']) b, generate_series(1, 100000) n`)
})

/** The numbers of rows of one integer each. */
async function numbers(select: string): Promise<number[]> {
  const bytes = Buffer.concat(await allOf(copyOut(single, YUBEI, select))).subarray(HEADER)
  const row = 2 + 4 + 4
  return Array.from({ length: (bytes.length - 2) / row }, (_, no) => bytes.readInt32BE(no * row + 6))
}

test('the rows of its range come in their order, and no others', async () => {
  expect(await numbers('select no from parade.flags where no <= 3 order by no desc')).toEqual([3, 2, 1])
  expect(await numbers('select no from parade.flags')).toHaveLength(100_000)
})

test('nothing of the scope is left on the connection', async () => {
  await numbers('select no from parade.flags limit 1')

  expect((await single.query('select * from parade.flags limit 1')).rows).toEqual([])
})

test('whoever stops in the middle, and whom the database refuses, leaves a pool that works', async () => {
  for await (const chunk of copyOut(single, YUBEI, 'select no from parade.flags')) {
    expect(chunk.length).toBeGreaterThan(0)
    break
  }
  await expect(numbers('select no from parade.nothing')).rejects.toThrow('does not exist')
  await expect(numbers('select 1 / (no - 90000) from parade.flags order by no')).rejects.toThrow('division by zero')

  const asked = await withScope(single, YUBEI, 'read', (tx) => tx.query('select count(*)::int as count from parade.flags', []))
  expect(asked.rows).toEqual([{ count: 100_000 }])
})
