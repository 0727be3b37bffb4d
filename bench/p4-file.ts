/**
 * P4: what comes after a month is approved, for 10,000 to 1,000,000 payees: the batch is opened by the ledger's door out of
 * rows of the asking module, and its bank file made by the program's own job as the application's role, with each account
 * unsealed, stored sealed on disk: at most 4 times the time that COPY takes for the very lines of the batch into an empty
 * table of the same shape with the same two keys. The sum and the lines of the file are counted first.
 *
 * `--people 10000` for a smaller office. Sealing the accounts under their lines is not in it: that is done as they are entered.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { from, to } from 'pg-copy-streams'
import { uuidv7 } from 'uuidv7'
import { AccountId } from '../src/kernel/id.ts'
import type { BureauCode } from '../src/kernel/region-code.ts'
import { jobs, openBatch, sealPayee } from '../src/modules/ledger/index.ts'
import { clockAt } from '../src/platform/clock/clock.ts'
import { byteaColumn, uuidColumn } from '../src/platform/database/column-arrays.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { openFileStore } from '../src/platform/files/index.ts'
import { openBench } from './support/open-bench.ts'
import { openFundOf } from './support/open-fund-of.ts'
import { printAtMost, seconds } from './support/promise.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '10000,100000,1000000' } } })
const SIZES = values.people.split(',').map(Number)
const roundsOf = (people: number): number => (people > 300_000 ? 1 : 3)
const say = (line: string): boolean => process.stdout.write(`P4 ${line}\n`)

const BUREAU = '500112' as BureauCode
const [MAKER, CHECKER, CASHIER] = [uuidv7(), uuidv7(), uuidv7()]
const NOW = '2026-02-10T02:00:00.000Z'
const SCOPE = { lo: '500112', hi: '500113', accountId: AccountId.parse(CASHIER) }
const LINE_FEN = 474_900n

const bench = await openBench()
const { appPool, ownerPool } = bench.database
const client = await ownerPool.connect()
await client.query("set app.scope_lo = '0'; set app.scope_hi = ':'; set statement_timeout = 0")
await client.query('create schema bench; create table bench.owed (line_id uuid primary key, bank_account bytea not null)')
await client.query('grant usage on schema bench to guidui_app; grant select on bench.owed to guidui_app')
const files = await openFileStore({ directory: join(bench.config.dataDirectory, 'bank'), secrets: bench.secrets })
const inBooks = <T>(work: Parameters<typeof withScope<T>>[3]): Promise<T> => withScope(appPool, SCOPE, 'write', work)

/** What is owed to so many, each with a sealed account. */
async function owe(people: number): Promise<void> {
  await client.query('truncate bench.owed, ledger.batch_lines, ledger.batches, ledger.bank_files, ledger.bank_returns, ledger.return_files')
  for (let at = 0; at < people; at += 20_000) {
    const ids = Array.from({ length: Math.min(20_000, people - at) }, () => uuidv7())
    const sealed = ids.map((id, no) =>
      sealPayee(bench.secrets, id, {
        account: `62220000${String(at + no).padStart(11, '0')}`,
        holder: '周建国',
        bank: '重庆农村商业银行渝北支行',
      }),
    )
    await client.query('insert into bench.owed select * from unnest($1::uuid[], $2::bytea[])', [uuidColumn(ids), byteaColumn(sealed)])
  }
  await client.query('vacuum analyze bench.owed')
}

const OWED = `select line_id, '周*国' as payee_label, bank_account, ${LINE_FEN}::bigint as amount_fen, '2026 年 2 月定期抚恤金' as memo from bench.owed`

async function open(fundAccount: string): Promise<string> {
  const batchId = uuidv7()
  const head = {
    bureau: BUREAU,
    batchId,
    fundAccount,
    purpose: null,
    title: '2026 年 2 月定期抚恤',
    source: { module: 'benefits', id: batchId },
  }
  const opened = await inBooks((tx) =>
    openBatch(tx, { ...head, lines: { select: OWED, values: [] }, at: NOW, madeBy: MAKER, checkedBy: CHECKER }),
  )
  if (!opened.ok) throw new Error(opened.refusal.code)
  return batchId
}

const JOB = jobs.find(({ name }) => name === 'ledger.bankFile')

/** The bank file by the program's own job. */
async function file(batchId: string): Promise<void> {
  const fileJobId = uuidv7()
  await client.query(
    `insert into ledger.bank_files (bureau_code, id, unit_code, batch_id, format, asked_by, asked_at) values ($1, $2, $3, $4, 'csv', $5, $6)`,
    [BUREAU, fileJobId, `${BUREAU}000000`, batchId, CASHIER, NOW],
  )
  const ground = { pool: appPool, clock: clockAt(NOW), secrets: bench.secrets, files }
  const context = { ...ground, scope: SCOPE, payload: { fileJobId, batchId }, signal: new AbortController().signal, isLastTry: true }
  await JOB?.run({ ...context, step: (mode, work) => withScope(appPool, SCOPE, mode, work) })
}

/** Number and sum are in the file as they are by hand, and each account is there. */
async function compare(batchId: string, people: number): Promise<void> {
  const { rows } = await client.query<{ address: string; state: string }>(
    `select f.address, b.state from ledger.bank_files m join spine.files f on f.id = m.file_id join ledger.batches b on b.id = m.batch_id where m.batch_id = $1`,
    [batchId],
  )
  const [made] = rows
  if (made?.state !== 'filed') throw new Error('the file was not made')
  let [lines, accounts, tail] = [0, 0, '']
  const decoder = new TextDecoder()
  for await (const piece of files.read(made.address)) {
    const text = tail + decoder.decode(piece, { stream: true })
    const whole = text.split('\r\n')
    tail = whole.pop() ?? ''
    lines += whole.length
    accounts += whole.filter((line) => /,"周建国","[^"]+",62220000\d{11},4749\.00,/.test(line)).length
    if (whole.at(-1)?.startsWith('合计')) tail = whole.at(-1) ?? ''
  }
  const fen = LINE_FEN * BigInt(people)
  const wanted = `合计,${people},${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
  if (lines !== people + 3 || accounts !== people || tail !== wanted)
    throw new Error(`not alike: ${lines} lines, ${accounts} accounts, ${tail}`)
}

/** The same lines by COPY alone. */
async function copyAgain(batchId: string): Promise<number> {
  const path = join(bench.config.dataDirectory, '..', 'batch.copy')
  const select = `select * from ledger.batch_lines where bureau_code = '${BUREAU}' and batch_id = '${batchId}' order by line_id`
  await pipeline(client.query(to(`copy (${select}) to stdout with (format binary)`)), createWriteStream(path))
  await client.query(
    'create table bench.bare (like ledger.batch_lines including defaults); alter table bench.bare add primary key (bureau_code, batch_id, line_id)',
  )
  await client.query(`create unique index on bench.bare (bureau_code, source_module, line_id) where state in ('waiting', 'filed', 'paid')`)
  await client.query('checkpoint')
  const taken = await seconds(() =>
    pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), client.query(from('copy bench.bare from stdin with (format binary)'))),
  )
  await client.query('drop table bench.bare')
  return taken
}

async function round(people: number): Promise<{ ours: number; peer: number }> {
  await owe(people)
  const fundAccount = await openFundOf(appPool, SCOPE, LINE_FEN * BigInt(people))
  await client.query('checkpoint')
  let batchId = ''
  const opening = await seconds(async () => {
    batchId = await open(fundAccount)
  })
  const filing = await seconds(() => file(batchId))
  await compare(batchId, people)
  const peer = await copyAgain(batchId)
  const ours = opening + filing
  say(
    `${people} payees: opened in ${opening.toFixed(2)} s, file in ${filing.toFixed(2)} s, COPY of its lines ${peer.toFixed(2)} s; file as by hand`,
  )
  return { ours, peer }
}

try {
  for (const size of SIZES) {
    const rounds: { ours: number; peer: number }[] = []
    for (let at = 0; at < roundsOf(size); at += 1) rounds.push(await round(size))
    printAtMost(`P4 a batch of ${size} opened and its file made`, rounds, 4)
  }
} finally {
  client.release(true)
  await bench.close()
}
