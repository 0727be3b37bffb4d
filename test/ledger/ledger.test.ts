import { afterAll, expect, test, vi } from 'vitest'
import { openTestDatabase } from '../database/clone.ts'
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
