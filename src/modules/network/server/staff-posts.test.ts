import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openUnitWorld, post, refusal, STATION, station, value } from '../../../../test/unit-world.ts'
import { loadDivisions } from './load-divisions.ts'

const { act, database, rowsOf, see } = await openUnitWorld()

afterAll(database.close)
beforeAll(() => loadDivisions(database.ownerPool, { regions: ['500112', '500103'] }))
beforeEach(() =>
  database.ownerPool.query(
    'truncate network.accreditation_steps, network.accreditations, network.staff_posts, network.service_units, spine.facts',
  ),
)

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
