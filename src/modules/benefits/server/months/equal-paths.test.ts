import { afterAll, beforeAll, expect, test } from 'vitest'
import { benefit, kinNotice, office, runMonth } from '../../../../../test/benefits-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { divisions, ground, value, YUBEI } from '../../../../../test/world.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { installJobs } from '../../../../platform/jobs/jobs.ts'
import { rateText } from '../../domain/run/run-line.ts'
import { computePage } from './compute-page.ts'
import { BEFORE_ALL, type Chunk, readChunk } from './read-chunk.ts'
import { readLast } from './read-paid.ts'
import { readEvents, readPeople } from './read-people.ts'
import { groundOf } from './run-ground.ts'
import { findRun, ratesOfRun } from './run-rows.ts'
import { nothingComputed } from './write-lines.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(async () => {
  await divisions(database)
  await installJobs(database.ownerPool)
})

const on = (day: string) => ground(database, `${day}T02:00:00.000Z`)
const say = (day: string, who: (typeof office)[keyof typeof office], name: string, input: object) => benefit(on(day), who, { name, input })

/** 600 people of every class, grade and cause by turns; some of two classes, some not of age, ended, not yet paid, without a rate, with an event. */
async function county(): Promise<void> {
  const classes = ['DIS', 'KIN-M', 'RURAL60', 'DEMOB', 'DIS-POLICE', 'KIN-I', 'MARTYR-CHILD60', 'WAR', 'NONE']
  const by = [office.clerk.accountId, office.approver.accountId]
  await database.ownerPool.query(
    `insert into benefits.entitlements (bureau_code, unit_code, person_id, class_code, id, grade, cause, service_years, born_on, place, from_on, pays_from,
            ended_on, is_minor, applied_on, applied_at, applied_by, approved_on, approved_at, approved_by)
     select left($1, 6), $1, md5((n - (n % 11 = 10)::int)::text)::uuid, ($4::text[])[1 + n % 9], gen_random_uuid(),
            case when n % 9 in (0, 4) then 1 + n % 10 end, case when n % 9 in (0, 4) then (array['war', 'duty', 'illness'])[1 + n % 3] end, n % 5,
            date '1960-01-01' + n * 20, $1, '2015-01-01', case when n % 13 = 0 then date '2026-03-01' else date '2015-01-01' end,
            case when n % 17 = 0 then date '2026-02-10' end, n % 19 = 0, '2025-12-01', '2025-12-01', $2, '2025-12-02', '2025-12-02', $3
       from generate_series(1, 600) n on conflict do nothing`,
    [YUBEI, ...by, classes],
  )
  await database.ownerPool.query(
    `insert into benefits.life_events (bureau_code, unit_code, id, person_id, kind, effective_on, known_on, reason, evidence, recorded_at, recorded_by)
     select bureau_code, unit_code, gen_random_uuid(), person_id, 'suspended', '2026-01-20', '2026-01-21', 'prison', '渝北证字〔2026〕7号', '2026-01-21', $1
       from benefits.entitlements where get_byte(uuid_send(person_id), 3) < 12`,
    [by[0]],
  )
}

async function month(day: string): Promise<string> {
  const { id } = value<{ id: string }>(await say(day, office.clerk, 'month.start', { unitCode: YUBEI, month: day.slice(0, 7) }))
  await runMonth(on(day), office.clerk, id)
  return id
}
async function approve(day: string, runId: string): Promise<void> {
  value(await say(day, office.clerk, 'month.review', { runId }))
  value(await say(day, office.approver, 'month.approve', { runId }))
}

/** What was written, a text a line. */
async function written(tx: Tx, runId: string): Promise<string[]> {
  const { rows } = await tx.query<{ head: string; rate_no: number }>(
    `select concat_ws(' ', person_id, class_code, kind, to_char(month, 'YYYYMM'), amount_fen, paid_fen, why) as head, rate_no from benefits.lines where run_id = $1`,
    [runId],
  )
  const rates = await ratesOfRun(tx, YUBEI.slice(0, 6), runId)
  return rows.map(({ head, rate_no: no }) => `${head} ${rates[no] ? rateText(rates[no]) : ''}`).toSorted()
}

/** The same by the rules asked for each person. */
async function oneByOne(tx: Tx, runId: string): Promise<string[]> {
  const run = await findRun(tx, runId)
  if (!run) throw new Error('no run')
  const of = await groundOf(tx, run)
  const { bureau, last, lastRates: rates } = of
  const { rows } = await tx.query<{ id: string }>('select distinct person_id as id from benefits.entitlements', [])
  const ids = rows.map(({ id }) => id)
  const people = await readPeople(tx, bureau, { ids, newSince: of.learntSince })
  const events = await readEvents(tx, bureau, { after: BEFORE_ALL, last: 'ffffffff-ffff-ffff-ffff-ffffffffffff' })
  const out = nothingComputed()
  await computePage(of, people, { events, paid: last ? await readLast(tx, { bureau, run: last, rates, ids }) : new Map(), out })
  return out.lines
    .map(({ classCode, kind, month: at, amountFen, paidFen, why, rate }, no) => {
      const text = `${Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, '0')}`
      return `${out.personIds[no]} ${classCode} ${kind} ${text} ${amountFen} ${paidFen} ${why} ${rate ? rateText(rate) : ''}`
    })
    .toSorted()
}

const both = (runId: string) =>
  withScope(database.appPool, { ...office.clerk.scope, accountId: office.clerk.accountId }, 'read', async (tx) => ({
    lines: await written(tx, runId),
    wanted: await oneByOne(tx, runId),
  }))

test('what is written for the many at once is what the rules say of each: a first month, one with a new rate, one with a late notice', async () => {
  await county()
  const reasons = new Set<string>()
  const enter = async (day: string, notice: object) => {
    const { id } = value<{ id: string }>(await say(day, office.clerk, 'rate.enter', { unitCode: YUBEI, notice }))
    value(await say(day, office.approver, 'rate.approve', { id }))
  }
  for (const day of ['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10']) {
    if (day === '2026-02-10') await enter('2026-02-01', kinNotice({ version: 'yb-feb', effectiveFrom: '2026-02-01' }))
    if (day === '2026-04-10') {
      const rows = ['KIN-M', 'KIN-D', 'KIN-I'].map((classCode, at) => ({
        classCode,
        unit: 'year',
        amountFen: String(4_600_000 - at * 500_000),
      }))
      await enter('2026-04-01', kinNotice({ version: 'yb-late', effectiveFrom: '2026-03-01', rows }))
    }
    const runId = await month(day)
    const { lines, wanted } = await both(runId)
    expect(lines.length).toBeGreaterThan(300)
    expect(lines).toEqual(wanted)
    for (const line of lines) reasons.add(line.split(' ')[6] ?? '')
    await approve(day, runId)
  }
  expect([...reasons]).toEqual(expect.arrayContaining(['new', 'same', 'rate', 'prison', 'ended', 'backPay']))
})

/** All chunks of a run, of so many rows each. */
async function chunks(tx: Tx, runId: string, page: number): Promise<Chunk[]> {
  const run = await findRun(tx, runId)
  if (!run) throw new Error('no run')
  const of = await groundOf(tx, run)
  const found: Chunk[] = []
  for (let one = await readChunk(of, BEFORE_ALL, page); one; one = one.isEnd ? undefined : await readChunk(of, one.last, page))
    found.push(one)
  return found
}

test('a border between chunks parts nobody of two classes, leaves nobody out and has nobody twice', async () => {
  const { rows } = await database.ownerPool.query<{ id: string; people: number }>(
    'select id, (select count(distinct person_id)::int from benefits.entitlements) as people from benefits.runs limit 1',
  )
  const [{ id, people } = { id: '', people: 0 }] = rows
  const read = (page: number) =>
    withScope(database.appPool, { ...office.clerk.scope, accountId: office.clerk.accountId }, 'read', (tx) => chunks(tx, id, page))
  const [whole] = await read(20_000)
  expect(whole?.people).toBe(people)
  for (const page of [3, 7, 600]) {
    const parts = await read(page)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.reduce((sum, part) => sum + part.people, 0)).toBe(people)
    expect(parts.flatMap(({ odd }) => odd).toSorted()).toEqual(whole?.odd.toSorted())
    expect([...new Set(parts.flatMap(({ kinds }) => kinds))].toSorted()).toEqual(whole?.kinds.toSorted())
    expect(parts.map(({ after }) => after)).toEqual([BEFORE_ALL, ...parts.slice(0, -1).map(({ last }) => last)])
  }
})
