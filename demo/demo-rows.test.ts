import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDivisions } from '../src/modules/network/index.ts'
import { clockAt } from '../src/platform/clock/clock.ts'
import { openSecrets, type SecretsOptions } from '../src/platform/secrets/secrets.ts'
import { openTestDatabase } from '../test/database/clone.ts'
import { rowsOf } from '../test/database/rows-of.ts'
import { loadDemo } from './index.ts'

const ring: SecretsOptions = { masterKey: Buffer.alloc(32, 7), profile: 'gm' }
const secrets = openSecrets(ring)
const clock = clockAt('2026-06-10T02:00:00Z')
const STATION = '500112017005'

const world = await openTestDatabase()
afterAll(world.close)

beforeAll(async () => {
  await loadDivisions(world.ownerPool, { regions: ['500112'] })
  await loadDemo({ ownerPool: world.ownerPool, secrets, ring, people: 400, clock, log: () => undefined })
}, 120_000)

/** Each indicator's facts against the rows they were counted from, unit by unit; no row is a difference. */
const AGREEMENTS: readonly (readonly [string, string])[] = [
  ["kind = 'person.registered'", "select unit_code, count(*) as n from registry.people where status = 'active' group by 1"],
  ["kind = 'person.captured'", 'select unit_code, count(*) as n from registry.people group by 1'],
  [
    "kind = 'file.complete'",
    "select unit_code, count(*) as n from registry.people where completeness >= 80 and status = 'active' group by 1",
  ],
  [
    "kind = 'identity.held'",
    `select i.unit_code, count(*) as n from registry.entitled_identities i
       join registry.people p on p.bureau_code = i.bureau_code and p.id = i.person_id
      where i.to_on is null and p.status = 'active' group by 1`,
  ],
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
  [
    "kind = 'placement.due'",
    "select unit_code, count(*) as n from placement.candidates where way = 'arrangedWork' and state not in ('chosenSelfEmployment', 'otherWay', 'waivedLate', 'waivedRefused', 'cancelled', 'relocated') group by 1",
  ],
  ["kind = 'unit.open'", "select unit_code, count(*) as n from network.service_units where status = 'open' group by 1"],
  ["kind = 'place.covered'", "select unit_code, 1 as n from network.service_units where status = 'open' and kind in ('centre', 'station')"],
  [
    "kind = 'staff.post' and on_day <= '2026-06-10'",
    'select unit_code, count(*) as n from network.staff_posts where to_on is null group by 1',
  ],
]

test.each(AGREEMENTS)('the facts of %s sum to the rows, unit by unit', async (facts, rows) => {
  const differences = await rowsOf(
    world.ownerPool,
    `select * from (select unit_code, sum(quantity) as n from spine.facts where ${facts} group by 1 having sum(quantity) <> 0) f
       full join (${rows}) r using (unit_code) where f.n is distinct from r.n limit 5`,
  )

  expect(differences).toEqual([])
})

test('nobody bears a real identity number or phone, and every number opens', async () => {
  const people = await rowsOf<{ id: string; citizen_id: Buffer; phone: Buffer | null }>(
    world.ownerPool,
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
    world.ownerPool,
    `select due_on from casework.visit_plans where unit_code = '${STATION}' and status = 'due' order by 1`,
  )
  const people = await rowsOf(world.ownerPool, `select from registry.people where unit_code = '${STATION}'`)

  expect(people).toHaveLength(168)
  expect(due.filter(({ due_on }) => due_on < '2026-06-10')).toHaveLength(1)
  expect(due.filter(({ due_on }) => due_on >= '2026-06-10' && due_on <= '2026-06-17')).toHaveLength(7)
})

test('visits end yesterday and lie between the capture of a file and today', async () => {
  const strays = await rowsOf(
    world.ownerPool,
    `select v.done_on, p.captured_on from casework.visit_people v join registry.people p on p.bureau_code = v.bureau_code and p.id = v.person_id
      where v.done_on > '2026-06-09' or v.done_on < p.captured_on or v.done_on < '2024-06-10'`,
  )

  expect(strays).toEqual([])
})
