import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { faultOf, moveVillage, placesOf, someTriple, tellSome } from '../../../../test/figures/agree.ts'
import { chance } from '../../../../test/outbox/chance.ts'
import { divisions } from '../../../../test/world.ts'
import { foldOnce } from './fold.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await divisions(database)
})

afterAll(() => database.close())

test('list, rows, pivot, dashboard and brief say the same while facts arrive and villages merge and split, on either boundary', async () => {
  const dice = chance(20_261_129)
  const { places, villages } = await placesOf(database)

  const faults: string[] = []
  for (let turn = 0; turn < 12; turn += 1) {
    await tellSome(database.appPool, dice, { units: places.filter((code) => code !== '000000000000'), count: 60 })
    if (turn % 3 === 1) await moveVillage(database.ownerPool, dice, villages)
    if (turn % 3 === 2) await foldOnce(database.appPool)
    for (let at = 0; at < 12; at += 1)
      faults.push(...[await faultOf(database, someTriple(dice, places))].filter((one) => one !== undefined))
  }

  expect(faults).toEqual([])
})
