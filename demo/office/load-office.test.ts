import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealedTables as assistanceTables } from '../../src/modules/assistance/index.ts'
import { views as benefits, sealedTables as benefitsTables } from '../../src/modules/benefits/index.ts'
import { views as casework, sealedTables as caseworkTables } from '../../src/modules/casework/index.ts'
import { sealedTables as ledgerTables } from '../../src/modules/ledger/index.ts'
import { loadDivisions } from '../../src/modules/network/index.ts'
import { sealedTables as placementTables } from '../../src/modules/placement/index.ts'
import { sealedTables as registryTables } from '../../src/modules/registry/index.ts'
import { views as worklog, sealedTables as worklogTables } from '../../src/modules/worklog/index.ts'
import type { Actor } from '../../src/platform/access/actor.ts'
import { runView } from '../../src/platform/actions/run-view.ts'
import { clockAt } from '../../src/platform/clock/clock.ts'
import { installJobs } from '../../src/platform/jobs/jobs.ts'
import { verifyJournal } from '../../src/platform/journal/verify-journal.ts'
import { platformTables, rotateAll } from '../../src/platform/rotation/index.ts'
import { openSecrets } from '../../src/platform/secrets/secrets.ts'
import { openTestDatabase } from '../../test/database/clone.ts'
import { rowsOf } from '../../test/database/rows-of.ts'
import { loadDemo } from '../index.ts'
import { type Hands, readHands } from './hands.ts'
import { loadOffice, OFFICE_WAITS } from './load-office.ts'

const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })
const clock = clockAt('2026-06-10T02:00:00Z')
const world = await openTestDatabase()
afterAll(world.close)
const lines: string[] = []
const log = (line: string) => void lines.push(line)
const views = [...casework, ...worklog, ...benefits]
let hands: Hands

beforeAll(async () => {
  const { ownerPool, appPool, mePool } = world
  await installJobs(ownerPool)
  await loadDivisions(ownerPool, { regions: ['500112'] })
  await loadDemo({ ownerPool, office: { appPool, mePool }, secrets, people: 4_000, clock, log })
  const read = await readHands(ownerPool)
  if (!read) throw new Error('the demo accounts were not loaded')
  hands = read
}, 120_000)

/** What a view shows to somebody today. */
async function see<Shown>(actor: Actor, name: string, input: object): Promise<Shown> {
  const view = views.find(({ contract }) => contract.name === name)
  if (!view) throw new Error(`no view ${name}`)
  const answer = await runView({ pool: world.appPool, clock, secrets }, view, { actor, input })
  if (answer.kind !== 'value') throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return answer.value as Shown
}

test('nothing that the office does is refused', () => {
  expect(lines).toEqual([expect.stringContaining('正在装入'), expect.stringContaining('已装入'), expect.stringContaining('已办好')])
})

test('matters of every kind stand with everybody, few of them overdue, and none is missing', async () => {
  const waiting = async (login: string) => {
    const { waiting: count, overdue } = await see<{ waiting: number; overdue: number }>(hands.account(login), 'matter.inbox', {})
    return { count, overdue }
  }
  const inboxes = await Promise.all(['chen.xiaoqin', 'peng.xuemei', 'jiang.wenbo', 'xiao.limin', 'qian.li', 'fang.jing'].map(waiting))
  const kinds = await rowsOf<{ kind: string }>(world.ownerPool, 'select distinct type_code as kind from casework.matters')
  const outcomes = await rowsOf<{ outcome: string }>(
    world.ownerPool,
    'select distinct outcome from casework.matters where outcome is not null order by outcome',
  )
  const rated = await rowsOf<{ stars: number }>(world.ownerPool, 'select stars from casework.matter_ratings')
  const balance = await see<{ isWhole: boolean; kinds: { missing: number }[] }>(hands.account('jiang.wenbo'), 'matter.balance', {
    place: '500112000000',
  })

  for (const { count } of inboxes) expect(count).toBeGreaterThan(0)
  expect(inboxes.reduce((sum, { overdue }) => sum + overdue, 0)).toBeLessThanOrEqual(3)
  expect(kinds.length).toBeGreaterThanOrEqual(11)
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['granted', 'handled', 'refused'])
  expect(rated).toHaveLength(3)
  expect(balance.isWhole).toBe(true)
})

test('two years of work are on record, of county, townships and stations, and two records were taken back', async () => {
  const [told] = await rowsOf<{ records: number; kinds: number; units: number; back: number }>(
    world.ownerPool,
    `select count(*)::int as records, count(distinct kind)::int as kinds, count(distinct unit_code)::int as units,
            (count(*) filter (where is_counter))::int as back from worklog.records where kind <> 'memorialSite'`,
  )
  const listed = await see<{ rows: unknown[] }>(hands.account('jiang.wenbo'), 'work.list', { place: '500112000000' })

  expect(told).toMatchObject({ back: 2, units: 16 })
  expect(told?.records).toBeGreaterThan(250)
  expect(told?.kinds).toBeGreaterThan(25)
  expect(listed.rows.length).toBeGreaterThan(20)
})

test('of three months of pay two are with the cashier and the last waits to be approved, with what differs and why', async () => {
  const jiang = hands.account('jiang.wenbo')
  const unitCode = '500112000000'
  const { runs } = await see<{ runs: { id: string; state: string; payState: string | null }[] }>(jiang, 'month.list', { unitCode })
  const last = await see<{ byReason: { why: string }[] }>(jiang, 'month.get', { runId: runs[0]?.id })
  const { waiting, approved } = await see<{ waiting: number; approved: number }>(jiang, 'benefit.waiting', { unitCode })
  const payees = await see<{ entered: number; settled: unknown[] }>(hands.account('xiao.limin'), 'benefit.payees', { unitCode })
  const first = await see<{ unpaid: { 'no-account': { people: number } } }>(jiang, 'month.payment', { runId: runs[2]?.id })

  expect(runs.map(({ state, payState }) => `${state} ${payState}`)).toEqual(['reviewed null', 'approved opened', 'approved opened'])
  expect(last.byReason.map(({ why }) => why)).toEqual(expect.arrayContaining(['same', 'new', 'regraded', 'died', 'unconfirmed', 'backPay']))
  expect([waiting, payees.entered]).toEqual([3, 3])
  expect(approved).toBeGreaterThan(500)
  expect(first.unpaid['no-account'].people).toBeGreaterThan(0)
})

test('of the yearly confirmations most were given, and some stand in every other state', async () => {
  const { confirmed, byRisk } = await see<{ confirmed: number; byRisk: Record<string, number> }>(
    hands.account('jiang.wenbo'),
    'benefit.confirming',
    { unitCode: '500112000000' },
  )

  expect(byRisk).toMatchObject({ failed: 1, overdue: expect.any(Number), toCheck: expect.any(Number), due: expect.any(Number) })
  expect(Object.values(byRisk).filter((people) => people === 0)).toEqual([])
  expect(confirmed).toBeGreaterThan((byRisk['due'] ?? 0) + (byRisk['overdue'] ?? 0))
})

test('grants stand at every step, an emergency among them, and a gift can be followed to what became of it', async () => {
  const grants = await rowsOf<{ told: string }>(world.ownerPool, "select way || ' ' || state as told from assistance.grants order by 1")
  const outcomes = await rowsOf<{ outcome: string }>(
    world.ownerPool,
    'select g.outcome from assistance.draws d join assistance.grants g on g.id = d.grant_id where g.outcome is not null order by 1',
  )

  expect(grants.map(({ told }) => told)).toEqual([
    'decided approved',
    'decided followedUp',
    'decided followedUp',
    'decided paid',
    'decided proposed',
    'emergency paid',
  ])
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['settled', 'treated']))
})

test('the brief of last month is filed, that of this month a draft, and both have their figures', async () => {
  const briefs = await rowsOf<{ state: string; visits: string }>(
    world.ownerPool,
    `select b.state, (select f ->> 'value' from jsonb_array_elements(b.figures) f where f ->> 'code' = 'visits' limit 1) as visits
       from briefs.briefs b order by b.state`,
  )

  expect(briefs.map(({ state }) => state)).toEqual(['archived', 'draft'])
  for (const { visits } of briefs) expect(visits).toMatch(/[1-9]/)
})

test('the books agree with themselves', async () => {
  const postings = await rowsOf(world.ownerPool, 'select from ledger.entries')

  expect(postings.length).toBeGreaterThan(10)
  expect(await rowsOf(world.ownerPool, 'select invariant, bureau_code from ledger.breaks')).toEqual([])
})

test('the journal of what was done holds', async () => {
  const verdicts = await verifyJournal(world.ownerPool)

  expect(verdicts.length).toBeGreaterThan(0)
  expect(verdicts.filter(({ broken }) => broken)).toEqual([])
})

test('done again from the beginning, nothing is done twice', async () => {
  const count = () =>
    rowsOf(
      world.ownerPool,
      `select (select count(*) from spine.receipts) as receipts, (select count(*) from spine.facts) as facts,
      (select count(*) from spine.leaves) as leaves`,
    )
  const before = await count()

  // Whose identities the office confirmed: taken in after the others.
  const [since] = await rowsOf<{ newcomers: string[] }>(
    world.ownerPool,
    'select array_agg(id::text) as newcomers from benefits.entitlements where applied_on > (select min(applied_on) from benefits.entitlements)',
  )
  const waiting = JSON.stringify({ today: clock.today(), newcomers: since?.newcomers })
  await world.ownerPool.query('insert into app.settings (key, value) values ($1, $2)', [OFFICE_WAITS, waiting])
  await loadOffice({ ...world, secrets, log })

  expect(await count()).toEqual(before)
})

test('a new key can take over whatever the office has sealed', async () => {
  const ring = { masterKey: Buffer.from('a1b2c3d4e5f60718'.repeat(4), 'hex'), version: 2, profile: 'gm' } as const
  const rotating = openSecrets({ ...ring, earlier: [{ version: 1, key: Buffer.alloc(32, 7) }] })

  const tables = [
    platformTables,
    registryTables,
    caseworkTables,
    placementTables,
    benefitsTables,
    worklogTables,
    assistanceTables,
    ledgerTables,
  ].flat()
  const ended = await rotateAll({ pool: world.ownerPool, secrets: rotating, tables, files: '/nowhere' }, () => undefined)

  expect(ended).toMatchObject({ left: 0, unreadable: [] })
  expect(ended.written).toBeGreaterThan(20_000)
})
