import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { actorAt, notFound, openUnitWorld, post, refusal, STATION, station, value, YUZHONG } from '../../../../test/unit-world.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { withScope } from '../../../platform/database/scope.ts'
import { loadDivisions } from './load-divisions.ts'
import { findDoor } from './unit-queries.ts'

const { act, database, rowsOf, see } = await openUnitWorld()

afterAll(database.close)
beforeAll(() => loadDivisions(database.ownerPool, { regions: ['500112', '500103'] }))
beforeEach(() =>
  database.ownerPool.query(
    'truncate network.accreditation_steps, network.accreditations, network.staff_posts, network.service_units, spine.facts',
  ),
)

test('a station is opened, seen on its page with its path, and counted', async () => {
  const opened = await act('openUnit', { ...station, amenities: ['reading', 'tea'], place: { latitude: 29.718, longitude: 106.631 } })

  expect(opened).toEqual(value({ status: 'open', tier: 'village', revision: 1 }))
  const page = await see('unit', { unitCode: STATION })
  expect(page).toMatchObject({
    value: { unit: { amenities: ['reading', 'tea'], place: { latitude: 29.718 } }, path: [{}, {}, {}, {}], can: { change: true } },
  })
  const rows = await rowsOf("select quantity::int, dimensions from spine.facts where kind = 'unit.open'")
  expect(rows).toEqual([{ quantity: 1, dimensions: { kind: 'station', tier: 'village' } }])
})

test('a unit whose division has ended says so, in the list and on its page, with what became of it, until it is over too', async () => {
  await act('openUnit', station)
  const page = async () => (await see('unit', { unitCode: STATION })) as { value: { unit: { revision: number }; became?: unknown } }
  const listed = async () => ((await see('units', { place: '500112017000' })) as { value: { rows: unknown[] } }).value.rows
  expect((await page()).value.became).toBeUndefined()

  await database.ownerPool.query("update network.divisions set valid_to = '2026-06-01' where code = $1", [STATION])
  await database.ownerPool.query(
    `insert into network.division_changes (valid_on, kind, from_code, from_name, to_code, source, is_example)
     values ('2026-06-01', 'merge', $1, '旧', '500112017001', '示例', true)`,
    [STATION],
  )
  try {
    expect((await page()).value.became).toMatchObject([{ code: '500112017001' }])
    expect(await listed()).toMatchObject([{ unitCode: STATION, divisionEndedOn: '2026-06-01' }])

    await act('changeUnit', { unitCode: STATION, revision: 1, changes: { status: 'closed' } })
    expect(await listed()).toMatchObject([{ unitCode: STATION, divisionEndedOn: undefined }])
  } finally {
    await database.ownerPool.query("update network.divisions set valid_to = 'infinity' where code = $1", [STATION])
    await database.ownerPool.query('delete from network.division_changes where from_code = $1', [STATION])
  }
})

test.each([
  ['unknown-division', { unitCode: '500112017999' }],
  ['unknown-division', { unitCode: '500100000000', kind: 'centre' }],
  ['abolished-division', { unitCode: '500112017901' }],
  ['kind-does-not-suit-tier', { kind: 'centre' }],
  ['unknown-codes', { amenities: ['reading', 'casino'] }],
  ['opens-in-future', { openedOn: '2026-06-11' }],
  ['opened-on-missing', { openedOn: undefined }],
])('%s: no unit is opened', async (code, wrong) => {
  const chongqing = actorAt('500000000000', 'cityOfficer')

  expect(await act('openUnit', { ...station, ...wrong }, { actor: chongqing })).toEqual(refusal({ code }))
  expect(await rowsOf('select unit_code from network.service_units')).toEqual([])
})

test('a division has one open station, and branches or post houses beside it', async () => {
  await act('openUnit', station)

  expect(await act('openUnit', station)).toEqual(refusal({ code: 'unit-exists' }))
  expect(await act('openUnit', { ...station, unitCode: `${STATION}-1` })).toEqual(refusal({ code: 'already-open', unitCode: STATION }))
  expect(await act('openUnit', { ...station, unitCode: `${STATION}-1`, isBranch: true })).toEqual(value({ isBranch: true }))
  expect(await act('openUnit', { ...station, unitCode: `${STATION}-2`, kind: 'postHouse', name: '石坪老兵驿站' })).toEqual(
    value({ kind: 'postHouse' }),
  )
})

test('of two clerks who open the station at once one is refused', async () => {
  const [one, other] = await Promise.all([act('openUnit', station), act('openUnit', { ...station, unitCode: `${STATION}-1` })])

  expect([one.kind, other.kind].toSorted()).toEqual(['refusal', 'value'])
})

test('a stranger from the next district neither sees nor changes nor staffs the station', async () => {
  await act('openUnit', station)

  expect(await see('unit', { unitCode: STATION }, YUZHONG)).toEqual(notFound)
  expect(await see('units', { place: '500112000000' }, YUZHONG)).toEqual(notFound)
  expect(await see('coverageGaps', { place: '500112017000' }, YUZHONG)).toEqual(notFound)
  expect(await act('openUnit', { ...station, unitCode: '500112017004' }, { actor: YUZHONG })).toEqual(notFound)
  expect(await act('changeUnit', { unitCode: STATION, revision: 1, changes: { name: '别人的站' } }, { actor: YUZHONG })).toEqual(notFound)
  expect(await act('appointStaff', post, { actor: YUZHONG })).toEqual(notFound)
})

test('a station worker reads the unit and may not change it', async () => {
  await act('openUnit', station)
  const worker = actorAt(STATION, 'stationWorker')

  expect(await see('unit', { unitCode: STATION }, worker)).toMatchObject({ value: { can: { change: false } } })
  expect(await act('changeUnit', { unitCode: STATION, revision: 1, changes: {} }, { actor: worker })).toMatchObject({
    problem: { code: 'not-permitted' },
  })
})

test('a change made on a stale page is refused, and nothing of the other is overwritten', async () => {
  await act('openUnit', station)

  const first = await act('changeUnit', { unitCode: STATION, revision: 1, changes: { phone: '10000000000' } })
  const second = await act('changeUnit', { unitCode: STATION, revision: 1, changes: { phone: '10000000001' } })

  expect(first).toEqual(value({ phone: '10000000000', name: station.name, revision: 2 }))
  expect(second).toEqual(refusal({ code: 'changed-meanwhile', revision: 2 }))
})

test('a unit merges into its neighbour, is counted out, and stays merged', async () => {
  await act('openUnit', station)
  await act('openUnit', { ...station, unitCode: '500112017004' })
  const merge = { unitCode: STATION, changes: { status: 'merged' }, closedOn: '2026-06-01' }

  expect(await act('changeUnit', { ...merge, revision: 1 })).toEqual(refusal({ code: 'merged-into-missing' }))
  expect(await act('changeUnit', { ...merge, revision: 1, mergedIntoCode: '500112017004' })).toEqual(
    value({ status: 'merged', closedOn: '2026-06-01' }),
  )
  expect(await act('changeUnit', { unitCode: STATION, revision: 2, changes: { status: 'open' } })).toEqual(
    refusal({ code: 'cannot-become', from: 'merged', to: 'open' }),
  )
  const rows = await rowsOf(
    "select sum(quantity)::int as open from spine.facts where kind = 'unit.open' and unit_code = $1 and on_day >= '2026-06-01'",
    [STATION],
  )
  expect(rows).toEqual([{ open: -1 }])
})

test('a unit does not close before it opened', async () => {
  await act('openUnit', station)

  expect(await act('changeUnit', { unitCode: STATION, revision: 1, changes: { status: 'closed' }, closedOn: '2019-04-30' })).toEqual(
    refusal({ code: 'closed-before-opened' }),
  )
})

test('a long list of units is paged without gaps or doubles', async () => {
  for (const serial of ['', '-1', '-2', '-3']) await act('openUnit', { ...station, kind: 'veteransHome', unitCode: STATION + serial })

  const first = await see('units', { place: '500112000000', limit: 3 })
  const { next } = (first as { value: { next: string } }).value
  const second = await see('units', { place: '500112000000', limit: 3, cursor: next })

  expect(first).toMatchObject({ value: { rows: [{ unitCode: STATION }, {}, { unitCode: `${STATION}-2` }] } })
  expect(second).toMatchObject({ value: { rows: [{ unitCode: `${STATION}-3` }] } })
})

test('whoever may close a unit reads how many can sign in there: those accounts stay open', async () => {
  await act('openUnit', station)
  for (const [login, unitCode, status] of [
    ['here-1', STATION, 'active'],
    ['here-2', STATION, 'disabled'],
    ['branch', `${STATION}-2`, 'active'],
  ])
    await database.ownerPool.query(
      `insert into access.accounts (bureau_code, id, unit_code, login, name, password_hash, password_changed_at, status, created_at)
       values ('500112', gen_random_uuid(), $2, $1, $1, '-', now(), $3, now())`,
      [login, unitCode, status],
    )

  expect(await see('unit', { unitCode: STATION })).toMatchObject({ value: { accounts: 1 } })
  expect(await see('unit', { unitCode: STATION }, actorAt(STATION, 'stationWorker'))).toMatchObject({ value: { accounts: null } })
})

test('the unit page says who may change the unit, and what it may become', async () => {
  await act('openUnit', station)

  const officer = await see('unit', { unitCode: STATION })
  const worker = await see('unit', { unitCode: STATION }, actorAt(STATION, 'stationWorker'))
  await act('changeUnit', { unitCode: STATION, revision: 1, changes: { status: 'closed' } })
  const afterwards = await see('unit', { unitCode: STATION })

  expect(officer).toMatchObject({ value: { can: { change: true, become: ['suspended', 'merged', 'closed'] } } })
  expect(worker).toMatchObject({ value: { can: { change: false, become: [] } } })
  expect(afterwards).toMatchObject({ value: { can: { change: true, become: [] } } })
})

test('whether a unit may be opened here is said with the coverage', async () => {
  const officer = await see('coverage', { place: '500112000000' })
  const worker = await see('coverage', { place: STATION }, actorAt(STATION, 'stationWorker'))

  expect(officer).toMatchObject({ value: { can: { openUnit: true } } })
  expect(worker).toMatchObject({ value: { can: { openUnit: false } } })
})

test('a person is told the nearest door that is open: of the own station, of the one it went into, of the township, of the county', async () => {
  const nextDoor = '500112017001'
  const door = async () => {
    const found = await withScope(database.appPool, { lo: '9', hi: '9' }, 'read', (tx) => findDoor(tx, STATION as RegionCode))
    return found?.name
  }
  expect(await door()).toBeUndefined()

  await act('openUnit', { ...station, unitCode: '500112000000', kind: 'centre', name: '区中心' })
  expect(await door()).toBe('区中心')
  await act('openUnit', { ...station, unitCode: '500112017000', name: '街道站' })
  expect(await door()).toBe('街道站')
  await act('openUnit', { ...station, unitCode: nextDoor, name: '邻村站' })
  expect(await door()).toBe('街道站')
  await act('openUnit', station)
  expect(await door()).toBe(station.name)

  const merged = { unitCode: STATION, revision: 1, changes: { status: 'merged' }, mergedIntoCode: nextDoor }
  expect(await act('changeUnit', merged)).toEqual(value({ status: 'merged' }))
  expect(await door()).toBe('邻村站')
})
