/**
 * P4: a month for 10,000 to 1,000,000 people from the first fact to the bank file, as the program does it: the month computed
 * and written by its job, sent by its action (what each is owed, the batch, the hold on the fund), the bank file made by the
 * ledger's job with each payee unsealed and the file sealed. At most 4 times the time that COPY takes for the rows that are its
 * lines, `benefits.lines` of the month and `ledger.batch_lines` of the batch, into empty tables of the same shape and keys.
 * Number and sum of the file are by hand.
 *
 * `--people 10000` for a smaller office. Reviewing and approving, which people do, is set by hand and not timed.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { from, to } from 'pg-copy-streams'
import { uuidv7 } from 'uuidv7'
import { actions, jobs as monthJobs } from '../src/modules/benefits/index.ts'
import { jobs as fileJobs } from '../src/modules/ledger/index.ts'
import { runAction } from '../src/platform/actions/run-action.ts'
import { clockAt } from '../src/platform/clock/clock.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { openFileStore } from '../src/platform/files/index.ts'
import { actor, divisions, value, YUBEI } from '../test/world.ts'
import { openBench } from './support/open-bench.ts'
import { openFundOf } from './support/open-fund-of.ts'
import { owePeople, YEAR_FEN } from './support/owe-people.ts'
import { printAtMost, seconds } from './support/promise.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '10000,100000,1000000' } } })
const SIZES = values.people.split(',').map(Number)
const ROUNDS = 3
const say = (line: string): boolean => process.stdout.write(`P4 ${line}\n`)

const officer = actor({ unitCode: YUBEI, role: 'countyOfficer' })
const cashier = actor({ unitCode: YUBEI, role: 'countyCashier' })
const approver = uuidv7()
const SCOPE = { ...officer.scope, accountId: officer.accountId }

const bench = await openBench()
const { appPool, ownerPool } = bench.database
await divisions({ ownerPool })
const client = await ownerPool.connect()
await client.query("set app.scope_lo = '0'; set app.scope_hi = ':'; set statement_timeout = 0")
const files = await openFileStore({ directory: join(bench.config.dataDirectory, 'bank'), secrets: bench.secrets })

/** Runs a job of the program as the queue would. */
async function run(name: string, at: string, payload: Record<string, unknown>): Promise<void> {
  const job = [...monthJobs, ...fileJobs].find((one) => one.name === name)
  if (!job) throw new Error(`no job ${name}`)
  const ground = { pool: appPool, clock: clockAt(at), secrets: bench.secrets, files }
  const how = { scope: SCOPE, payload, signal: new AbortController().signal, isLastTry: true }
  await job.run({ ...ground, ...how, step: (mode, work) => withScope(appPool, SCOPE, mode, work) })
}

async function compute(month: string, people: number): Promise<string> {
  const runId = uuidv7()
  await client.query(
    `insert into benefits.runs (bureau_code, id, unit_code, month, since, state, known_on, started_at, started_by, people)
     values ('500112', $1, $2, $3, '2026-01-01', 'queued', $3::date + 9, $3::date + 9, $4, $5)`,
    [runId, YUBEI, `${month}-01`, officer.accountId, people],
  )
  await run('benefits.month', `${month}-10T02:00:00.000Z`, { runId })
  return runId
}

const approve = (runId: string) =>
  client.query(
    `update benefits.runs set state = 'approved', reviewed_at = now(), reviewed_by = started_by, settled_at = now(), settled_by = $2 where id = $1`,
    [runId, approver],
  )

const AT = '2026-02-10T02:00:00.000Z'

/** The month sent to the ledger by the action of the page: its batch. */
async function send(runId: string, fundId: string): Promise<string> {
  const action = actions.find(({ contract }) => contract.name === 'month.send')
  if (!action) throw new Error('no action')
  const on = { pool: appPool, clock: clockAt(AT), secrets: bench.secrets }
  const sent = value<{ batchId: string }>(await runAction(on, action, { actor: officer, actionId: uuidv7(), input: { runId, fundId } }))
  return sent.batchId
}

async function file(batchId: string): Promise<void> {
  const fileJobId = uuidv7()
  await client.query(
    `insert into ledger.bank_files (bureau_code, id, unit_code, batch_id, format, asked_by, asked_at) values ('500112', $1, $2, $3, 'csv', $4, $5)`,
    [fileJobId, YUBEI, batchId, cashier.accountId, AT],
  )
  await run('ledger.bankFile', AT, { fileJobId, batchId })
}

/** Two twelfths of a year less one: February's share, as a loop by hand. */
const february = (yearFen: number): bigint => BigInt(Math.floor((yearFen * 2) / 12) - Math.floor(yearFen / 12))

async function compare(batchId: string, people: number): Promise<void> {
  const { rows } = await client.query<{ address: string }>(
    'select f.address from ledger.bank_files m join spine.files f on f.id = m.file_id where m.batch_id = $1',
    [batchId],
  )
  let [lines, tail, last] = [0, '', '']
  for await (const piece of files.read(String(rows[0]?.address))) {
    const whole = (tail + piece.toString('latin1')).split('\r\n')
    tail = whole.pop() ?? ''
    lines += whole.filter((line) => /,62220000\d{11},\d+\.\d\d,/.test(line)).length
    last = whole.at(-1) ?? last
  }
  let fen = 0n
  for (let at = 0; at < people; at += 1) fen += february(YEAR_FEN[at % 3] ?? 0)
  const foot = `${people},${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
  if (lines !== people || tail !== '' || !last.endsWith(foot))
    throw new Error(`not alike: ${lines} lines, ${last.slice(-60)} and not ${foot}`)
}

interface Rows {
  readonly table: string
  readonly where: string
  readonly keys: readonly string[]
}

/** Rows once more by COPY alone, into an empty table of their shape and keys. */
async function copyAgain({ table, where, keys }: Rows): Promise<number> {
  const path = join(bench.config.dataDirectory, '..', 'rows.copy')
  await pipeline(client.query(to(`copy (select * from ${table} where ${where}) to stdout with (format binary)`)), createWriteStream(path))
  await client.query(`drop table if exists bench.bare; create table bench.bare (like ${table} including defaults)`)
  for (const key of keys) await client.query(key)
  await client.query('checkpoint')
  return await seconds(() =>
    pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), client.query(from('copy bench.bare from stdin with (format binary)'))),
  )
}

const monthRows = (runId: string): Rows => ({
  table: 'benefits.lines',
  where: `bureau_code = '500112' and run_id = '${runId}' order by person_id`,
  keys: ['alter table bench.bare add primary key (bureau_code, run_id, person_id, class_code, kind, month)'],
})
const batchRows = (batchId: string): Rows => ({
  table: 'ledger.batch_lines',
  where: `bureau_code = '500112' and batch_id = '${batchId}' order by line_id`,
  keys: [
    'alter table bench.bare add primary key (bureau_code, batch_id, line_id)',
    `create unique index on bench.bare (bureau_code, source_module, line_id) where state in ('waiting', 'filed', 'paid')`,
  ],
})

async function round(people: number): Promise<{ ours: number; peer: number }> {
  await owePeople(client, bench.secrets, people)
  const fundId = await openFundOf(appPool, SCOPE, 10_000_000n * BigInt(people))
  const earlier = await compute('2026-01', people)
  await approve(earlier)
  await client.query('update benefits.runs set sent_at = now(), sent_by = started_by where id = $1', [earlier])
  await client.query('vacuum analyze benefits.lines; ').catch(() => undefined)
  await client.query('checkpoint')
  const [ids, taken] = [
    { run: '', batch: '' },
    { month: 0, send: 0, file: 0 },
  ]
  taken.month = await seconds(async () => {
    ids.run = await compute('2026-02', people)
  })
  await approve(ids.run)
  taken.send = await seconds(async () => {
    ids.batch = await send(ids.run, fundId)
  })
  taken.file = await seconds(() => file(ids.batch))
  await compare(ids.batch, people)
  const [ofMonth, ofBatch] = [await copyAgain(monthRows(ids.run)), await copyAgain(batchRows(ids.batch))]
  const told = Object.entries(taken).map(([what, took]) => `${what} ${took.toFixed(2)} s`)
  say(
    `${people} people: ${told.join(', ')}; COPY of the month's lines ${ofMonth.toFixed(2)} s, of the batch's ${ofBatch.toFixed(2)} s; file as by hand`,
  )
  return { ours: taken.month + taken.send + taken.file, peer: ofMonth + ofBatch }
}

try {
  await client.query('create schema bench')
  for (const size of SIZES) {
    const rounds: { ours: number; peer: number }[] = []
    for (let at = 0; at < ROUNDS; at += 1) rounds.push(await round(size))
    printAtMost(`P4 a month of ${size} people to its bank file`, rounds, 4)
  }
} finally {
  client.release(true)
  await bench.close()
}
