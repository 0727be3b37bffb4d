import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { doWork, seeWork, workFigures } from '../../../../test/work-world.ts'
import { actor, BANAN, CHONGQING, divisions, ELSEWHERE, FENGMING, ground, STREET, TODAY, value, YUBEI } from '../../../../test/world.ts'
import type { Ground } from '../../../platform/actions/run-action.ts'
import type { KindOnDesk } from '../contract.ts'

let database: TestDatabase
let on: Ground
const worker = actor()
const officer = actor({ unitCode: YUBEI, role: 'countyOfficer' })
const neighbour = actor({ unitCode: BANAN, role: 'countyOfficer' })
const province = actor({ unitCode: CHONGQING, role: 'provinceOfficer' })

beforeAll(async () => {
  database = await openTestDatabase()
  on = ground(database)
  await divisions(database)
})
afterAll(() => database.close())

const trees = { code: 'trees', zh: '植树', en: 'Trees', type: 'number', required: true, unit: '个' }
const form = (zh: string, more: object = {}) => ({
  zh,
  en: 'Trees planted',
  area: 'honour',
  duty: 'ideology',
  tiers: ['village', 'township'],
  fields: [trees],
  ...more,
})
const define = (zh: string, more: { who?: typeof officer; code?: string; form?: object } = {}) => {
  const { who = officer, code } = more
  const input = { unitCode: who.unitCode, form: form(zh, more.form), ...(code ? { code } : {}) }
  return doWork(on, who, { name: 'work.defineKind', input })
}
const kindsAt = async (who: typeof officer) =>
  value<{ kinds: KindOnDesk[]; can: object }>(await seeWork(on, who, { name: 'work.kinds', input: { place: who.unitCode } }))
const ownAt = async (who: typeof officer) => (await kindsAt(who)).kinds.filter(({ ownOf }) => ownOf !== null).map(({ code }) => code)
const record = (kind: string, who = worker, unitCode = FENGMING) =>
  doWork(on, who, { name: 'work.record', input: { kind, unitCode, on: TODAY, values: { trees: '40' } } })

describe('a kind of one’s own', () => {
  test('is there at once for every station below, is recorded by the same form, and counts in general figures', async () => {
    const { code, version } = value<{ code: string; version: number }>(await define('义务植树'))

    expect([code, version]).toEqual(['p500112n1', 1])
    expect(value(await record(code))).toBeTruthy()
    expect(await workFigures(database, { unitCode: FENGMING })).toEqual({
      'work.ownRecord {"kind": "p500112n1"}': 1,
      'work.ownAmount {"kind": "p500112n1", "field": "p500112n1.trees"}': 40,
      'work.done {"duty": "ideology"}': 1,
    })
    expect(await ownAt(worker)).toContain(code)
  })

  test('of a province is inherited by all below; that of a county is unknown next door', async () => {
    const { code: ofProvince } = value<{ code: string }>(await define('全市植树', { who: province }))
    const { code: ofCounty } = value<{ code: string }>(await define('渝北植树'))

    expect(ofProvince).toMatch(/^p50n\d+$/)
    expect(await ownAt(neighbour)).toContain(ofProvince)
    expect(await ownAt(neighbour)).not.toContain(ofCounty)
    expect(await record(ofProvince, neighbour, ELSEWHERE)).toMatchObject({ kind: 'value' })
    expect(await record(ofCounty, neighbour, ELSEWHERE)).toEqual({ kind: 'refusal', refusal: { code: 'unknown-kind' } })
  })

  test('is found by the first letters of its name', async () => {
    value(await define('防汛巡查'))

    expect((await kindsAt(officer)).kinds.find(({ zh }) => zh === '防汛巡查')?.initials).toBe('fxxc')

    value(await define('进“两委”（村）'))
    expect((await kindsAt(officer)).kinds.find(({ zh }) => zh === '进“两委”（村）')?.initials).toBe('jlwc')
  })

  test('has versions: a field may join, but a number keeps its unit', async () => {
    const { code } = value<{ code: string }>(await define('古树保护'))
    const more = { fields: [trees, { code: 'people', zh: '参加人数', en: 'People', type: 'number', unit: '人' }] }

    expect(value(await define('古树保护', { code, form: more }))).toEqual({ code, version: 2 })
    expect(await define('古树保护', { code, form: { fields: [{ ...trees, unit: '处' }] } })).toEqual({
      kind: 'refusal',
      refusal: { code: 'unit-changed' },
    })
  })

  test('retired is used no more, and not retired twice; its records stay', async () => {
    const { code } = value<{ code: string }>(await define('旧活动'))
    value(await record(code))
    const retire = (who = officer) => doWork(on, who, { name: 'work.retireKind', input: { unitCode: YUBEI, code, reason: '不再开展' } })

    expect(await retire(neighbour)).toMatchObject({ kind: 'problem' })
    expect(value(await retire())).toEqual({ code })
    expect(await retire()).toEqual({ kind: 'refusal', refusal: { code: 'kind-retired' } })
    expect(await record(code)).toEqual({ kind: 'refusal', refusal: { code: 'kind-retired' } })
    const { rows } = value<{ rows: object[] }>(await seeWork(on, worker, { name: 'work.list', input: { kind: code } }))
    expect(rows).toHaveLength(1)
  })

  test.each([
    ['like one of the house', '专题党课', { zh: '培训班' }, 'name-taken'],
    ['with a number without a unit', '无单位', { fields: [{ ...trees, unit: undefined }] }, 'form-wrong'],
  ])('%s is refused', async (_what, zh, change, code) => {
    expect(await define(zh, { form: change })).toMatchObject({ kind: 'refusal', refusal: { code } })
  })

  test('is not made in a street, nor by a station worker, nor for the neighbours', async () => {
    const make = (who: typeof officer, unitCode: string) =>
      doWork(on, who, { name: 'work.defineKind', input: { unitCode, form: form('别人的') } })

    expect(await make(officer, STREET)).toEqual({ kind: 'refusal', refusal: { code: 'below-county' } })
    expect(await make(worker, FENGMING)).toEqual({ kind: 'problem', problem: { code: 'not-permitted' } })
    expect(await make(neighbour, YUBEI)).toEqual({ kind: 'problem', problem: { code: 'not-found' } })
  })

  test('made by two at once has two numbers', async () => {
    const made = await Promise.all([define('同时一'), define('同时二')])

    expect(new Set(made.map((answer) => value<{ code: string }>(answer).code)).size).toBe(2)
  })
})
