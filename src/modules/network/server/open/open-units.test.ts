import Fastify from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openUnitWorld, post, STATION, station, value } from '../../../../../test/unit-world.ts'
import { clockAt } from '../../../../platform/clock/clock.ts'
import { NOBODY, withScope } from '../../../../platform/database/scope.ts'
import { OpenDirectory, type OpenUnit } from '../../contract-open.ts'
import { loadDivisions } from '../load-divisions.ts'
import { registerOpenUnits } from './open-routes.ts'

const { act, database } = await openUnitWorld()

afterAll(database.close)
beforeAll(() => loadDivisions(database.ownerPool, { regions: ['500112', '500103'] }))
beforeEach(() =>
  database.ownerPool.query('truncate network.accreditation_steps, network.accreditations, network.staff_posts, network.service_units'),
)

const STREET = '500112017000'
const street = { ...station, unitCode: STREET, name: '双凤桥街道退役军人服务站' }
const county = { ...station, unitCode: '500112000000', kind: 'centre', name: '渝北区退役军人服务中心' }
const door = { address: '凤鸣路 12 号', phone: '023-67001234', openingHours: '周一至周五 9:00–18:00' }

/** The public doors, asked without any sign-in. */
async function ask(url: string, { method = 'GET' as 'GET' | 'POST' | 'DELETE', keptMs = 0 } = {}) {
  const app = Fastify()
  registerOpenUnits(app, { pool: database.appPool, clock: clockAt('2026-06-10T02:00:00Z'), keptMs })
  const { statusCode, payload } = await app.inject({ method, url })
  await app.close()
  return { status: statusCode, text: payload }
}

const directory = async (place: string): Promise<OpenDirectory> =>
  OpenDirectory.parse(JSON.parse((await ask(`/api/open/units/${place}`)).text))
const called = (unit: OpenUnit | null | undefined) => unit?.name

test('anybody finds the station that serves a village, how it is reached, and the tier above', async () => {
  await act('openUnit', { ...station, ...door, amenities: ['barrierFree'] })
  await act('openUnit', street)
  await act('openUnit', county)

  const found = await directory('500112017005')

  expect(found.serving).toMatchObject({ unitCode: STATION, tier: 'village', status: 'open', ...door, amenities: [{ zh: '无障碍通道' }] })
  expect(called(found.above)).toBe(street.name)
  expect(found.path.map(({ name }) => name)).toEqual(['重庆市', '渝北区', '双凤桥街道'])
  expect((await directory('500112017')).children).toContainEqual(
    expect.objectContaining({ code: STATION, units: 1, own: { unitCode: STATION, name: station.name, ...door } }),
  )
  expect((await directory('500112')).children).toContainEqual(expect.objectContaining({ code: STREET, units: 2 }))
})

test('a place is found by its name, by pinyin and by the leading digits of its code', async () => {
  const hits = async (query: string) =>
    (JSON.parse((await ask(`/api/open/places?query=${encodeURIComponent(query)}`)).text) as { rows: object[] }).rows

  for (const query of ['双凤桥', 'shuangfengqiao', 'sfq', '500112017'])
    expect(await hits(query)).toContainEqual({ code: STREET, name: '双凤桥街道', path: ['重庆市', '渝北区'] })
  expect(await hits('')).toEqual([])
})

describe('a unit that serves no more', () => {
  test('says where it went when it has merged, and its people are sent there', async () => {
    const neighbour = { ...station, unitCode: '500112017004', name: '邻近社区退役军人服务站' }
    await act('openUnit', station)
    await act('openUnit', neighbour)
    await act('openUnit', street)
    const merge = { unitCode: STATION, revision: 1, changes: { status: 'merged' }, closedOn: '2026-06-01' }
    expect(await act('changeUnit', { ...merge, mergedIntoCode: neighbour.unitCode })).toEqual(value({ status: 'merged' }))

    const found = await directory(STATION)

    expect(found.units).toMatchObject([
      { status: 'merged', closedOn: '2026-06-01', mergedInto: { unitCode: neighbour.unitCode, name: neighbour.name } },
    ])
    expect([called(found.serving), called(found.above)]).toEqual([neighbour.name, street.name])
  })

  test.each(['suspended', 'closed'])('is shown as %s, and the township serves', async (status) => {
    await act('openUnit', station)
    await act('openUnit', street)
    await act('changeUnit', {
      unitCode: STATION,
      revision: 1,
      changes: { status },
      ...(status === 'closed' ? { closedOn: '2026-06-01' } : {}),
    })

    const found = await directory(STATION)

    expect(found.units).toMatchObject([{ status }])
    expect(called(found.serving)).toBe(street.name)
    expect((await directory('500112017')).children.find(({ code }) => code === STATION)).toMatchObject({ units: 0, own: null })
  })
})

describe('what is not public', () => {
  test.each(['planned', 'built'])('is a unit that is only %s', async (status) => {
    await act('openUnit', { ...station, status, openedOn: undefined })

    expect((await ask(`/api/open/units/${STATION}`)).text).not.toContain(station.name)
    expect(await directory(STATION)).toMatchObject({ units: [], serving: null, above: null })
  })

  test('are staff, coordinates, revisions, and with whom a unit shares its rooms', async () => {
    await act('openUnit', { ...station, ...door, sharesPafVenue: true, place: { latitude: 29.718, longitude: 106.631 } })
    await act('appointStaff', post)

    const { text } = await ask(`/api/open/units/${STATION}`)

    for (const kept of [post.staffName, '29.718', '106.631', 'revision', 'atitude', 'Paf', 'staff']) expect(text).not.toContain(kept)
  })

  test.each([
    ['a mobile number as its telephone', { phone: '13912345678' }],
    ['one with blanks', { phone: '+86 139 1234 5678' }],
    ['one beside the landline', { phone: '023-67001234、139-1234-5678' }],
    ['a name beside the landline', { phone: '023-67001234 139陈晓琴' }],
    ['one in the address', { address: '凤鸣路 12 号，找陈站长 13912345678' }],
    ['one in the hours', { openingHours: '节假日请打 139 1234 5678' }],
    ['an identity number in the address', { address: '产权人 990101196001010011' }],
  ])('is %s', async (_, entered) => {
    await act('openUnit', { ...station, ...door, ...entered })

    const { text } = await ask(`/api/open/units/${STATION}`)

    expect(text).toContain(station.name)
    for (const kept of ['139', '陈', '9901011']) expect(text).not.toContain(kept)
  })

  test.each(['023-67001234', '12385', '400-800-1234', '(023) 67138912、67135678', '0310-3138123', '10012345678'])(
    'is not the number %s of a unit',
    async (phone) => {
      await act('openUnit', { ...station, phone })

      expect((await directory(STATION)).serving?.phone).toBe(phone)
    },
  )

  test('is anything but what the functions of the directory give out: whoever reads it sees no row of any bureau', async () => {
    await act('openUnit', station)

    const rows = await withScope(database.appPool, NOBODY, 'read', async (tx) => {
      const bare = await tx.query('select from network.service_units')
      const given = await tx.query('select from network.open_units($1)', [[STATION]])
      return [bare.rowCount, given.rowCount]
    })

    expect(rows).toEqual([0, 1])
  })
})

test('awards are shown while they hold, with their stars; courses, refusals and what has expired are not', async () => {
  await act('openUnit', station)
  const award = (scheme: string, state: string, days: string) =>
    database.ownerPool.query(
      `insert into network.accreditations (bureau_code, id, unit_code, scheme, level, state, seats, seat, evidence, opened_on, opened_by, awarded_on, expires_on)
       values ('500112', gen_random_uuid(), $1, $2, $3, $4, '{county}', 0, '[]', '2025-01-01', gen_random_uuid(), ${days})`,
      [STATION, scheme, scheme === 'stars' ? 4 : 0, state],
    )
  await award('stars', 'awarded', "'2025-06-10', '2026-06-11'")
  await award('fiveHaves', 'awarded', "'2025-06-10', '2026-06-10'")
  await award('nationalModel', 'reviewing', 'null, null')
  await award('highQualityStation', 'refused', 'null, null')

  expect((await directory(STATION)).serving?.awards).toEqual([{ scheme: 'stars', level: 4, zh: '星级示范', en: 'Star rating' }])
})

test('of a division that has ended the directory says what it became', async () => {
  const ended = '500112017901'
  await act('openUnit', { ...street })

  const found = await directory(ended)

  expect(found.became).not.toBeNull()
  expect((await directory(STATION)).became).toBeNull()
})

test.each(['999999', '5001', '50011', 'abc', '500112017005-2', '5001120170051', '%2e%2e'])('there is no place %s', async (place) => {
  expect((await ask(`/api/open/units/${place}`)).status).toBe(404)
})

test.each(['POST', 'DELETE'] as const)('nobody writes here: there is no %s', async (method) => {
  expect((await ask(`/api/open/units/${STATION}`, { method })).status).toBe(404)
})

test('many who ask at once are one question', async () => {
  const app = Fastify()
  registerOpenUnits(app, { pool: database.appPool, clock: clockAt('2026-06-10T02:00:00Z') })
  await act('openUnit', station)
  const asked = () => app.inject({ method: 'GET', url: `/api/open/units/${STATION}` })

  const first = await asked()
  await act('changeUnit', { unitCode: STATION, revision: 1, changes: { name: '改了名的服务站' } })
  const second = await asked()
  await app.close()

  expect(first.payload).toContain(station.name)
  expect(second.payload).toBe(first.payload)
  expect((await ask(`/api/open/units/${STATION}`)).text).toContain('改了名的服务站')
})
