import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../test/database/clone.ts'
import type { AccountId } from '../../../kernel/id.ts'
import { type RegionCode, rangeOf, tierOf, UnitCode } from '../../../kernel/region-code.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import { grantsOf } from '../../../platform/access/roles.ts'
import { runAction } from '../../../platform/actions/run-action.ts'
import { runView } from '../../../platform/actions/run-view.ts'
import { clockAt } from '../../../platform/clock/clock.ts'
import { withScope } from '../../../platform/database/scope.ts'
import { openSecrets } from '../../../platform/secrets/secrets.ts'
import { actions } from './actions.ts'
import { loadDivisions } from './load-divisions.ts'
import { views } from './views.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => loadDivisions(database.ownerPool, { regions: ['500112', '500103'] }))
beforeEach(() =>
  database.ownerPool.query(
    'truncate network.accreditation_steps, network.accreditations, network.staff_posts, network.service_units, spine.facts',
  ),
)

const ground = {
  pool: database.appPool,
  clock: clockAt('2026-06-10T02:00:00Z'),
  secrets: openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' }),
}

const actorAt = (code: string, role: Actor['roles'][number] = 'countyOfficer'): Actor => {
  const unitCode = UnitCode.parse(code)
  return {
    accountId: uuidv7() as AccountId,
    name: '王建国',
    unitCode,
    tier: tierOf(unitCode),
    roles: [role],
    grants: grantsOf([role]),
    scope: rangeOf(unitCode),
  }
}

const YUBEI = actorAt('500112000000')
const YUZHONG = actorAt('500103000000')
const STATION = '500112017005'

async function act(name: string, input: object, { actor = YUBEI, actionId = uuidv7() } = {}) {
  const found = actions.find(({ contract }) => contract.name === `network.${name}`)
  if (!found) throw new Error(`there is no action ${name}`)
  return await runAction(ground, found, { actor, actionId, input })
}

const rowsOf = (sql: string, values: readonly unknown[] = []) =>
  withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', async (tx) => (await tx.query(sql, values)).rows)

async function see(name: string, input: object, actor = YUBEI) {
  const found = views.find(({ contract }) => contract.name === `network.${name}`)
  if (!found) throw new Error(`there is no view ${name}`)
  const answer = await runView(ground, found, { actor, input })
  return answer.kind === 'value' ? { kind: 'value', value: found.contract.output.parse(answer.value) } : answer
}

const station = { unitCode: STATION, kind: 'station', name: '凤鸣路社区退役军人服务站', openedOn: '2019-05-01' }
const post = {
  unitCode: STATION,
  staffName: '陈晓琴',
  postType: 'fullTime',
  isVeteran: true,
  isPartyMember: true,
  duties: ['head', 'visiting'],
  fromOn: '2024-01-01',
}

const refusal = (detail: object) => ({ kind: 'refusal', refusal: expect.objectContaining(detail) })
const value = (detail: object) => ({ kind: 'value', value: expect.objectContaining(detail) })
const notFound = { kind: 'problem', problem: { code: 'not-found' } }

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

test('one person holds several duties in one post, and periods at one unit never overlap', async () => {
  await act('openUnit', station)

  expect(await act('appointStaff', { ...post, toOn: '2024-12-31' })).toEqual(value({ duties: ['head', 'visiting'] }))
  expect(await act('appointStaff', { ...post, fromOn: '2024-12-31' })).toEqual(refusal({ code: 'period-overlaps', toOn: '2024-12-31' }))
  expect(await act('appointStaff', { ...post, fromOn: '2025-01-01' })).toEqual(value({ fromOn: '2025-01-01' }))
  const rows = await rowsOf('select count(distinct staff_id)::int as people from network.staff_posts')
  expect(rows).toEqual([{ people: 1 }])
})

test('two people of one name may serve at once where the clerk says so', async () => {
  await act('openUnit', station)
  await act('appointStaff', post)

  expect(await act('appointStaff', { ...post, isNamesake: true })).toEqual(value({ staffName: '陈晓琴' }))
  expect(await see('units', { place: STATION })).toMatchObject({
    value: { rows: [{ staffCount: 2, divisionName: '凤鸣路社区居民委员会' }] },
  })
})

test('of two clerks who appoint the same person at once one is refused', async () => {
  await act('openUnit', station)

  const answers = await Promise.all([act('appointStaff', post), act('appointStaff', post)])

  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
})

test.each([
  ['unknown-codes', { duties: ['head', 'emperor'] }],
  ['ends-before-start', { toOn: '2023-12-31' }],
  ['unit-not-found', { unitCode: '500112017004' }],
])('%s: nobody is appointed', async (code, wrong) => {
  await act('openUnit', station)

  expect(await act('appointStaff', { ...post, ...wrong })).toEqual(refusal({ code }))
})

test('a post ends once, on a day that is its last', async () => {
  await act('openUnit', station)
  const postId = uuidv7()
  await act('appointStaff', post, { actionId: postId })
  const end = { unitCode: STATION, postId }

  expect(await act('endStaffPost', { ...end, toOn: '2023-12-31' })).toEqual(refusal({ code: 'ends-before-start' }))
  expect(await act('endStaffPost', { ...end, toOn: '2026-06-09' })).toEqual(value({ toOn: '2026-06-09' }))
  expect(await act('endStaffPost', { ...end, toOn: '2026-06-10' })).toEqual(refusal({ code: 'already-ended', toOn: '2026-06-09' }))
  expect(await act('endStaffPost', { ...end, unitCode: '500112017004', toOn: '2026-06-09' })).toEqual(refusal({ code: 'post-not-found' }))
  expect(await see('staff', { place: STATION })).toMatchObject({ value: { rows: [] } })
  expect(await see('staff', { place: STATION, isFormerIncluded: true })).toMatchObject({ value: { rows: [{ unitName: station.name }] } })
})

test('a place without its open station is a gap, day by day', async () => {
  await act('openUnit', { ...station, openedOn: '2026-06-01' })
  const gapsOn = async (on: string) => {
    const answer = await see('coverageGaps', { place: '500112017000', tiers: ['village'], on })
    return (answer as { value: { rows: { code: string }[] } }).value.rows.map(({ code }) => code)
  }

  const [before, after] = [await gapsOn('2026-05-31'), await gapsOn('2026-06-01')]

  expect(before).toContain(STATION)
  expect(after).toEqual(before.filter((code) => code !== STATION))
})

test.each([
  ['a post house', { kind: 'postHouse' }],
  ['a station that is only planned', { status: 'planned', openedOn: undefined }],
])('%s does not close the gap', async (_, other) => {
  await act('openUnit', { ...station, ...other })

  const gaps = await see('coverageGaps', { place: STATION, limit: 1 })

  expect(gaps).toMatchObject({ value: { rows: [{ code: STATION, path: ['重庆市', '渝北区', '双凤桥街道'] }] } })
})

test('the coverage of the children adds up, the place itself beside them', async () => {
  await act('openUnit', station)
  await act('openUnit', { ...station, unitCode: '500112017000' })

  const answer = await see('coverage', { place: '500112000000' })

  const { total, rows } = (
    answer as { value: { total: { all: number; covered: number }; rows: { code: RegionCode; all: number; covered: number }[] } }
  ).value
  expect(total.covered).toBe(2)
  expect(rows.find(({ code }) => code === '500112017000')?.covered).toBe(2)
  expect(rows.reduce((sum, { all }) => sum + all, 0) + 1).toBe(total.all)
})

test('a long list of units is paged without gaps or doubles', async () => {
  for (const serial of ['', '-1', '-2', '-3']) await act('openUnit', { ...station, kind: 'veteransHome', unitCode: STATION + serial })

  const first = await see('units', { place: '500112000000', limit: 3 })
  const { next } = (first as { value: { next: string } }).value
  const second = await see('units', { place: '500112000000', limit: 3, cursor: next })

  expect(first).toMatchObject({ value: { rows: [{ unitCode: STATION }, {}, { unitCode: `${STATION}-2` }] } })
  expect(second).toMatchObject({ value: { rows: [{ unitCode: `${STATION}-3` }] } })
})

test('the picker, the children and the code lists answer a worker of any place', async () => {
  const worker = actorAt(STATION, 'stationWorker')

  expect(await see('findDivisions', { query: '凤鸣' }, worker)).toMatchObject({ value: { rows: [{ code: STATION, isInOwnRange: true }] } })
  expect(await see('children', { place: '500112000000' }, worker)).toMatchObject({
    value: { words: { township: '镇街' }, drawing: expect.stringContaining('双凤桥') },
  })
  expect(await see('children', { place: '500112999000' }, worker)).toEqual(notFound)
  expect(await see('path', { code: '500112017000' }, worker)).toMatchObject({ value: { rows: [{}, {}, { shortName: '双凤桥' }] } })
  expect(await see('codes', {}, worker)).toMatchObject({
    value: { rows: expect.arrayContaining([expect.objectContaining({ code: 'visiting' })]) },
  })
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
