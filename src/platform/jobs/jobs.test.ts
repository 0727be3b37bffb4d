import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database/clone.ts'
import { AccountId } from '../../kernel/id.ts'
import { clockAt } from '../clock/clock.ts'
import { withScope } from '../database/scope.ts'
import { noFiles } from '../files/no-files.ts'
import { openSecrets } from '../secrets/secrets.ts'
import { addJob, installJobs, type Job, type JobContext, type JobGround, startJobs } from './jobs.ts'

let database: TestDatabase
let ground: JobGround
const cause = { scope: { lo: '500112017005', hi: '500112017006' }, accountId: AccountId.parse(uuidv7()) }

beforeAll(async () => {
  database = await openTestDatabase()
  await installJobs(database.ownerPool)
  const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })
  ground = { pool: database.appPool, clock: clockAt('2026-06-10T02:00:00Z'), secrets, files: noFiles }
})

afterAll(() => database.close())

const start = (jobs: readonly Job[]) => startJobs({ ownerPool: database.ownerPool, ground, jobs, log: () => undefined })

const queue = (name: string, payload: Readonly<Record<string, unknown>>) =>
  withScope(database.appPool, cause.scope, 'write', (tx) => addJob(tx, cause, { name, payload }))

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !condition(); turn++) await sleep(50)
  expect(condition()).toBe(true)
}

async function waiting(): Promise<number> {
  const { rows } = await database.ownerPool.query<{ left: number }>('select count(*)::int as left from graphile_worker._private_jobs')
  return rows[0]?.left ?? -1
}

test('a job runs with the payload and the range of whoever caused it', async () => {
  const seen: { context: JobContext; range: unknown }[] = []
  const job: Job = {
    name: 'test.look',
    async run(context) {
      const range = await context.step('read', (tx) =>
        tx.query('select app.scope_lo() as lo, app.scope_hi() as hi, app.account_id() as id'),
      )
      seen.push({ context, range: range.rows[0] })
    },
  }
  const turns = await start([job])

  await queue('test.look', { importId: 'i1', count: 3 })
  await until(() => seen.length === 1)
  await turns.stop()

  expect(seen[0]?.context.payload).toEqual({ importId: 'i1', count: 3 })
  expect(seen[0]?.range).toEqual({ ...cause.scope, id: cause.accountId })
  expect(await waiting()).toBe(0)
})

test('a job whose action was rolled back never runs', async () => {
  const attempt = withScope(database.appPool, cause.scope, 'write', async (tx) => {
    await addJob(tx, cause, { name: 'test.never', payload: {} })
    throw new Error('the action failed')
  })

  await expect(attempt).rejects.toThrow('the action failed')

  expect(await waiting()).toBe(0)
})

test('a job under way when the program stops goes back into the queue and is taken up at the next start', async () => {
  let [begun, finished] = [0, 0]
  const job: Job = {
    name: 'test.long',
    async run({ signal }) {
      begun++
      if (begun === 1) await sleep(60_000, undefined, { signal })
      finished++
    },
  }
  const first = await start([job])
  await queue('test.long', {})
  await until(() => begun === 1)

  await first.stop()
  const second = await start([job])
  await until(() => finished === 1)
  await second.stop()

  expect(begun).toBe(2)
  expect(await waiting()).toBe(0)
})

test('a job that a killed process left locked is run at once by the next one', async () => {
  let runs = 0
  await queue('test.orphan', {})
  await database.ownerPool.query(
    "update graphile_worker._private_jobs set locked_by = 'worker-of-a-dead-process', locked_at = now(), attempts = 1",
  )

  const turns = await start([{ name: 'test.orphan', run: async () => void runs++ }])
  await until(() => runs === 1)
  await turns.stop()

  expect(runs).toBe(1)
})

test('a second process waits for its turn and takes over when the first ends', async () => {
  const ran: string[] = []
  const jobOf = (process: string): Job => ({ name: 'test.turn', run: async () => void ran.push(process) })
  const first = await start([jobOf('first')])
  const second = await start([jobOf('second')])
  await queue('test.turn', {})
  await until(() => ran.length === 1)

  await first.stop()
  await queue('test.turn', {})
  await until(() => ran.length === 2)
  await second.stop()

  expect(ran).toEqual(['first', 'second'])
})

test('where the queue cannot be taken over, the fault is thrown and no session is left', async () => {
  const bare = await openTestDatabase()
  const starting = startJobs({ ownerPool: bare.ownerPool, ground, jobs: [], log: () => undefined })

  await expect(starting).rejects.toThrow('graphile_worker')

  const { rows } = await bare.ownerPool.query(
    "select state from pg_stat_activity where datname = current_database() and application_name = 'guidui jobs'",
  )
  expect(rows).toEqual([])
  await bare.close()
})
