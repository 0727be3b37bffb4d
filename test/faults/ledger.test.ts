import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, expect, test } from 'vitest'
import { guardBooks } from '../../src/modules/ledger/index.ts'
import { openFileStore } from '../../src/platform/files/index.ts'
import { installJobs } from '../../src/platform/jobs/jobs.ts'
import { readReturn, storeReturn } from '../bank-return.ts'
import { openTestDatabase } from '../database/clone.ts'
import { act, batchOf, office, runJob } from '../ledger-office.ts'
import { fund } from '../ledger-world.ts'
import { ground, value, YUBEI } from '../world.ts'
import { type Deed, killDeed } from './ledger-run.ts'

const database = await openTestDatabase()
await installJobs(database.ownerPool)
const directory = await mkdtemp(join(tmpdir(), 'guidui-faults-'))
const bare = ground(database)
const on = { ...bare, files: await openFileStore({ directory, secrets: bare.secrets }) }
afterAll(async () => {
  await database.close()
  await rm(directory, { recursive: true, force: true })
})

async function counts(sql: string, values: readonly unknown[]): Promise<readonly number[]> {
  const { rows } = await database.ownerPool.query<Record<string, number>>(sql, [...values])
  return Object.values(rows[0] ?? {})
}

const POSTED = `
  (select count(*)::int from ledger.postings where id = $1) as postings,
  (select count(distinct posting_id)::int from ledger.entries where posting_id = $1) as entries,
  (select count(*)::int from spine.leaves where subject_id = $1 and action_name = 'ledger.post') as audit,
  (select count(*)::int from spine.receipts where action_id = $1 and not refused) as receipts`

async function filedBatch() {
  const line = { lineId: uuidv7(), amountFen: 100n }
  const batchId = await batchOf(database, on, { fundAccount: await fund(database, { fen: 100n }), lines: [line] })
  const { fileJobId } = value<{ fileJobId: string }>(
    await act(on, office.cashier, { name: 'batch.file', input: { batchId, format: 'csv' } }),
  )
  const make = (at: typeof on) => runJob(at, office.cashier, { fileJobId, batchId })
  return { batchId, line, make }
}

const approve: Deed = {
  name: 'approve',
  watched: /ledger\.proposals/,
  async prepare() {
    const [from, to] = [await fund(database, { fen: 100n }), await fund(database)]
    const move = { kind: 'shift', from, to, amountFen: '100' }
    const { proposalId } = value<{ proposalId: string }>(
      await act(on, office.maker, { name: 'fund.propose', input: { place: YUBEI, move, purpose: null, memo: '演练' } }),
    )
    return {
      act: (at, actionId) => act(at, office.checker, { name: 'fund.approve', actionId, input: { proposalId } }),
      traces: (id) =>
        counts(
          `select ${POSTED}, (select count(*)::int from ledger.proposals where posting_id = $1) as proposals,
             (select count(*)::int from ledger.accounts where id = $2 and balance_fen = 100) as arrived`,
          [id, to],
        ),
    }
  },
}

const file: Deed = {
  name: 'file',
  watched: /ledger\.batches .*for update/s,
  async prepare() {
    const { batchId, make } = await filedBatch()
    return {
      act: async (at) => {
        await make({ ...on, ...at })
        return undefined
      },
      traces: () =>
        counts(
          `select (select count(*)::int from ledger.batches where id = $1 and state = 'filed') as batch,
             (select count(*)::int from ledger.batch_lines l join ledger.batches b on b.id = l.batch_id and b.state = 'filed' where l.batch_id = $1 and l.state = 'waiting') as lines,
             (select count(*)::int from ledger.bank_files where batch_id = $1 and state = 'made') as files,
             (select count(*)::int from spine.leaves where subject_id = $1 and action_name = 'ledger.bankFile') as audit`,
          [batchId],
        ),
    }
  },
}

const pay: Deed = {
  name: 'pay',
  watched: /ledger\.batches/,
  async prepare() {
    const { batchId, make } = await filedBatch()
    await make(on)
    return {
      act: (at, actionId) => act(at, office.cashier, { name: 'batch.pay', actionId, input: { batchId } }),
      traces: (id) =>
        counts(
          `select ${POSTED}, (select count(*)::int from ledger.batches where id = $2 and state = 'paid') as batch,
             (select count(*)::int from ledger.holds where id = $2 and state = 'captured' and posting_id = $1) as hold`,
          [id, batchId],
        ),
    }
  },
}

const reconcile: Deed = {
  name: 'reconcile',
  watched: /ledger\.batches .*for update/s,
  async prepare() {
    const { batchId, line, make } = await filedBatch()
    await make(on)
    value(await act(on, office.cashier, { name: 'batch.pay', input: { batchId } }))
    const content = `归队回单,1,${batchId}\r\n${line.lineId},1.00,已付,\r\n合计,1,1.00\r\n`
    const fileId = await storeReturn(on, office.cashier, content)
    const asked = await act(on, office.cashier, { name: 'batch.takeReturn', input: { batchId, fileId } })
    const { returnId } = value<{ returnId: string }>(asked)
    return {
      act: async (at) => {
        await readReturn({ ...on, ...at }, office.cashier, { returnId, batchId })
        return undefined
      },
      traces: () =>
        counts(
          `select (select count(*)::int from ledger.postings where id = $1) as postings,
             (select count(distinct posting_id)::int from ledger.entries where posting_id = $1) as entries,
             (select count(*)::int from ledger.return_files where id = $1 and state = 'taken') as file,
             (select count(*)::int from ledger.batches where id = $2 and state = 'reconciled') as batch,
             (select count(*)::int from ledger.batch_lines where batch_id = $2 and state = 'paid') as lines,
             (select count(*)::int from ledger.bank_returns where id = $1 and paid_count = 1) as returns,
             (select count(*)::int from spine.leaves where subject_id = $2 and action_name = 'ledger.bankReturn') as audit`,
          [returnId, batchId],
        ),
    }
  },
}

test.each([approve, file, pay, reconcile])(
  'to $name, cut off at every statement before and after it was heard, stands once',
  { timeout: 240_000 },
  async (deed) => {
    const killed = await killDeed({ connection: database.appConnection, ground: on }, deed)
    console.info(`${killed.name}: ${killed.steps} statements, ${killed.kills} kills, ${killed.stood} stood, ${killed.never} never were`)

    expect(killed.faults).toEqual([])
    expect(killed.kills).toBeGreaterThanOrEqual(2 * 5)
    expect(killed.kills).toBe(killed.stood + killed.never)
    expect(killed.stood).toBeGreaterThan(0)
    expect(killed.never).toBeGreaterThan(0)
    expect(await guardBooks({ pool: database.appPool, clock: on.clock, log: () => undefined })).toEqual([])
  },
)
