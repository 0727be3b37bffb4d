import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import type { UnitCode } from '../../src/kernel/region-code.ts'
import { clockAt } from '../../src/platform/clock/clock.ts'
import { openSecrets } from '../../src/platform/secrets/secrets.ts'
import { openTestDatabase } from '../../test/database/clone.ts'
import { AWARD_TABLES, openAwards } from './awards.ts'
import { CLIENT_TABLES, writeClients } from './clients.ts'
import { placesAt } from './ground.ts'
import { loadScenario } from './load-scenario.ts'
import type { Scenario } from './scenario.ts'
import { UNIT_TABLES, writeUnitsAt } from './unit-network.ts'

const UNTIL = '2022-05-20' as PlainDate
const AWARDED = '2021-10-08' as PlainDate

/** The writers of the provinces, upon one county. */
const county: Scenario = {
  code: 'rows',
  documents: [],
  regions: ['500112'],
  office: '500112000000' as UnitCode,
  tables: [...UNIT_TABLES, ...AWARD_TABLES, ...CLIENT_TABLES],
  async write(ground) {
    const places = placesAt(ground, 'county', 'township', 'village')
    await writeUnitsAt(ground, { places, staff: places.length + 40, until: UNTIL })
    const villages = placesAt(ground, 'village').slice(0, 3)
    await writeClients(ground, { stations: villages.map((place, at) => ({ place, people: 4 * at })), until: UNTIL })
    const award = openAwards(ground)
    for (const unit of villages) award({ unit, scheme: 'stars', level: 4, on: AWARDED })
    for (const unit of villages.slice(1)) award({ unit, scheme: 'nationalModel', on: AWARDED })
  },
}

const world = await openTestDatabase()
afterAll(world.close)

beforeAll(async () => {
  const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })
  await loadScenario({ ownerPool: world.ownerPool, secrets, clock: clockAt('2026-06-10T02:00:00Z') }, county)
}, 120_000)

async function numbersOf(sql: string): Promise<number[]> {
  const client = await world.ownerPool.connect()
  try {
    await client.query("begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'")
    const { rows } = await client.query<{ n: string }>(sql)
    return rows.map(({ n }) => Number(n))
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const stockOf = (kind: string, day: string): string =>
  `select coalesce(sum(quantity), 0) as n from spine.facts where kind = '${kind}' and on_day <= '${day}'`

test('each place has one unit, and the staff come to what was asked for, in rows as in facts', async () => {
  const [units] = await numbersOf('select count(*) as n from network.service_units')
  const [open] = await numbersOf(`${stockOf('unit.open', UNTIL)} and dimensions->>'kind' in ('centre', 'station')`)
  const [places] = await numbersOf(
    "select count(*) as n from network.divisions where code ^@ '500112' and not is_pseudo and valid_to = 'infinity'",
  )
  expect(open).toBe(places)
  // The worked example of the demo has four more rooms beside its station.
  expect(units).toBe((places ?? 0) + 4)
  const posts = await numbersOf(`select count(*) as n from network.staff_posts union all ${stockOf('staff.post', UNTIL)}`)
  expect(new Set(posts)).toEqual(new Set([(units ?? 0) + 36]))
})

test('so many clients as were asked for, each captured by the day', async () => {
  const people = await numbersOf('select count(*) as n from registry.people group by unit_code order by unit_code')
  expect(people).toEqual([4, 8])
  expect(await numbersOf(stockOf('person.registered', UNTIL))).toEqual([12])
})

test('an award counts from its day until it expires, and has every step of its course', async () => {
  for (const [day, held] of [
    ['2021-10-07', 0],
    ['2021-10-08', 5],
    ['2023-10-08', 2],
    ['2024-10-08', 0],
  ] as const) {
    expect(await numbersOf(stockOf('unit.accredited', day)), day).toEqual([held])
  }
  const steps = await numbersOf('select count(*) as n from network.accreditation_steps s group by accreditation_id order by 1')
  // Opened, shown, handed in, passed by each seat, awarded: stars are passed by county and city's part, the model title by both too.
  expect(steps).toEqual([6, 6, 6, 6, 6])
})
