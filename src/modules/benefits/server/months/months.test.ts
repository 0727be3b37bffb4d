import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { kinNotice, office, runMonth } from '../../../../../test/benefits-world.ts'
import { DIS, KIN, openMonthWorld, type Who } from '../../../../../test/month-world.ts'
import { divisions, value, YUBEI } from '../../../../../test/world.ts'
import { installJobs } from '../../../../platform/jobs/jobs.ts'

const { approved, computed, database, lines, on, paid, say, seen, told } = await openMonthWorld()

afterAll(database.close)
beforeAll(async () => {
  await divisions(database)
  await installJobs(database.ownerPool)
})
/** Each test has the county to itself. */
beforeEach(async () => {
  await database.ownerPool.query(
    'truncate benefits.entitlements, benefits.life_events, benefits.runs, benefits.lines, benefits.run_failures, benefits.run_progress, benefits.once_dead, benefits.unpaid, benefits.rate_tables',
  )
  await database.ownerPool.query(`update registry.entitled_identities set status = 'claimed'`)
})

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
