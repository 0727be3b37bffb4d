import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { type OpenedMatter, openFor, seats, seeMatter } from '../../../../../../test/matter-world.ts'
import { divisions, ground, person, value } from '../../../../../../test/world.ts'
import type { Actor } from '../../../../../platform/access/actor.ts'
import type { Matter } from '../../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)

/** Of the steps that somebody may take in a new application for the card: those that refuse it, and the rest. */
async function stepsOf(who: Actor): Promise<{ refusing: string[]; others: string[] }> {
  const { id: personId } = await person(on)
  const { id } = value<OpenedMatter>(await openFor(on, seats.village, { personId }))
  const { can } = value<Matter>(await seeMatter(on, who, { name: 'matter.get', input: { matterId: id } }))
  const codes = (refuses: boolean) => can.steps.filter(({ isRefusal }) => isRefusal === refuses).map(({ code }) => code)
  return { refusing: codes(true), others: codes(false) }
}

test('a step refuses where it ends the matter as refused', async () => {
  const { refusing } = await stepsOf(seats.township)

  expect(refusing).toEqual(['refuse'])
})

test('handing back refuses nothing, nor does giving up at the word of the applicant', async () => {
  const { others } = await stepsOf(seats.township)

  expect(others).toEqual(expect.arrayContaining(['accept', 'ask', 'giveUp']))
})
