import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { announced, cohort, office, place, seePlace, stepOf } from '../../../../../test/placement-world.ts'
import { actor, divisions, ground, value, type YUBEI } from '../../../../../test/world.ts'
import type { Candidate } from '../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const described = { codes: ['edu.bachelor', 'spec.driving'], furtherPlaces: ['500113'], hardship: 3 }

test('what posts may ask of somebody is entered by codes and stands in the file', async () => {
  const one = await announced(on, await cohort(on))

  await stepOf(on, office.officer, one, { name: 'candidate.describe', input: described })

  const seen = value<Candidate>(await seePlace(on, office.approver, { name: 'candidate.get', input: { candidateId: one.candidateId } }))
  expect(seen.described).toEqual(described)
  expect(seen.history[0]).toMatchObject({ step: 'describe', toState: 'announced' })
})

test.each([
  ['two levels of schooling', { ...described, codes: ['edu.bachelor', 'edu.master'] }, { code: 'two-educations' }],
  ['a county that there is not', { ...described, furtherPlaces: ['999999'] }, { code: 'no-such-county', place: '999999' }],
])('%s is refused', async (_, input, refusal) => {
  const one = await announced(on, await cohort(on))

  const answer = await place(on, office.officer, {
    name: 'candidate.describe',
    input: { candidateId: one.candidateId, steps: one.steps, ...input },
  })

  expect(answer).toEqual({ kind: 'refusal', refusal })
})

test('of two who describe somebody at once the second is told; who only looks on, or works elsewhere, cannot', async () => {
  const one = await announced(on, await cohort(on))
  const call = { name: 'candidate.describe', input: { candidateId: one.candidateId, steps: one.steps, ...described } }

  const [first, second] = await Promise.all([place(on, office.officer, call), place(on, office.officer, call)])

  expect([first?.kind, second?.kind].toSorted()).toEqual(['refusal', 'value'])
  expect(await place(on, office.supervisor, call)).toMatchObject({ problem: { code: 'not-permitted' } })
  const stranger = actor({ unitCode: '500113000000' as typeof YUBEI, role: 'countyOfficer' })
  expect(await place(on, stranger, call)).toMatchObject({ problem: { code: 'not-found' } })
})

test('whoever has left the way is described no more', async () => {
  const one = await announced(on, await cohort(on))
  const gone = await stepOf(on, office.approver, one, { name: 'candidate.leave', input: { step: 'cancel', reason: '被判刑' } })

  const answer = await place(on, office.officer, {
    name: 'candidate.describe',
    input: { candidateId: gone.candidateId, steps: gone.steps, ...described },
  })

  expect(answer).toEqual({ kind: 'refusal', refusal: { code: 'not-from-here', state: 'cancelled' } })
})
