import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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

describe('a unit that closes', () => {
  const close = (closedOn?: string) =>
    act('changeUnit', { unitCode: STATION, revision: 1, changes: { status: 'closed' }, ...(closedOn && { closedOn }) })
  const servingOn = async (day: string) => {
    const rows = await rowsOf(
      "select coalesce(sum(quantity), 0)::int as serving from spine.facts where kind = 'staff.post' and unit_code = $1 and on_day <= $2",
      [STATION, day],
    )
    return rows[0]?.['serving']
  }

  test('ends its posts with it, those with a planned end too, and counts them until then', async () => {
    await act('openUnit', station)
    await act('appointStaff', post)
    await act('appointStaff', { ...post, staffName: '李明', toOn: '2026-12-31' })
    await act('appointStaff', { ...post, staffName: '王芳', toOn: '2025-12-31' })

    await close('2026-06-01')

    expect(await rowsOf('select staff_name, to_on::text from network.staff_posts order by staff_name collate "C"')).toEqual([
      { staff_name: '李明', to_on: '2026-05-31' },
      { staff_name: '王芳', to_on: '2025-12-31' },
      { staff_name: '陈晓琴', to_on: '2026-05-31' },
    ])
    expect([await servingOn('2025-12-31'), await servingOn('2026-05-31'), await servingOn('2026-06-01')]).toEqual([3, 2, 0])
    expect(await servingOn('2099-12-31')).toBe(0)
  })

  test('keeps its first day of a post that was to begin later', async () => {
    await act('openUnit', station)
    await act('appointStaff', { ...post, fromOn: '2026-06-05' })

    await close('2026-06-01')

    expect([await servingOn('2026-06-05'), await servingOn('2026-06-06')]).toEqual([1, 0])
  })

  test('on a day that has not come stays open, and so do its posts', async () => {
    await act('openUnit', station)
    await act('appointStaff', post)

    expect(await close('2062-06-01')).toEqual(refusal({ code: 'closes-in-future' }))
    expect(await servingOn('2099-12-31')).toBe(1)
  })
})
