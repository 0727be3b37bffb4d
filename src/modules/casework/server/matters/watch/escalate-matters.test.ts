import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { doMatter, type OpenedMatter, openFor, seats, seeMatter, step } from '../../../../../../test/matter-world.ts'
import { actor, BANAN, CHONGQING, divisions, ground, person, STREET, value } from '../../../../../../test/world.ts'
import type { Actor } from '../../../../../platform/access/actor.ts'
import { clockAt } from '../../../../../platform/clock/clock.ts'
import type { MatterLine } from '../../../contract.ts'
import { escalateMatters } from './escalate-matters.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const { village, county, city, approver } = seats
const head = actor({ unitCode: STREET, role: 'townshipHead' })
const DUE = '2026-06-17'
const late = (day: string) => ground(database, `${day}T02:00:00.000Z`)
const roundAt = (day: string) => escalateMatters({ pool: database.appPool, secrets: on.secrets, clock: clockAt(`${day}T02:00:00.000Z`) })

/** An application for a card, which the township must accept within five working days. */
async function applied(): Promise<string> {
  const someone = await person(on)
  return value<OpenedMatter>(await openFor(on, village, { personId: someone.id })).id
}

const seenBy = async (who: Actor) =>
  value<{ rows: (MatterLine & { placeName: string })[]; overdue: number }>(
    await seeMatter(late('2026-06-18'), who, { name: 'matter.escalated', input: { limit: 200 } }),
  )
const factsOf = (matterId: string) =>
  rowsOf<{ dimensions: Record<string, string> }>(
    database,
    `select f.dimensions from spine.facts f join casework.matters m on f.person_ids = array[m.person_id]
      where m.id = $1 and f.kind = 'matter.escalated'`,
    [matterId],
  )

test('what has run out is said once, on the day after its deadline, to the head of the unit and to the next tier', async () => {
  const id = await applied()

  expect(await roundAt(DUE)).toBe(0)
  expect((await Promise.all([roundAt('2026-06-18'), roundAt('2026-06-18')])).sort()).toEqual([0, 1])
  expect(await roundAt('2026-06-19')).toBe(0)

  for (const who of [head, county, approver]) {
    const { rows, overdue } = await seenBy(who)
    expect(rows).toMatchObject([{ id, placeName: '双凤桥街道', due: { on: DUE, daysLeft: -1, article: 'setting' } }])
    expect(overdue).toBe(1)
  }
  expect(await factsOf(id)).toEqual([{ dimensions: { type: 'preferenceCard', clock: 'accept' } }])
  const leaves = await rowsOf(database, "select from spine.leaves where action_name = 'matter.escalate'")
  expect(leaves).toHaveLength(1)
})

test('nobody two tiers up, at the next county or at the station below is bothered with it', async () => {
  await applied()
  await roundAt('2026-06-18')

  for (const who of [city, actor({ unitCode: BANAN, role: 'countyOfficer' })]) expect((await seenBy(who)).rows).toEqual([])
  expect(await seeMatter(on, village, { name: 'matter.escalated', input: {} })).toEqual({
    kind: 'problem',
    problem: { code: 'not-permitted' },
  })
})

test('it is off the list as soon as somebody has acted, and on it again when the next deadline runs out', async () => {
  const id = await applied()
  await roundAt('2026-06-18')
  for (const code of ['photo', 'discharge']) await doMatter(on, village, { name: 'matter.giveDocument', input: { matterId: id, code } })

  value(await step(late('2026-06-18'), head, { matterId: id, step: 'accept' }))

  expect((await seenBy(county)).rows.map((row) => row.id)).not.toContain(id)
  const [row] = await rowsOf<{ due_on: string }>(database, 'select due_on from casework.matters where id = $1', [id])
  expect(row && row.due_on > '2026-06-18').toBe(true)
  await roundAt('2027-01-01')
  expect(await factsOf(id)).toHaveLength(2)
  const { rows } = await seenBy(actor({ unitCode: CHONGQING, role: 'provinceOfficer' }))
  expect(rows).toMatchObject([{ id, placeName: '渝北区' }])
})
