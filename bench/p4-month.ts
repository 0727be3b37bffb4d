/**
 * P4: a month of pay of one office, 10,000 to 1,000,000 people, through the program's own job as the application's role:
 * facts read, computed, written with what each line comes from, and closed with their hash, at most 4 times the time that
 * COPY takes for the very lines into an empty table of the same shape and key. It is the second month, so that each line is
 * held against the one before it. The sum and the number of lines are compared with those of a loop by hand first.
 *
 * `--people 10000` for a smaller office (`--people 10000,100000` for several). The bank file is the ledger's: `p4-file`.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { PoolClient } from 'pg'
import { from, to } from 'pg-copy-streams'
import { uuidv7 } from 'uuidv7'
import type { AccountId } from '../src/kernel/id.ts'
import { jobs } from '../src/modules/benefits/index.ts'
import { clockAt } from '../src/platform/clock/clock.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { openBench } from './support/open-bench.ts'
import { median, print, seconds } from './support/promise.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '10000,100000,1000000' } } })
const SIZES = values.people.split(',').map(Number)
const roundsOf = (people: number): number => (people > 300_000 ? 1 : 3)
const say = (line: string): boolean => process.stdout.write(`P4 ${line}\n`)

const COUNTY = '500112000000'
const SCOPE = { lo: '500112', hi: '500113', accountId: uuidv7() as AccountId }
const MONTHS = ['2026-01', '2026-02'] as const
/** The floors of 2024 for war, duty and illness of grade 5, a year in fen: what the loop by hand knows. */
const YEAR = { war: 6_703_200, duty: 5_698_800, illness: 5_144_400 } as const
const CAUSES = ['war', 'duty', 'illness'] as const

const bench = await openBench()
const client = await bench.database.ownerPool.connect()
await client.query("set app.scope_lo = '0'; set app.scope_hi = ':'; set statement_timeout = 0")

/** People of grade 5, their cause by turns. */
async function fill(people: number): Promise<void> {
  await client.query(
    'truncate benefits.entitlements, benefits.life_events, benefits.runs, benefits.lines, benefits.run_failures, benefits.run_progress, benefits.unpaid, benefits.once_dead',
  )
  await client.query(
    `insert into benefits.entitlements (bureau_code, unit_code, person_id, class_code, id, grade, cause, service_years, born_on, place, from_on, pays_from,
            is_minor, applied_on, applied_at, applied_by, approved_on, approved_at, approved_by)
     select '500112', $1, gen_random_uuid(), 'DIS', gen_random_uuid(), 5, (array['war', 'duty', 'illness'])[1 + n % 3], 0, '1960-01-01', $1, '2015-01-01',
            '2015-01-01', false, '2025-12-01', '2025-12-01', $3, '2025-12-02', '2025-12-02', $4
       from generate_series(0, $2 - 1) n`,
    [COUNTY, people, uuidv7(), uuidv7()],
  )
  await client.query('vacuum analyze benefits.entitlements')
}

const JOB = jobs.find(({ name }) => name === 'benefits.month')

/** A month by the program's own job; approved, so that the next may follow. */
async function month(text: string, people: number): Promise<string> {
  const runId = uuidv7()
  const of = [runId, COUNTY, `${text}-01`, `${MONTHS[0]}-01`, people, SCOPE.accountId]
  await client.query(
    `insert into benefits.runs (bureau_code, id, unit_code, month, since, state, known_on, started_at, started_by, people)
     values ('500112', $1, $2, $3, $4, 'queued', $3::date + 9, $3::date + 9, $6, $5)`,
    of,
  )
  const pool = bench.database.appPool
  const ground = { pool, clock: clockAt(`${text}-10T02:00:00.000Z`), secrets: bench.secrets, files: undefined as never }
  const context = { ...ground, scope: SCOPE, payload: { runId }, signal: new AbortController().signal, isLastTry: true }
  await JOB?.run({ ...context, step: (mode, work) => withScope(pool, SCOPE, mode, work) })
  await client.query(
    `update benefits.runs set state = 'approved', reviewed_at = now(), reviewed_by = started_by, settled_at = now(), settled_by = $2 where id = $1`,
    [runId, uuidv7()],
  )
  return runId
}

/** What a month must come to, by hand: twelfths to its end less twelfths to its beginning. */
function byHand(people: number, text: string): number {
  const at = Number(text.slice(5))
  let total = 0
  for (let n = 0; n < people; n += 1) {
    const year = YEAR[CAUSES[n % 3] ?? 'war']
    total += Math.floor((year * at) / 12) - Math.floor((year * (at - 1)) / 12)
  }
  return total
}

async function compare(runId: string, people: number, text: string): Promise<void> {
  const { rows } = await client.query<{ lines: number; sum: string; same: number }>(
    "select count(*)::int as lines, sum(amount_fen)::text as sum, count(*) filter (where why = 'same')::int as same from benefits.lines where run_id = $1",
    [runId],
  )
  const [found] = rows
  const wanted = { lines: people, sum: String(byHand(people, text)), same: text === MONTHS[0] ? 0 : people }
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`not alike: ${JSON.stringify(found)} and ${JSON.stringify(wanted)}`)
}

const KEY = 'bureau_code, run_id, person_id, class_code, kind, month'

/** The same lines by COPY alone, into an empty table of the same shape with its key. */
async function copyAgain(owner: PoolClient, runId: string): Promise<number> {
  const file = join(bench.config.dataDirectory, '..', 'lines.copy')
  const select = `select * from benefits.lines where bureau_code = '500112' and run_id = '${runId}' order by person_id`
  await pipeline(owner.query(to(`copy (${select}) to stdout with (format binary)`)), createWriteStream(file))
  await owner.query('drop table if exists benefits.bare; create table benefits.bare (like benefits.lines)')
  await owner.query(`alter table benefits.bare add primary key (${KEY})`)
  await owner.query('checkpoint')
  const taken = await seconds(() =>
    pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), owner.query(from('copy benefits.bare from stdin with (format binary)'))),
  )
  await owner.query('drop table benefits.bare')
  return taken
}

async function round(people: number): Promise<{ ours: number; peer: number }> {
  await fill(people)
  await compare(await month(MONTHS[0], people), people, MONTHS[0])
  await client.query('vacuum analyze benefits.lines; ').catch(() => undefined)
  await client.query('checkpoint')
  let runId = ''
  const ours = await seconds(async () => {
    runId = await month(MONTHS[1], people)
  })
  await compare(runId, people, MONTHS[1])
  const peer = await copyAgain(client, runId)
  say(`${people} people: ${ours.toFixed(2)} s, COPY of its lines ${peer.toFixed(2)} s; sum and reasons as by hand`)
  return { ours, peer }
}

try {
  const measured: { size: number; ours: number; peer: number }[] = []
  for (const size of SIZES) {
    const rounds: { ours: number; peer: number }[] = []
    for (let at = 0; at < roundsOf(size); at += 1) rounds.push(await round(size))
    measured.push({ size, ours: median(rounds.map((one) => one.ours)), peer: median(rounds.map((one) => one.peer)) })
  }
  for (const { size, ours, peer } of measured)
    print({ name: `P4 a month of ${size} people`, ours, peer, unit: 's', ratio: ours / peer, promise: { kind: 'at most', bound: 4 } })
  for (const [at, large] of measured.slice(1).entries()) {
    const small = measured[at]
    const exponent = small && Math.log(large.ours / small.ours) / Math.log(large.size / small.size)
    if (exponent !== undefined) say(`growth exponent from ${small?.size} to ${large.size} people: ${exponent.toFixed(2)}`)
  }
} finally {
  client.release(true)
  await bench.close()
}
