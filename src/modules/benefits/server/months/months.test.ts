import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { benefit, kinNotice, office, runMonth, seeBenefit } from '../../../../../test/benefits-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { act, actor, divisions, FENGMING, ground, person, value, YUBEI } from '../../../../../test/world.ts'
import { installJobs } from '../../../../platform/jobs/jobs.ts'
import type { listMonthLines, seeKept, seeMonth } from '../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(async () => {
  await divisions(database)
  await installJobs(database.ownerPool)
})
/** Each test has the county to itself. */
beforeEach(async () => {
  await database.ownerPool.query(
    'truncate benefits.entitlements, benefits.life_events, benefits.runs, benefits.lines, benefits.run_failures, benefits.run_progress, benefits.payments, benefits.rate_tables',
  )
  await database.ownerPool.query(`update registry.entitled_identities set status = 'claimed'`)
})

/** The world on a morning. */
const on = (day: string) => ground(database, `${day}T02:00:00.000Z`)
type Who = (typeof office)[keyof typeof office]
const say = (day: string, who: Who, name: string, input: object) => benefit(on(day), who, { name, input })

/** Somebody who is taken into pay on a day. */
async function paid(day: string, identity: object): Promise<string> {
  const { id } = await person(on(day), { identities: [identity] as never })
  await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = $1`, [id])
  value(await say(day, office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
  value(await say(day, office.approver, 'benefit.approve', { unitCode: YUBEI }))
  return id
}

async function computed(day: string): Promise<string> {
  const { id } = value<{ id: string }>(await say(day, office.clerk, 'month.start', { unitCode: YUBEI, month: day.slice(0, 7) }))
  await runMonth(on(day), office.clerk, id)
  return id
}
async function approved(day: string): Promise<string> {
  const runId = await computed(day)
  value(await say(day, office.clerk, 'month.review', { runId }))
  value(await say(day, office.approver, 'month.approve', { runId }))
  return runId
}
const seen = async (runId: string) =>
  value<z.output<typeof seeMonth.output>>(await seeBenefit(on('2026-06-10'), office.supervisor, { name: 'month.get', input: { runId } }))
const lines = async (runId: string, more: object = {}) =>
  value<z.output<typeof listMonthLines.output>>(
    await seeBenefit(on('2026-06-10'), office.supervisor, { name: 'month.lines', input: { runId, ...more } }),
  ).lines
const told = async (runId: string) => (await lines(runId)).map(({ month, why, amountFen }) => `${month} ${why} ${amountFen}`)
const happens = (day: string, personId: string, event: object) =>
  say(day, office.clerk, 'benefit.recordEvent', { personId, event: { evidence: '渝北证字〔2024〕7号', ...event } })

const KIN = { classCode: 'KIN-M', fromOn: '2018-01-01' }
const DIS = { classCode: 'DIS', grade: 5, cause: 'duty', fromOn: '2015-03-20' }

describe('a county where the notice of August is known in January', () => {
  // Made by hand. 2021: 33,860.00 a year; 2024: 36,226.00 (+2,366). What is due to the end of a month less what was due to
  // its beginning, in fen: before, after, missing.
  const SHEET = [
    ['2024-08', 282_167, 301_883, 19_716],
    ['2024-09', 282_167, 301_884, 19_717],
    ['2024-10', 282_166, 301_883, 19_717],
    ['2024-11', 282_167, 301_883, 19_716],
    ['2024-12', 282_167, 301_884, 19_717],
  ] as const
  const notice = kinNotice({
    version: 'yb-late',
    effectiveFrom: '2024-08-01',
    rows: [
      { classCode: 'KIN-M', unit: 'year', amountFen: '3622600' },
      { classCode: 'KIN-D', unit: 'year', amountFen: '3074600' },
      { classCode: 'KIN-I', unit: 'year', amountFen: '2858800' },
    ],
  })

  test('pays five months, a line each, with the month of January, once', async () => {
    await paid('2024-08-02', KIN)
    const before: string[] = []
    for (const [month] of SHEET) before.push(...(await told(await approved(`${month}-15`))))
    const { id } = value<{ id: string }>(await say('2025-01-20', office.clerk, 'rate.enter', { unitCode: YUBEI, notice }))
    value(await say('2025-01-22', office.approver, 'rate.approve', { id }))

    const january = await approved('2025-01-25')
    const february = await approved('2025-02-10')

    expect(before).toEqual(SHEET.map(([month, was], at) => `${month} ${at === 0 ? 'new' : 'same'} ${was}`))
    expect(await told(january)).toEqual([...SHEET.map(([month, , , missing]) => `${month} backPay ${missing}`), '2025-01 rate 301883'])
    expect(await told(february)).toEqual(['2025-02 same 301883'])
    const { run, byReason, versions } = await seen(january)
    expect(run.totalFen).toBe(String(98_583 + 301_883))
    expect(byReason.find(({ why }) => why === 'backPay')).toMatchObject({ lines: 5, people: 1, amountFen: '98583' })
    expect(versions).toContain('yb-late')
    const [first] = await lines(january)
    expect(first).toMatchObject({ paidFen: '282167', rate: { version: 'yb-late', annualFen: '3622600', layer: 'local' } })
    expect(first?.rate?.article).toContain('《军人抚恤优待条例》第十九条')
  })
})

describe('a month', () => {
  test('that is sent back is begun again; who began or looked it through does not approve it, and nobody twice', async () => {
    await paid('2026-05-01', DIS)
    const runId = await computed('2026-05-10')
    expect(await say('2026-05-10', office.approver, 'month.approve', { runId })).toMatchObject({
      refusal: { code: 'wrong-state', state: 'computed' },
    })
    value(await say('2026-05-10', office.clerk, 'month.review', { runId }))
    expect(await say('2026-05-10', office.clerk, 'month.approve', { runId })).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await say('2026-05-10', office.neighbourApprover, 'month.approve', { runId })).toMatchObject({ problem: { code: 'not-found' } })
    value(await say('2026-05-10', office.approver, 'month.return', { runId, why: '张三的等级未更新' }))
    expect((await seen(runId)).run).toMatchObject({ state: 'returned', settledWhy: '张三的等级未更新' })

    const again = await computed('2026-05-11')
    value(await say('2026-05-11', office.clerk, 'month.review', { runId: again }))
    const both = await Promise.all([
      say('2026-05-11', office.approver, 'month.approve', { runId: again }),
      say('2026-05-11', office.second, 'month.approve', { runId: again }),
    ])

    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(await say('2026-05-11', office.clerk, 'month.cancel', { runId: again })).toMatchObject({ refusal: { code: 'wrong-state' } })
    expect(await say('2026-05-11', office.clerk, 'month.start', { unitCode: YUBEI, month: '2026-05' })).toMatchObject({
      refusal: { code: 'not-next', next: '2026-06' },
    })
  })

  test('is held by the database: no second live run, no line twice, no approval by who prepared it, no line changed', async () => {
    await paid('2026-05-01', DIS)
    const runId = await computed('2026-05-10')
    const app = (sql: string) => database.ownerPool.query(sql)
    await expect(
      app(
        `insert into benefits.runs select (jsonb_populate_record(r, '{"id": "0190b0b0-0000-7000-8000-000000000001"}')).* from benefits.runs r`,
      ),
    ).rejects.toThrow(/runs_(month|open)_key/)
    await expect(app('insert into benefits.lines select * from benefits.lines')).rejects.toThrow(/lines_pkey/)
    await expect(
      app(
        `update benefits.runs set state = 'approved', reviewed_at = now(), reviewed_by = started_by, settled_at = now(), settled_by = started_by`,
      ),
    ).rejects.toThrow(/runs_two_people_check/)
    const { rows } = await app(
      `select privilege_type from information_schema.role_table_grants where table_schema = 'benefits' and table_name = 'lines' and grantee = 'guidui_app' order by 1`,
    )
    expect(rows.map((row: { privilege_type: string }) => row.privilege_type)).toEqual(['INSERT', 'SELECT'])
    expect((await seen(runId)).run.state).toBe('computed')
  })

  test('refuses a month ahead, a second one under way, an office without people, and who may not', async () => {
    const start = (month: string, who: Who = office.clerk) => say('2026-05-10', who, 'month.start', { unitCode: YUBEI, month })
    expect(await start('2026-05')).toMatchObject({ refusal: { code: 'nobody-entitled' } })
    await paid('2026-05-01', DIS)
    expect(await start('2026-06')).toMatchObject({ refusal: { code: 'too-early' } })
    expect(await start('2026-05', office.worker)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await start('2026-05', office.neighbour)).toMatchObject({ problem: { code: 'not-found' } })
    expect(await start('2026-05', office.approver)).toMatchObject({ problem: { code: 'not-permitted' } })
    value(await start('2026-05'))
    expect(await start('2026-05')).toMatchObject({ refusal: { code: 'month-open', month: '2026-05' } })
  })

  test('that is cancelled before it was computed leaves no line, and one that is computed twice is computed once', async () => {
    await paid('2026-05-01', DIS)
    const { id } = value<{ id: string }>(await say('2026-05-10', office.clerk, 'month.start', { unitCode: YUBEI, month: '2026-05' }))
    value(await say('2026-05-10', office.clerk, 'month.cancel', { runId: id }))
    await runMonth(on('2026-05-10'), office.clerk, id)
    expect(await lines(id)).toEqual([])

    const again = await computed('2026-05-11')
    await runMonth(on('2026-05-11'), office.clerk, again)
    expect(await lines(again)).toHaveLength(1)
  })

  test('lists whom it cannot compute with the reason, and pays the others', async () => {
    const good = await paid('2026-05-01', DIS)
    const bad = await paid('2026-05-01', { classCode: 'DEMOB', fromOn: '2016-01-01' })
    const runId = await computed('2026-05-10')

    const { failures, run } = await seen(runId)

    expect(failures).toMatchObject([{ personId: bad, classCode: 'DEMOB', why: 'no-rate' }])
    expect(run).toMatchObject({ failed: 1, lines: 1, people: 2 })
    expect((await lines(runId)).map(({ personId }) => personId)).toEqual([good])
  })
})

describe('what happened to somebody', () => {
  test('a death reported after the month was paid takes the months back and pays the grant, explained', async () => {
    const id = await paid('2026-01-02', DIS)
    for (const day of ['2026-01-10', '2026-02-10', '2026-03-10']) await approved(day)
    value(await happens('2026-04-02', id, { kind: 'died', effectiveOn: '2026-01-20' }))

    const april = await approved('2026-04-10')

    const found = (await lines(april)).map(({ month, kind, why, amountFen }) => `${month} ${kind} ${why} ${amountFen}`)
    expect(found).toEqual([
      '2026-02 deathGrant backPay 5698800',
      '2026-02 pension recovery -474900',
      '2026-03 pension recovery -474900',
      '2026-04 pension died 0',
    ])
    expect((await seen(april)).run).toMatchObject({ recoverFen: '-949800', totalFen: String(5_698_800 - 949_800) })
    expect(await told(await approved('2026-05-10'))).toEqual([])
  })

  test('who is not confirmed is not paid, and once they are, each month is made good by its own line', async () => {
    const id = await paid('2026-01-02', DIS)
    await approved('2026-01-10')
    value(await happens('2026-01-31', id, { kind: 'suspended', reason: 'unconfirmed', effectiveOn: '2026-01-31' }))
    const held = [await approved('2026-02-10'), await approved('2026-03-10')]
    value(await happens('2026-04-02', id, { kind: 'resumed', effectiveOn: '2026-04-02' }))

    const april = await approved('2026-04-10')

    expect([await told(held[0] ?? ''), await told(held[1] ?? '')]).toEqual([['2026-02 unconfirmed 0'], ['2026-03 unconfirmed 0']])
    expect(await told(april)).toEqual(['2026-02 backPay 474900', '2026-03 backPay 474900', '2026-04 new 474900'])
  })

  test('months in prison are not made good; a new grade is paid from its month on', async () => {
    const id = await paid('2026-01-02', DIS)
    await approved('2026-01-10')
    value(await happens('2026-01-31', id, { kind: 'suspended', reason: 'prison', effectiveOn: '2026-01-31' }))
    await approved('2026-02-10')
    value(await happens('2026-03-02', id, { kind: 'resumed', effectiveOn: '2026-03-02' }))
    expect(await told(await approved('2026-03-10'))).toEqual(['2026-03 new 474900'])
    value(await happens('2026-04-05', id, { kind: 'regraded', effectiveOn: '2026-03-15', grade: 4, cause: 'duty' }))

    const april = await approved('2026-04-10')

    expect(await told(april)).toEqual(['2026-03 backPay 152800', '2026-04 regraded 627700'])
  })

  test('a mistake is taken back, and counts no more', async () => {
    const id = await paid('2026-01-02', DIS)
    await approved('2026-01-10')
    const { id: event } = value<{ id: string }>(await happens('2026-02-01', id, { kind: 'died', effectiveOn: '2026-01-20' }))
    const back = { kind: 'takenBack', effectiveOn: '2026-02-02', cancels: event }
    value(await happens('2026-02-02', id, back))
    expect(await happens('2026-02-02', id, back)).toMatchObject({ refusal: { code: 'already-taken-back' } })

    expect(await told(await approved('2026-02-10'))).toEqual(['2026-02 same 474900'])
  })

  test('is refused where it cannot be: no paper of a grade, ahead, too soon after the last, not suspended, after death', async () => {
    const id = await paid('2026-01-02', DIS)
    const answers = [
      await happens('2026-02-01', id, { kind: 'regraded', effectiveOn: '2026-01-20' }),
      await happens('2026-02-01', id, { kind: 'died', effectiveOn: '2026-03-01' }),
      await happens('2026-02-01', id, { kind: 'regraded', effectiveOn: '2015-12-01', grade: 4, cause: 'duty' }),
      await happens('2026-02-01', id, { kind: 'resumed', effectiveOn: '2026-01-20' }),
      await happens('2026-02-01', id, { kind: 'died', effectiveOn: '1950-01-01' }),
    ]
    value(await happens('2026-02-01', id, { kind: 'died', effectiveOn: '2026-01-20' }))
    answers.push(await happens('2026-02-02', id, { kind: 'suspended', reason: 'prison', effectiveOn: '2026-02-01' }))

    expect(answers.map((answer) => (answer.kind === 'refusal' ? (answer.refusal as { code: string }).code : answer.kind))).toEqual([
      'incomplete',
      'in-future',
      'too-soon',
      'not-suspended',
      'before-birth',
      'dead',
    ])
  })

  test('a death in the file stops the pay without an event', async () => {
    const id = await paid('2026-01-02', DIS)
    await approved('2026-01-10')
    value(
      await act(on('2026-02-01'), actor({ unitCode: FENGMING }), {
        name: 'person.recordDeath',
        input: { personId: id, deceasedOn: '2026-01-25', document: '死亡医学证明', reason: '家属来报' },
      }),
    )

    expect(await told(await approved('2026-02-10'))).toEqual(['2026-02 died 5698800', '2026-02 died 0'])
  })
})

describe('an entitlement', () => {
  test('is approved by somebody else, kept with its events, and its account is sealed', async () => {
    const { id } = await person(on('2026-01-02'), { identities: [DIS] as never })
    await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = $1`, [id])
    value(await say('2026-01-02', office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
    const kept = async () =>
      value<z.output<typeof seeKept.output>>(
        await seeBenefit(on('2026-06-10'), office.supervisor, { name: 'benefit.kept', input: { personId: id } }),
      )
    expect((await kept()).entitlements).toMatchObject([{ state: 'applied', payee: null }])
    expect(await say('2026-01-02', office.clerk, 'benefit.takeIn', { unitCode: YUBEI })).toMatchObject({ refusal: { code: 'nobody-new' } })
    value(await say('2026-01-03', office.approver, 'benefit.approve', { unitCode: YUBEI }))
    value(
      await say('2026-01-03', office.clerk, 'benefit.setPayee', { personId: id, bank: '重庆农村商业银行', account: '6222000011112222' }),
    )
    value(await happens('2026-01-31', id, { kind: 'suspended', reason: 'wanted', effectiveOn: '2026-01-31' }))

    const { entitlements, events } = await kept()

    expect(entitlements).toMatchObject([
      { state: 'suspended', reason: 'wanted', payee: { bank: '重庆农村商业银行', accountMasked: '6222 **** 2222' } },
    ])
    expect(events).toMatchObject([{ kind: 'suspended', knownOn: '2026-01-31', isMistaken: false }])
    const asked = { personId: id, from: '2026-01', months: 3 }
    const due = value<{ heldBack: object[]; lines: { month: string }[] }>(
      await seeBenefit(on('2026-06-10'), office.supervisor, { name: 'benefit.person', input: asked }),
    )
    expect(due.lines.map(({ month }) => month)).toEqual(['2026-01'])
    expect(due.heldBack).toMatchObject([{ month: '2026-02' }, { month: '2026-03' }])
    const { rows } = await database.ownerPool.query<{ payee_account: Buffer }>('select payee_account from benefits.entitlements')
    expect(rows[0]?.payee_account.toString('latin1')).not.toContain('6222000011112222')
  })
})
