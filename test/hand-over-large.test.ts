import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type PlainDate } from '../src/kernel/plain-date.ts'
import type { RegionCode } from '../src/kernel/region-code.ts'
import { jobs } from '../src/modules/registry/index.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { noFiles } from '../src/platform/files/no-files.ts'
import { installJobs, type JobContext, startJobs } from '../src/platform/jobs/jobs.ts'
import { verifyJournal } from '../src/platform/journal/verify-journal.ts'
import { rowsOf } from './casework-world.ts'
import { ABOVE, doIt, head, laden, officer, openHandOverWorld } from './hand-over-world.ts'
import { team } from './work-world.ts'
import { actor, FENGMING, NEIGHBOUR, person, value } from './world.ts'

const { database, early, figuresAt, handOver, loadsOf, on } = await openHandOverWorld()
beforeAll(() => installJobs(database.ownerPool))
afterAll(database.close)

/** More than move with the action itself, and more than are moved together. */
const PEOPLE = 130
let born = 0
const IN_JUNE = { from: '2026-06-01', to: '2026-06-30' }
const allFigures = async () => await Promise.all(ABOVE.map((place) => figuresAt(place, IN_JUNE)))
const ground = { pool: database.appPool, clock: on.clock, secrets: on.secrets, files: noFiles }
const lying = async (unitCode: string) =>
  (await rowsOf<{ count: number }>(database, 'select count(*)::int as count from registry.people where unit_code = $1', [unitCode]))[0]
    ?.count

/** So many of one name and one day that each is suspected with some of the others, never with all. */
async function capture(people: number): Promise<void> {
  for (let many = 0; many < people; many++) {
    born += 1
    await person(early, { bornOn: addDays('1950-01-01' as PlainDate, Math.floor(born / 65)) })
  }
}

async function populate(): Promise<void> {
  await laden({ early, on })
  value(await doIt(on, actor(), 'work.record', team()))
  await capture(PEOPLE - 1)
}

/** The job as the queue runs it, killed in the middle of the transaction after so many. */
async function runUntilKilled(handOverId: string, transactions: number): Promise<void> {
  const job = jobs.find(({ name }) => name === 'registry.handOver')
  let begun = 0
  const step: JobContext['step'] = (mode, work) =>
    withScope(database.appPool, head.scope, mode, async (tx) => {
      const done = await work(tx)
      begun += mode === 'write' ? 1 : 0
      if (begun > transactions) throw new Error('killed')
      return done
    })
  const scope = { ...head.scope, accountId: head.accountId }
  const context = { ...ground, scope, payload: { handOverId }, signal: new AbortController().signal, isLastTry: false, step }
  await expect(job?.run(context)).rejects.toThrow('killed')
}

test('a large station goes on in the background, where it was killed too, and nothing moves twice or stays', async () => {
  await populate()
  const before = await allFigures()

  const begun = value<{ id: string; status: string; files: number; moved: number }>(await handOver())
  expect(begun).toMatchObject({ status: 'running', files: PEOPLE, moved: 0 })
  expect(await handOver({}, officer)).toMatchObject({ refusal: { code: 'under-way' } })
  expect(await doIt(on, officer, 'network.handOver', { unitCode: NEIGHBOUR, toUnit: FENGMING, reason: '反过来' })).toMatchObject({
    refusal: { code: 'transfers-open' },
  })

  await runUntilKilled(begun.id, 1)
  expect([await lying(FENGMING), await lying(NEIGHBOUR)]).toEqual([PEOPLE - 50, 50])
  expect((await loadsOf(FENGMING)).handOver).toMatchObject({ status: 'running', moved: 50 })
  expect(await allFigures()).toEqual(before)

  const turns = await startJobs({ ownerPool: database.ownerPool, ground, jobs, log: () => undefined })
  await expect.poll(async () => (await loadsOf(FENGMING)).handOver?.status, { timeout: 60_000 }).toBe('done')
  await turns.stop()

  const { rows, handOver: last } = await loadsOf(FENGMING)
  expect(rows).toEqual([])
  expect(last).toMatchObject({ status: 'done', files: PEOPLE, moved: PEOPLE })
  expect([await lying(FENGMING), await lying(NEIGHBOUR)]).toEqual([0, PEOPLE])
  expect(await allFigures()).toEqual(before)
  expect(await figuresAt(NEIGHBOUR as string as RegionCode, IN_JUNE)).toMatchObject({ clients: { is: PEOPLE } })
  const lines = await rowsOf(database, 'select person_id from registry.handed_files')
  expect(lines).toHaveLength(PEOPLE)
  const leaves = await rowsOf<{ canon: string }>(database, "select canon from spine.leaves where action_name = 'network.handedOver'")
  expect(leaves.map(({ canon }) => JSON.parse(canon) as object)).toMatchObject([{ detail: { files: PEOPLE, besides: 2, to: NEIGHBOUR } }])
  expect((await verifyJournal(database.ownerPool)).filter(({ broken }) => broken)).toEqual([])
})

test('a job that is done, or that was never asked for, does nothing', async () => {
  const job = jobs.find(({ name }) => name === 'registry.handOver')
  const [done] = await rowsOf<{ id: string }>(database, 'select id from registry.hand_overs')
  const step: JobContext['step'] = (mode, work) => withScope(database.appPool, head.scope, mode, work)
  const scope = { ...head.scope, accountId: head.accountId }

  for (const handOverId of [done?.id, uuidv7()])
    await job?.run({ ...ground, scope, payload: { handOverId }, signal: new AbortController().signal, isLastTry: false, step })

  expect(await lying(NEIGHBOUR)).toBe(PEOPLE)
  expect(await rowsOf(database, 'select person_id from registry.handed_files')).toHaveLength(PEOPLE)
})

test('after the last try it stands still and says so, and what is left is handed over by the next one', async () => {
  await capture(PEOPLE)
  const first = value<{ id: string }>(await handOver())
  await runUntilKilled(first.id, 1)
  const job = jobs.find(({ name }) => name === 'registry.handOver')
  let writes = 0
  const step: JobContext['step'] = async (mode, work) => {
    if (mode === 'write' && ++writes === 1) throw new Error('the disk is full')
    return await withScope(database.appPool, head.scope, mode, work)
  }
  const scope = { ...head.scope, accountId: head.accountId }
  const last = { ...ground, scope, payload: { handOverId: first.id }, signal: new AbortController().signal, isLastTry: true, step }
  await expect(job?.run(last)).rejects.toThrow('the disk is full')
  expect((await loadsOf(FENGMING)).handOver).toMatchObject({ status: 'stopped', moved: 50 })

  const next = value<{ status: string; files: number; moved: number }>(await handOver())

  expect(next).toMatchObject({ status: 'done', files: PEOPLE - 50, moved: PEOPLE - 50 })
  expect(await lying(FENGMING)).toBe(0)
})
