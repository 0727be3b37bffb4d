import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDivisions } from '../src/modules/network/index.ts'
import { clockAt } from '../src/platform/clock/clock.ts'
import { installJobs } from '../src/platform/jobs/jobs.ts'
import { openSecrets, type Secrets, type SecretsOptions } from '../src/platform/secrets/secrets.ts'
import { openTestDatabase } from '../test/database/clone.ts'
import { rowsOf } from '../test/database/rows-of.ts'
import { listDemoAccounts, loadDemo } from './index.ts'

type World = Awaited<ReturnType<typeof openTestDatabase>>

const ring: SecretsOptions = { masterKey: Buffer.alloc(32, 7), profile: 'gm' }
const secrets = openSecrets(ring)
const clock = clockAt('2026-06-10T02:00:00Z')
const [one, other] = [await openTestDatabase(), await openTestDatabase()]
afterAll(() => Promise.all([one.close(), other.close()]))

const load = ({ ownerPool, appPool, mePool }: World, given: { people?: number; secrets?: Secrets; ring?: SecretsOptions } = {}) =>
  loadDemo({ ownerPool, secrets, people: 400, office: { appPool, mePool }, clock, log: () => undefined, ...given })

beforeAll(async () => {
  for (const { ownerPool } of [one, other]) {
    await installJobs(ownerPool)
    await loadDivisions(ownerPool, { regions: ['500112', '500105001'] })
  }
  await load(one)
}, 120_000)

/** Without what is drawn anew on every machine: ciphertexts, the ids of accounts, and those of facts that an action told. */
const TOLD = {
  'network.service_units': '*',
  'network.staff_posts': '*',
  'registry.people':
    'id, unit_code, status, version, name, sex, born_on, citizen_id_index, phone_index, completeness, captured_on, last_contact_on, name_sound, phone_tail, id_end',
  'registry.entitled_identities': '*',
  'registry.service_records': '*',
  'registry.kin': 'id, person_id, relation, name, born_on',
  'registry.search_keys': '*',
  'registry.citizen_directory': '*',
  'casework.visits': 'id, unit_code, done_on, reason, way, deliveries, goods, goods_value_fen, recorded_at',
  'casework.visit_people': '*',
  'casework.visit_plans': 'id, unit_code, person_id, reason, rule_code, due_on, status, visit_id, planned_at',
  'assistance.needs': 'id, person_id, kind, urgency, recorded_on, closed_on',
  'assistance.pairings': 'id, person_id, helper_id, kinds, began_on, until_on',
  'assistance.claims': 'id, person_id, state, amount_fen, began_on',
  'assistance.donations': 'id, fund_id, receipt_number, form, amount_fen, confirmed_on',
  'casework.matters': 'id, unit_code, person_id, type_code, state, steps, opened_on, due_on, closed_on, outcome',
  'worklog.open_sites': '*',
  'memorial.patrol_visits': '*',
  'memorial.repairs': '*',
  'spine.facts': 'kind, unit_code, on_day, quantity, person_ids, dimensions',
}

async function digestsOf(world: World): Promise<string[]> {
  const digests: string[] = []
  for (const [table, columns] of Object.entries(TOLD)) {
    const rows = await rowsOf<{ told: string }>(
      world.ownerPool,
      `select (t.*)::text as told from (select ${columns} from ${table}) t order by 1`,
    )
    digests.push(
      `${table} ${rows.length} ${createHash('sha256')
        .update(rows.map(({ told }) => told).join('\n'))
        .digest('hex')}`,
    )
  }
  return digests
}

test('a load that breaks in the middle leaves nothing, the next one, in threads, the same rows as anywhere, and an office that is broken off goes on', async () => {
  const dies = new Error('killed')
  let sealed = 0
  const mortal: Secrets = {
    ...secrets,
    encrypt: (...args) => {
      sealed += 1
      if (sealed > 1_000) throw dies
      return secrets.encrypt(...args)
    },
  }

  await expect(load(other, { secrets: mortal })).rejects.toBe(dies)
  await expect(load(other, { ring: { ...ring, masterKey: Buffer.alloc(5) } })).rejects.toThrow('not 32')
  const left = await rowsOf(
    other.ownerPool,
    'select from registry.people union all select from network.service_units union all select from access.logins',
  )
  let said = 0
  const tired: Secrets = {
    ...secrets,
    encrypt: (column, ...about) => {
      said += Number(column === 'casework.matter_steps.said')
      if (said > 60) throw dies
      return secrets.encrypt(column, ...about)
    },
  }
  await expect(load(other, { ring, secrets: tired })).rejects.toBe(dies)
  const begun = await rowsOf(other.ownerPool, 'select from casework.matters')
  await load(other, { ring })

  expect(begun.length).toBeGreaterThan(0)
  expect(left).toEqual([])
  expect(await digestsOf(other)).toEqual(await digestsOf(one))
}, 120_000)

test('pairing, incentives and a fund have something to show, at every step', async () => {
  const told = (sql: string) => rowsOf<{ told: string }>(one.ownerPool, sql).then((rows) => rows.map((row) => row.told))

  expect(await told('select state as told from assistance.claims order by state')).toEqual(['approved', 'drafted', 'submitted'])
  expect(await told("select (closed_on is null)::text || ' ' || kind as told from assistance.needs order by kind")).toHaveLength(5)
  expect(await told('select h.name as told from assistance.pairings p join assistance.helpers h on h.id = p.helper_id')).toHaveLength(3)
  expect(await told('select distinct form as told from assistance.donations where confirmed_on is not null')).toEqual(['cash'])
})

test('memorials were patrolled, something is not mended yet, and the facts say the same', async () => {
  const [told] = await rowsOf<{ rounds: number; visits: number; open: number; facts: Record<string, number> }>(
    one.ownerPool,
    `select (select count(*)::int from memorial.patrols) as rounds, (select count(*)::int from memorial.patrol_visits) as visits,
            (select count(*)::int from memorial.repairs where closed_on is null) as open,
            (select jsonb_object_agg(kind, sum) from (select kind, sum(quantity)::int as sum from spine.facts
               where kind ~ '^(patrol|defect)' group by kind) as f) as facts`,
  )

  expect(told?.open).toBeGreaterThan(0)
  expect(told?.visits).toBeGreaterThan(told?.rounds ?? 0)
  expect(told?.facts).toEqual({
    'patrol.round': told?.rounds,
    'patrol.visit': told?.visits,
    'defect.found': told?.open,
    'defect.open': told?.open,
  })
})

test('memorials stand in the county, all but one of them on the public map, each with its fact', async () => {
  const [told] = await rowsOf<{ records: number; shown: number; facts: number }>(
    one.ownerPool,
    `select (select count(*)::int from worklog.records where bureau_code = '500112' and kind = 'memorialSite') as records,
            (select count(*)::int from worklog.open_sites where bureau_code = '500112' and is_shown) as shown,
            (select sum(quantity)::int from spine.facts where bureau_code = '500112' and kind = 'work.memorialSite') as facts`,
  )

  expect(told?.shown).toBeGreaterThan(2)
  expect(told?.facts).toBe(told?.records)
  expect((told?.records ?? 0) - (told?.shown ?? 0)).toBe(1)
})

test('loaded again, nothing is added', async () => {
  const before = await digestsOf(one)

  await load(one, { people: 5_000 })

  expect(await digestsOf(one)).toEqual(before)
})

test('every key, index and forced policy stands again', async () => {
  const described = `select coalesce(string_agg(pg_get_constraintdef(c.oid), ' ' order by c.conname), '') as keys, t.relname, t.relforcerowsecurity,
    (select count(*)::int from pg_index i where i.indrelid = t.oid and i.indisvalid) as indexes
    from pg_class t left join pg_constraint c on c.conrelid = t.oid
    where t.relkind = 'r' and t.relnamespace::regnamespace::text in ('network', 'registry', 'casework', 'spine') group by t.oid order by t.relname`
  const fresh = await openTestDatabase()

  const [loaded, expected] = [await rowsOf(one.ownerPool, described), await rowsOf(fresh.ownerPool, described)]
  await fresh.close()

  expect(loaded).toEqual(expected)
})

test('the sign-in page lists the accounts of a demo, and none where there is none', async () => {
  const fresh = await openTestDatabase()

  const [listed, none] = [
    await listDemoAccounts({ pool: one.ownerPool, secrets, clock }),
    await listDemoAccounts({ pool: fresh.ownerPool, secrets, clock }),
  ]
  await fresh.close()

  expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining(['陈晓琴', '蒋文博', '何静']))
  expect(none).toEqual([])
})

test('where real units stand, the demo is refused', async () => {
  const real = await openTestDatabase()
  await loadDivisions(real.ownerPool, { regions: ['500105001'] })
  await real.ownerPool.query(
    `begin; set local app.scope_lo = '0'; set local app.scope_hi = ':';
     insert into network.service_units (bureau_code, unit_code, kind, tier, name, status) values ('500105', '500105001001', 'station', 'village', '桥北', 'planned');
     commit`,
  )

  await expect(load(real)).rejects.toThrow(/GUIDUI_DEMO/)
  await real.close()
})
