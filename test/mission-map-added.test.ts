import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Brief } from '../src/modules/briefs/contract.ts'
import { desk, doBrief, seeBrief } from './briefs-world.ts'
import { openTestDatabase, type TestDatabase } from './database/clone.ts'
import { doWork } from './work-world.ts'
import { actor, divisions, FENGMING, ground, value, YUBEI } from './world.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  await divisions(database)
})
afterAll(() => database.close())

test('a kind, its indicators and a line of a brief that were added as data alone: what a village records stands in the county’s brief', async () => {
  const on = ground(database)
  for (const [day, people] of [
    ['2026-05-03', '40'],
    ['2026-05-20', '45'],
  ] as const) {
    const input = { kind: 'veteranClinic', unitCode: FENGMING, on: day, values: { place: '凤鸣路社区', people } }
    value(await doWork(on, actor(), { name: 'work.record', input }))
  }

  const period = { from: '2026-05-01', to: '2026-05-31' }
  const { id } = value<{ id: string }>(await doBrief(on, desk.writer, 'brief.write', { place: YUBEI, template: 'monthBrief', period }))
  const brief = value<Brief>(await seeBrief(on, desk.writer, 'brief.get', { id }))

  const bound = brief.figures.filter(({ code }) => code.startsWith('wVeteranClinic'))
  expect(bound).toMatchObject([
    { code: 'wVeteranClinic', value: 2, words: '2场' },
    { code: 'wVeteranClinicPeople', value: 85, words: '85人次' },
  ])
})
