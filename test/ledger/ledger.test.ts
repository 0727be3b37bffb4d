import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openFileStore } from '../../src/platform/files/index.ts'
import { installJobs } from '../../src/platform/jobs/jobs.ts'
import { openTestDatabase } from '../database/clone.ts'
import { ground } from '../world.ts'
import { race } from './races.ts'
import { replay } from './replay.ts'
import { simulate } from './simulate.ts'

/** A busy machine may take its time: nothing here is about speed. */
vi.setConfig({ testTimeout: 180_000 })

const [database, empty] = [await openTestDatabase(), await openTestDatabase()]
afterAll(async () => {
  await database.close()
  await empty.close()
})

test('3,000 messages of eight officers at once are answered as the model answers them, and the book replayed gives the same balances', async () => {
  const done = await simulate({ app: database.appPool, owner: database.ownerPool }, { messages: 3_000, workers: 8, seed: 1 })
  const again = await replay(database.ownerPool, empty.ownerPool)

  expect(done.wrong).toEqual([])
  expect(again.different).toEqual([])
  expect(done.duplicates / done.messages).toBeGreaterThan(0.2)
  for (const code of ['fund-short', 'id-taken', 'hold-settled', 'already-reversed'])
    expect(done.outcomes.get(code), code).toBeGreaterThan(0)
})

test('a replayed book that lacks a posting is seen', async () => {
  await database.ownerPool.query(
    `update ledger.entries set amount_fen = amount_fen + 1 where (posting_id, seq) = (select posting_id, seq from ledger.entries order by posting_id desc, seq limit 1)`,
  )
  const other = await openTestDatabase()

  const { different } = await replay(database.ownerPool, other.ownerPool)
  await other.close()

  expect(different).toHaveLength(1)
})

test('calls sent in two to eight copies at once have one effect and one answer, and another body is refused', async () => {
  const racing = await openTestDatabase()
  await installJobs(racing.ownerPool)
  const directory = await mkdtemp(join(tmpdir(), 'guidui-races-'))
  const bare = ground(racing)
  const on = { ...bare, files: await openFileStore({ directory, secrets: bare.secrets }) }

  const raced = await race({ on, pools: racing }, 7)
  await racing.close()
  await rm(directory, { recursive: true, force: true })

  expect(raced.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(raced.map(({ copies }) => copies)).toEqual(Array(5).fill(35))
})
