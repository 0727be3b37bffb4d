import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../../test/database/clone.ts'
import { actor, BANAN, divisions, FENGMING, ground, NEIGHBOUR, person, see, value, YUBEI } from '../../../../../test/world.ts'
import type { Actor } from '../../../../platform/access/actor.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await divisions(database)
  const on = ground(database)
  // Today is 2026-06-10.
  for (const bornOn of ['1962-06-10', '1962-06-11', '1920-01-01', '1925-06-11']) await person(on, { bornOn })
  await person(on, { bornOn: '1962-01-01', unitCode: NEIGHBOUR })
})

afterAll(() => database.close())

const county = actor({ role: 'countyOfficer', unitCode: YUBEI })
const ages = async (input: object, who: Actor = county) =>
  value<{ rows: object[] }>(await see(ground(database), who, { name: 'person.ages', input })).rows

test('people are counted by five years of their age today, the oldest together', async () => {
  expect(await ages({ place: FENGMING })).toEqual([
    { from: 60, men: 2, women: 0 },
    { from: 100, men: 2, women: 0 },
  ])
})

test('a birthday counts from the day itself', async () => {
  expect(await ages({ place: FENGMING, minAge: 64, maxAge: 64 })).toEqual([{ from: 60, men: 1, women: 0 }])
})

test('the filters of the roster hold, and a place has its own', async () => {
  expect(await ages({ place: NEIGHBOUR })).toEqual([{ from: 60, men: 1, women: 0 }])
  expect(await ages({ place: YUBEI, sex: 'female' })).toEqual([])
})

test('another county is not there', async () => {
  const stranger = actor({ role: 'countyOfficer', unitCode: BANAN })

  expect(await see(ground(database), stranger, { name: 'person.ages', input: { place: FENGMING } })).toEqual({
    kind: 'problem',
    problem: { code: 'not-found' },
  })
})
