import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDivisions } from '../src/modules/network/index.ts'
import { clockAt } from '../src/platform/clock/clock.ts'
import { openSecrets, type Secrets } from '../src/platform/secrets/secrets.ts'
import { openTestDatabase } from '../test/database/clone.ts'
import { listDemoAccounts, loadDemo } from './index.ts'

type World = Awaited<ReturnType<typeof openTestDatabase>>

const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })
const clock = clockAt('2026-06-10T02:00:00Z')
const STATION = '500112017005'

const [one, other] = [await openTestDatabase(), await openTestDatabase()]
afterAll(() => Promise.all([one.close(), other.close()]))

const load = ({ ownerPool }: World, given: { people?: number; secrets?: Secrets } = {}) =>
  loadDemo({ ownerPool, secrets, people: 400, clock, log: () => undefined, ...given })

async function rowsOf<Row>({ ownerPool }: World, sql: string): Promise<Row[]> {
  const client = await ownerPool.connect()
  try {
    await client.query("begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'")
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.query('rollback')
    client.release()
  }
}

beforeAll(async () => {
  for (const world of [one, other]) await loadDivisions(world.ownerPool, { regions: ['500112', '500105001'] })
  await load(one)
})

/** Without what is drawn anew on every machine: ciphertexts, and the ids of accounts. */
const TOLD = {
  'network.service_units': '*',
  'network.staff_posts': '*',
  'registry.people':
    'id, unit_code, status, version, name, sex, born_on, citizen_id_index, phone_index, completeness, captured_on, last_contact_on',
  'registry.entitled_identities': '*',
  'registry.service_records': '*',
  'registry.kin': 'id, person_id, relation, name, born_on',
  'registry.search_keys': '*',
  'registry.citizen_directory': '*',
  'casework.visits': 'id, unit_code, done_on, reason, way, deliveries, goods, goods_value_fen, recorded_at',
  'casework.visit_people': '*',
  'casework.visit_plans': 'id, unit_code, person_id, reason, rule_code, due_on, status, visit_id, planned_at',
  'spine.facts': 'id, kind, unit_code, on_day, quantity, person_ids, dimensions',
}

async function digestsOf(world: World): Promise<string[]> {
  const digests: string[] = []
  for (const [table, columns] of Object.entries(TOLD)) {
    const rows = await rowsOf<{ told: string }>(world, `select (t.*)::text as told from (select ${columns} from ${table}) t order by 1`)
    digests.push(
      `${table} ${rows.length} ${createHash('sha256')
        .update(rows.map(({ told }) => told).join('\n'))
        .digest('hex')}`,
    )
  }
  return digests
}

test('a load that is killed in the middle leaves nothing, and the next one gives the same rows as anywhere', async () => {
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
  const left = await rowsOf(
    other,
    'select from registry.people union all select from network.service_units union all select from access.logins',
  )
  await load(other)

  expect(left).toEqual([])
  expect(await digestsOf(other)).toEqual(await digestsOf(one))
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

  const [loaded, expected] = [await rowsOf(one, described), await rowsOf(fresh, described)]
  await fresh.close()

  expect(loaded).toEqual(expected)
})

/** Each indicator's facts against the rows they were counted from, unit by unit; no row is a difference. */
const AGREEMENTS: readonly (readonly [string, string])[] = [
  ["kind = 'person.registered'", 'select unit_code, count(*) as n from registry.people group by 1'],
  ["kind = 'person.captured'", 'select unit_code, count(*) as n from registry.people group by 1'],
  ["kind = 'file.complete'", 'select unit_code, count(*) as n from registry.people where completeness >= 80 group by 1'],
  ["kind = 'identity.held'", 'select unit_code, count(*) as n from registry.entitled_identities where to_on is null group by 1'],
  ["kind = 'visit.done'", 'select unit_code, count(*) as n from casework.visits group by 1'],
  [
    "kind = 'delivery.made'",
    'select unit_code, sum(cardinality(deliveries)) as n from casework.visits group by 1 having sum(cardinality(deliveries)) > 0',
  ],
  [
    "kind = 'visit.goodsFen'",
    'select unit_code, sum(goods_value_fen) as n from casework.visits group by 1 having sum(goods_value_fen) > 0',
  ],
  [
    "kind = 'contact.due' and on_day < '2026-06-10'",
    "select unit_code, count(*) as n from casework.visit_plans where status = 'due' and due_on < '2026-06-10' group by 1",
  ],
  ["kind = 'unit.open'", "select unit_code, count(*) as n from network.service_units where status = 'open' group by 1"],
  ["kind = 'place.covered'", "select unit_code, 1 as n from network.service_units where status = 'open' and kind in ('centre', 'station')"],
  [
    "kind = 'place.exists'",
    "select code as unit_code, 1 as n from network.divisions where not is_pseudo and tier <> 'nation' and valid_to = 'infinity'",
  ],
  [
    "kind = 'staff.post' and on_day <= '2026-06-10'",
    'select unit_code, count(*) as n from network.staff_posts where to_on is null group by 1',
  ],
]

test.each(AGREEMENTS)('the facts of %s sum to the rows, unit by unit', async (facts, rows) => {
  const differences = await rowsOf(
    one,
    `select * from (select unit_code, sum(quantity) as n from spine.facts where ${facts} group by 1 having sum(quantity) <> 0) f
       full join (${rows}) r using (unit_code) where f.n is distinct from r.n limit 5`,
  )

  expect(differences).toEqual([])
})

test('nobody bears a real identity number or phone, and every number opens', async () => {
  const people = await rowsOf<{ id: string; citizen_id: Buffer; phone: Buffer | null }>(
    one,
    'select id, citizen_id, phone from registry.people',
  )

  const numbers = people.map(({ id, citizen_id }) => secrets.decrypt('registry.people.citizen_id', id, citizen_id))
  const phones = people.flatMap(({ id, phone }) => (phone ? [secrets.decrypt('registry.people.phone', id, phone)] : []))

  expect(numbers.filter((number) => !/^99\d{15}[\dX]$/.test(number))).toEqual([])
  expect(new Set(numbers).size).toBe(400)
  expect(phones.filter((phone) => !/^100\d{8}$/.test(phone))).toEqual([])
})

test('凤鸣路社区 has 168 people, seven to visit within a week and one overdue', async () => {
  const due = await rowsOf<{ due_on: string }>(
    one,
    `select due_on from casework.visit_plans where unit_code = '${STATION}' and status = 'due' order by 1`,
  )
  const people = await rowsOf(one, `select from registry.people where unit_code = '${STATION}'`)

  expect(people).toHaveLength(168)
  expect(due.filter(({ due_on }) => due_on < '2026-06-10')).toHaveLength(1)
  expect(due.filter(({ due_on }) => due_on >= '2026-06-10' && due_on <= '2026-06-17')).toHaveLength(7)
})

test('visits end yesterday and lie between the capture of a file and today', async () => {
  const strays = await rowsOf(
    one,
    `select v.done_on, p.captured_on from casework.visit_people v join registry.people p on p.bureau_code = v.bureau_code and p.id = v.person_id
      where v.done_on > '2026-06-09' or v.done_on < p.captured_on or v.done_on < '2024-06-10'`,
  )

  expect(strays).toEqual([])
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
