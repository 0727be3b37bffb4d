import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { type OpenedMatter, openFor, seats, seeMatter, step } from '../../../../../../test/matter-world.ts'
import { actor, BANAN, divisions, ground, person, value, YUBEI } from '../../../../../../test/world.ts'
import { withScope } from '../../../../../platform/database/scope.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const see = (place: string, who = seats.county) => seeMatter(on, who, { name: 'matter.balance', input: { place } })

async function applied(): Promise<string> {
  const someone = await person(on)
  return value<OpenedMatter>(await openFor(on, seats.village, { personId: someone.id })).id
}

test('what was begun has ended or is pending with somebody', async () => {
  const [given, waiting] = [await applied(), await applied()]
  await step(on, seats.village, { matterId: given, step: 'giveUp' })

  expect(await see(YUBEI)).toMatchObject({
    value: {
      isWhole: true,
      kinds: [
        {
          typeCode: 'preferenceCard',
          begun: 2,
          ended: [{ outcome: 'withdrawn', matters: 1 }],
          pending: [{ holder: 'township', matters: 1 }],
          missing: 0,
        },
      ],
    },
  })
  expect(waiting).not.toBe(given)
})

test('a matter that vanished is missed', async () => {
  const id = await applied()
  await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'write', async (tx) => {
    await tx.query('alter table casework.matter_steps drop constraint matter_steps_matter_fkey')
    await tx.query('delete from casework.matters where id = $1', [id])
  })

  expect(await see(YUBEI)).toMatchObject({ value: { isWhole: false } })
})

test('the next county sees nothing of it', async () => {
  const stranger = actor({ unitCode: BANAN, role: 'countyOfficer' })

  expect(await see(YUBEI, stranger)).toMatchObject({ problem: { code: 'not-found' } })
  expect(await see(BANAN, stranger)).toMatchObject({ value: { kinds: [], isWhole: true } })
})
