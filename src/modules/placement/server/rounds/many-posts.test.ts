import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { draftOf } from '../../../../../test/round-world.ts'
import { divisions, ground } from '../../../../../test/world.ts'

const database = await openTestDatabase()
const on = ground(database)

beforeAll(() => divisions(database))
afterAll(database.close)

const codesOf = async (seats: number): Promise<string[]> => {
  const { roundId } = await draftOf(on, { points: [90], seats: Array<number>(seats).fill(1) })
  const rows = await rowsOf<{ code: string }>(database, 'select code from placement.round_posts where round_id = $1 order by code', [
    roundId,
  ])
  return rows.map(({ code }) => code)
}

test('a hundred and one posts have a hundred and one codes, in order', async () => {
  const codes = await codesOf(101)

  expect(codes).toHaveLength(101)
  expect([codes[0], codes[9], codes[99], codes[100]]).toEqual(['P001', 'P010', 'P100', 'P101'])
})

test('a few posts have short ones', async () => {
  expect(await codesOf(3)).toEqual(['P01', 'P02', 'P03'])
})
