import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { type OpenedMatter, openFor, seats, seeMatter, step } from '../../../../../../test/matter-world.ts'
import { divisions, ground, person, value } from '../../../../../../test/world.ts'
import { clockAt } from '../../../../../platform/clock/clock.ts'
import type { Matter } from '../../../contract.ts'
import { lapseMatters } from './lapse-matters.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const at = (day: string) => ({ pool: database.appPool, secrets: on.secrets, clock: clockAt(`${day}T02:00:00.000Z`) })
const opinion = { result: 'explained', opinionText: '经核实，工龄已按规定认定。' }

async function answered(): Promise<string> {
  const someone = await person(on)
  const answers = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求合并认定工龄' }
  const { id } = value<OpenedMatter>(await openFor(on, seats.village, { personId: someone.id, typeCode: 'petition', answers }))
  for (const [name, said] of [['forward'], ['accept'], ['issueOpinion', opinion]] as const)
    await step(on, seats.county, { matterId: id, step: name, ...(said ? { answers: said } : {}) })
  return id
}

const see = async (matterId: string) => value<Matter>(await seeMatter(on, seats.county, { name: 'matter.get', input: { matterId } }))

test('a petition whose review nobody asked for ends on the day after the window, with a leaf, once', async () => {
  const id = await answered()

  expect(await lapseMatters(at('2026-07-10'))).toBe(0)
  const both = await Promise.all([lapseMatters(at('2026-07-11')), lapseMatters(at('2026-07-11'))])

  expect(both.sort()).toEqual([0, 1])
  expect(await see(id)).toMatchObject({ state: 'terminated', outcome: 'handled', holder: null })
  const leaves = await rowsOf(database, "select from spine.leaves where action_name = 'matter.lapse'")
  expect(leaves).toHaveLength(1)
})
