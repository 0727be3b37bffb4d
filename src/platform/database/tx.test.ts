import { afterAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database/clone.ts'
import { APP_LIMITS, makePool } from './make-pool.ts'
import { prepared } from './prepared.ts'
import { withOwner } from './scope.ts'
import type { Tx } from './tx.ts'

const database = await openTestDatabase()
const single = makePool({ ...database.appConnection }, { ...APP_LIMITS, max: 1 }, () => undefined)
afterAll(async () => {
  await single.end()
  await database.close()
})

const inside = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => withOwner(single, run)
const ADD = prepared('insert into pg_temp.notes values ($1) returning note')
const LIST = prepared('select note from pg_temp.notes order by note')
const fresh = (tx: Tx) => tx.query('create temporary table if not exists notes (note text primary key); truncate notes')
const list = async (tx: Tx) => (await tx.query<{ note: string }>(LIST, [])).rows.map(({ note }) => note)

test('what is asked together runs in its order, each seeing what those before it did', async () => {
  const answers = await inside(async (tx) => {
    await fresh(tx)
    return await Promise.all([list(tx), tx.query(ADD, ['one']), list(tx), tx.query(ADD, ['two']), list(tx)])
  })

  expect([answers[0], answers[2], answers[4]]).toEqual([[], ['one'], ['one', 'two']])
  expect(answers[1]).toMatchObject({ command: 'INSERT', rowCount: 1, rows: [{ note: 'one' }] })
})

test('a prepared statement is parsed once a connection and answers the same every time', async () => {
  const counted = await inside(async (tx) => {
    await fresh(tx)
    await tx.query(ADD, ['one'])
    await Promise.all([list(tx), list(tx)])
    return [await list(tx), (await tx.query('select name from pg_prepared_statements where name = $1', [LIST.name])).rowCount]
  })

  expect(counted).toEqual([['one'], 1])
})

test('after one that fails the rest of the flight is not run, and the transaction can go back to its savepoint', async () => {
  const seen = await inside(async (tx) => {
    await fresh(tx)
    await Promise.all([tx.query(ADD, ['one']), tx.query('savepoint here', [])])
    const asked = await Promise.allSettled([tx.query(ADD, ['two']), tx.query(ADD, ['one']), tx.query(ADD, ['three'])])
    await tx.query('rollback to savepoint here', [])
    return [asked.map(({ status }) => status), await list(tx)]
  })

  expect(seen).toEqual([['fulfilled', 'rejected', 'rejected'], ['one']])
})

test('a statement that fails while it is prepared is prepared again when it can be', async () => {
  const WORD = prepared('select word from pg_temp.words')
  const seen = await inside(async (tx) => {
    await tx.query('savepoint here', [])
    const failed = await tx.query(WORD, []).catch((fault: Error) => fault.message)
    await tx.query('rollback to savepoint here', [])
    await tx.query(`create temporary table words on commit drop as select 'here' as word`)
    return [failed, (await tx.query(WORD, [])).rows]
  })

  expect(seen).toEqual([expect.stringContaining('does not exist'), [{ word: 'here' }]])
})

test('what is asked last runs with the commit, after everything else', async () => {
  await inside(async (tx) => {
    await fresh(tx)
    tx.queryLast(prepared('insert into pg_temp.notes select string_agg(note, $1) from pg_temp.notes'), ['+'])
    await Promise.all([tx.query(ADD, ['one']), tx.query(ADD, ['two'])])
  })

  expect(await inside(list)).toEqual(['one', 'one+two', 'two'])
})

test('when what is asked last fails, nothing stays, and the connection is used again', async () => {
  const pid = async (tx: Tx) => (await tx.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid
  await inside(fresh)
  const before = await inside(pid)
  const failing = inside(async (tx) => {
    await tx.query(ADD, ['one'])
    tx.queryLast(ADD, ['one'])
  })

  await expect(failing).rejects.toThrow('duplicate key')
  expect([await inside(list), await inside(pid)]).toEqual([[], before])
})

test('what is asked last by work that is undone is not asked', async () => {
  await inside(fresh)
  await inside(async (tx) => {
    tx.queryLast(ADD, ['one'])
    tx.undo()
  })

  expect(await inside(list)).toEqual([])
})

test('a value that cannot be sent fails alone, before anything travels', async () => {
  const circle: Record<string, unknown> = {}
  circle['itself'] = circle
  const seen = await inside(async (tx) => {
    await fresh(tx)
    const asked = await Promise.allSettled([tx.query(ADD, [circle]), tx.query(ADD, ['one'])])
    return [asked.map(({ status }) => status), await list(tx)]
  })

  expect(seen).toEqual([['rejected', 'fulfilled'], ['one']])
})
