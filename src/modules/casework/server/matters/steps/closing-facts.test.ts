import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { type OpenedMatter, openFor, seats, step } from '../../../../../../test/matter-world.ts'
import { divisions, ground, person, value } from '../../../../../../test/world.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const later = ground(database, '2026-06-15T02:00:00.000Z')
const { village, township } = seats

const factsOf = async (personId: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await rowsOf<{ kind: string; sum: number }>(
        database,
        `select kind, sum(quantity)::int as sum from spine.facts
          where $1 = any(person_ids) and kind in ('matter.trips', 'matter.days', 'matter.settledHere') group by 1`,
        [personId],
      )
    ).map(({ kind, sum }) => [kind, sum]),
  )

async function applied(channel: string): Promise<{ id: string; personId: string }> {
  const { id: personId } = await person(on)
  return { ...value<OpenedMatter>(await openFor(on, village, { personId, channel })), personId }
}

test('a matter that ends where it began, after two trips and five days, counts as that', async () => {
  const { id, personId } = await applied('window')

  expect(await factsOf(personId)).toEqual({})
  value(await step(later, village, { matterId: id, step: 'giveUp', channel: 'window' }))

  expect(await factsOf(personId)).toEqual({ 'matter.trips': 2, 'matter.days': 5, 'matter.settledHere': 1 })
})

test('one begun by telephone and ended by the township the same day took no trip and no day, and was not settled where begun', async () => {
  const { id, personId } = await applied('phone')

  value(await step(on, township, { matterId: id, step: 'refuse', reason: '不符合条件', answers: { ground: 'notEligible' } }))

  expect(await factsOf(personId)).toEqual({})
})
