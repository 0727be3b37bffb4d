import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { actorAt, notFound, openUnitWorld, STATION, station } from '../../../../test/unit-world.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { loadDivisions } from './load-divisions.ts'

const { act, database, see } = await openUnitWorld()

afterAll(database.close)
beforeAll(() => loadDivisions(database.ownerPool, { regions: ['500112', '500103'] }))
beforeEach(() =>
  database.ownerPool.query(
    'truncate network.accreditation_steps, network.accreditations, network.staff_posts, network.service_units, spine.facts',
  ),
)

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
