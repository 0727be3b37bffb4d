import Fastify from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { openImportWorld } from '../../../../../test/import-world.ts'
import { doWork, seeWork } from '../../../../../test/work-world.ts'
import { actor, BANAN, FENGMING, STREET, TODAY, value, YUBEI } from '../../../../../test/world.ts'
import { clockAt } from '../../../../platform/clock/clock.ts'
import { NOBODY, withScope } from '../../../../platform/database/scope.ts'
import { OpenMemorials, type SiteOnDesk } from '../../contract-sites.ts'
import { registerOpenSites } from '../open/open-routes.ts'

const world = await openImportWorld()
afterAll(world.close)

const officer = actor({ unitCode: YUBEI, role: 'countyOfficer' })
const worker = actor()
const neighbour = actor({ unitCode: BANAN, role: 'countyOfficer' })
const approver = actor({ unitCode: YUBEI, role: 'countyApprover' })

const park = {
  name: '双凤桥烈士陵园',
  type: 'park',
  level: 'county',
  keeper: '渝北区退役军人事务局',
  place: '双凤桥街道',
  address: '英烈路 1 号',
  phone: '023-67001234',
  hours: '每日 8:00–18:00',
  latitude: '29.718',
  longitude: '106.631',
  datum: 'GCJ-02',
}

const recorded = async (values: object = {}, unitCode = STREET): Promise<string> => {
  const input = { kind: 'memorialSite', unitCode, on: '2019-04-01', values: { ...park, ...values } }
  return value<{ id: string }>(await doWork(world.ground, officer, { name: 'work.record', input })).id
}
const publish = (recordIds: readonly string[], who = officer, unitCode: string = YUBEI) =>
  doWork(world.ground, who, { name: 'site.publish', input: { unitCode, recordIds } })
const takeBack = (recordId: string, who = officer) =>
  doWork(world.ground, who, { name: 'site.takeBack', input: { recordId, reason: '正在修缮，暂不开放' } })

/** The public door, asked without any sign-in. */
async function ask(place: string, { query = '', method = 'GET' as 'GET' | 'POST' | 'DELETE' } = {}) {
  const app = Fastify()
  registerOpenSites(app, { pool: world.appPool, clock: clockAt('2026-06-10T02:00:00Z'), keptMs: 0 })
  const { statusCode, payload } = await app.inject({ method, url: `/api/open/memorials/${place}${query}` })
  await app.close()
  return { status: statusCode, text: payload }
}
const shownAt = async (place: string): Promise<OpenMemorials> => OpenMemorials.parse(JSON.parse((await ask(place)).text))
const isShown = async (name: string): Promise<boolean> => (await ask('500112')).text.includes(name)
const NOT_FOUND = { kind: 'problem', problem: { code: 'not-found' } }

describe('a memorial facility', () => {
  test('is seen by nobody before it is published, and by anybody after, with what its form says', async () => {
    const id = await recorded({ name: '甲烈士陵园' })
    expect(await isShown('甲烈士陵园')).toBe(false)

    expect(value(await publish([id]))).toEqual({ published: 1, held: [] })

    const { sites, total, own, children } = await shownAt('500112')
    expect(sites.find(({ name }) => name === '甲烈士陵园')).toEqual({
      unitCode: STREET,
      placeName: '双凤桥街道',
      name: '甲烈士陵园',
      type: 'park',
      level: 'county',
      keeper: park.keeper,
      place: park.place,
      address: park.address,
      phone: park.phone,
      openingHours: park.hours,
      point: { latitude: 29.718, longitude: 106.631, datum: 'GCJ-02' },
      publishedOn: TODAY,
    })
    expect([total, own, children.find(({ code }) => (code as string) === STREET)?.sites]).toEqual([1, 0, 1])
    expect((await shownAt('50')).children.find(({ code }) => (code as string) === YUBEI)?.sites).toBe(1)
  })

  test('that is taken back is gone, and comes back when it is published again', async () => {
    const id = await recorded({ name: '乙纪念碑', type: 'monument' })
    await publish([id])
    expect(await isShown('乙纪念碑')).toBe(true)

    value(await takeBack(id))
    expect(await isShown('乙纪念碑')).toBe(false)
    expect(await takeBack(id)).toEqual({ kind: 'refusal', refusal: { code: 'not-published' } })

    await publish([id])
    expect(await isShown('乙纪念碑')).toBe(true)
  })

  test('goes with its record when that is corrected, and is published as it was corrected', async () => {
    const id = await recorded({ name: '丙烈士墓', type: 'tomb', level: 'unclassified' })
    await publish([id])
    const entry = { kind: 'memorialSite', unitCode: STREET, on: '2019-04-01', values: { ...park, name: '丙烈士墓（已迁）', type: 'tomb' } }
    const input = { recordId: id, reason: '已迁葬', corrected: entry }
    const { correctedId } = value<{ correctedId: string }>(await doWork(world.ground, officer, { name: 'work.correct', input }))

    expect(await isShown('丙烈士墓')).toBe(false)
    expect(await publish([id])).toMatchObject({ kind: 'refusal', refusal: { held: [{ why: 'no-longer-stands' }] } })
    await publish([correctedId])
    expect(await isShown('丙烈士墓（已迁）')).toBe(true)
  })

  test('goes with its record when that ends', async () => {
    const id = await recorded({ name: '丁纪念馆', type: 'hall' })
    await publish([id])

    value(await doWork(world.ground, officer, { name: 'work.end', input: { recordId: id, endedOn: '2026-06-01', reason: '并入' } }))

    expect(await isShown('丁纪念馆')).toBe(false)
    expect(await publish([id])).toMatchObject({ kind: 'refusal', refusal: { held: [{ why: 'no-longer-stands' }] } })
  })
})

describe('who publishes', () => {
  test.each([
    ['a station worker', worker],
    ['whoever approves other things', approver],
  ])('is not %s', async (_, who) => {
    const id = await recorded({ name: '戊烈士陵园' })
    await publish([id])

    expect(await publish([id], who, who.unitCode)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await takeBack(id, who)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await isShown('戊烈士陵园')).toBe(true)
  })

  test('is no clerk of another bureau, who neither finds the record nor takes it back', async () => {
    const id = await recorded({ name: '己烈士陵园' })

    expect(await publish([id], neighbour)).toEqual(NOT_FOUND)
    expect(await publish([id], neighbour, BANAN)).toMatchObject({
      kind: 'refusal',
      refusal: { held: [{ recordId: id, why: 'not-found' }] },
    })
    await publish([id])
    expect(await takeBack(id, neighbour)).toEqual(NOT_FOUND)
    expect(await isShown('己烈士陵园')).toBe(true)
  })

  test('leaves a leaf of each deed, with the reason of a taking back', async () => {
    const id = await recorded({ name: '庚烈士陵园' })
    await publish([id])
    await takeBack(id)

    const { rows } = await world.ownerPool.query<{ action_name: string; canon: string }>(
      "select action_name, canon from spine.leaves where action_name like 'site.%' and canon like $1 order by seq desc limit 2",
      [`%${id}%`],
    )
    expect(rows.map(({ action_name }) => action_name)).toEqual(['site.takeBack', 'site.publish'])
    expect(rows[0]?.canon).toContain('正在修缮')
  })
})

describe('what holds a facility back', () => {
  test.each([
    ['private-number', 'phone', { phone: '139 1234 5678' }],
    ['private-number', 'keeper', { keeper: '守墓人老陈 13912345678' }],
    ['not-a-phone', 'phone', { phone: '023-67001234 陈站长' }],
    ['outside-china', 'latitude', { latitude: '106.631', longitude: '29.718' }],
    ['datum-missing', 'datum', { datum: '' }],
  ])('is %s in %s; the others of the same click are published', async (why, field, values) => {
    const [wrong, right] = [await recorded({ name: `辛${why}${field}陵园`, ...values }), await recorded({ name: `壬${why}${field}陵园` })]

    expect(value(await publish([wrong, right]))).toEqual({ published: 1, held: [{ recordId: wrong, why, field }] })
    expect(await isShown(`辛${why}`)).toBe(false)
    expect(await isShown(`壬${why}${field}陵园`)).toBe(true)
  })

  test('is being a record of something else', async () => {
    const input = { kind: 'study', unitCode: FENGMING, on: TODAY, values: { title: '学习' } }
    const { id } = value<{ id: string }>(await doWork(world.ground, officer, { name: 'work.record', input }))

    expect(await publish([id])).toEqual({
      kind: 'refusal',
      refusal: { code: 'nothing-published', held: [{ recordId: id, why: 'not-a-site' }] },
    })
  })

  test('is the database too: no row with a number of a person’s, or a point without its system, is ever public', async () => {
    const id = await recorded({ name: '癸烈士陵园' })
    await publish([id])
    const change = (set: string) => world.ownerPool.query(`update worklog.open_sites set ${set} where record_id = $1`, [id])

    await expect(change("keeper = '老陈 13912345678'")).rejects.toThrow('open_sites_nobodys_check')
    await expect(change("phone = '023-67001234 陈'")).rejects.toThrow('open_sites_nobodys_check')
    await expect(change('datum = null')).rejects.toThrow('open_sites_point_check')
  })
})

test('the desk sees what waits, what is shown and what was taken back, and who may not publish is told so', async () => {
  const [waiting, shown, hidden] = [await recorded({ name: '子' }), await recorded({ name: '丑' }), await recorded({ name: '寅' })]
  await publish([shown, hidden])
  await takeBack(hidden)
  const list = async (state: string, who = officer) =>
    value<{ rows: SiteOnDesk[]; can: { publish: boolean } }>(
      await seeWork(world.ground, who, { name: 'site.list', input: { place: who.unitCode, state, limit: 500 } }),
    )
  const has = (rows: readonly SiteOnDesk[], id: string) => rows.some(({ recordId }) => recordId === id)

  const [one, two, three] = [await list('waiting'), await list('shown'), await list('hidden')]

  expect([has(one.rows, waiting), has(two.rows, shown), has(three.rows, hidden)]).toEqual([true, true, true])
  expect([has(one.rows, shown), has(two.rows, hidden), has(three.rows, waiting)]).toEqual([false, false, false])
  expect([one.can.publish, (await list('shown', approver)).can.publish]).toEqual([true, false])
})

test('two hundred come in by a workbook and are published at once, page by page in public', async () => {
  const lines = Array.from(
    { length: 200 },
    (_, at) => `${STREET},2019-04-01,第${at}烈士墓,烈士墓,未定级,双凤桥街道办事处,后山,29.${100 + at},106.${100 + at},WGS-84`,
  )
  const sheet = ['单位代码,起始日期,名称,类型,保护级别,管护单位,坐落,纬度,经度,坐标系', ...lines].join('\n')
  const input = { kind: 'memorialSite', unitCode: YUBEI, land: true, source: { sheet } }
  expect(value(await doWork(world.ground, officer, { name: 'work.bring', input }))).toMatchObject({ fresh: 200, wrongRows: 0 })
  const before = (await shownAt('500112')).total
  const { rows } = value<{ rows: SiteOnDesk[] }>(
    await seeWork(world.ground, officer, { name: 'site.list', input: { place: YUBEI, state: 'waiting', limit: 500 } }),
  )
  const ids = rows.filter(({ keeper }) => keeper === '双凤桥街道办事处').map(({ recordId }) => recordId)

  expect(value(await publish(ids))).toEqual({ published: 200, held: [] })

  const { total, pages, sites } = await shownAt('500112017')
  expect([total - before, pages, sites.length]).toEqual([200, Math.ceil(total / 60), 60])
  expect((await ask('500112017', { query: `?page=${pages}` })).status).toBe(200)
  expect((await ask('500112017', { query: `?page=${pages + 1}` })).status).toBe(404)
})

test('the highest level stands first', async () => {
  const id = await recorded({ name: '国家级烈士陵园', level: 'national' })
  await publish([id])

  expect((await shownAt('500112')).sites[0]).toMatchObject({ name: '国家级烈士陵园' })
})

test.each(['999999', '50011', 'abc', '500112?page=0', '500112?page=x', '500112?page=1&page=2'])('there is no %s', async (place) => {
  expect((await ask(place)).status).toBe(404)
})

test.each(['POST', 'DELETE'] as const)('nobody writes in public: there is no %s', async (method) => {
  expect((await ask('500112', { method })).status).toBe(404)
})

test('whoever reads in public sees no row of any bureau, only what the functions give out', async () => {
  const id = await recorded({ name: '辰烈士陵园' })
  await publish([id])

  const counts = await withScope(world.appPool, NOBODY, 'read', async (tx) => [
    (await tx.query('select from worklog.open_sites')).rowCount,
    (await tx.query('select from worklog.records')).rowCount,
    Number((await tx.query("select from worklog.list_open_sites('500112', '500113', 500, 0) where name = '辰烈士陵园'")).rowCount),
  ])

  expect(counts).toEqual([0, 0, 1])
})
