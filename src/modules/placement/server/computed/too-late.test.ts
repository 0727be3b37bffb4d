import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { doRound, laterGround, RANK_DAY, room, seeRound, twoWayDraft } from '../../../../../test/round-world.ts'
import { divisions, ground, value } from '../../../../../test/world.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import type { ComputedPage } from '../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const [drawDay, late] = [laterGround(database), laterGround(database, RANK_DAY)]
const { officer, supervisor } = room

const refusalOf = (answer: Answer): unknown => (answer.kind === 'refusal' ? answer.refusal : answer)
const pageOf = (roundId: string, on = late) => seeRound(on, officer)<ComputedPage>('round.computed', { roundId })

/** Drawn in time, the supervisor there; nobody has opened it. */
async function drawn(): Promise<string> {
  const { roundId } = await twoWayDraft(on, { points: [90, 80], seats: [1, 1] })
  value(await doRound(on, officer)('round.commit', { roundId }))
  value(await doRound(drawDay, officer)('round.draw', { roundId, value: '03 09 11 17 22 30 + 08' }))
  value(await doRound(drawDay, supervisor)('round.confirmPresence', { roundId }))
  return roundId
}

test('a round whose lists have closed is not opened: it would place nobody', async () => {
  const roundId = await drawn()

  const answer = await doRound(late, officer)('round.steer', { roundId, step: { kind: 'open' } })

  expect(refusalOf(answer)).toEqual({ code: 'opened-too-late', on: '2026-06-12' })
  expect(await pageOf(roundId)).toMatchObject({ line: { state: 'drawn' }, links: [], can: { replace: true } })
})

test('it is given up for a new draft then, with its lot in the open, and its people wait again', async () => {
  const roundId = await drawn()

  const { roundId: next } = value<{ roundId: string }>(await doRound(late, officer)('round.replace', { roundId, reason: '开场迟了' }))

  expect(await pageOf(roundId)).toMatchObject({ line: { state: 'replaced' }, draw: { value: '03 09 11 17 22 30 + 08' } })
  expect((await pageOf(next)).people).toHaveLength(2)
  const states = await rowsOf<{ state: string }>(
    database,
    `select c.state from placement.candidates c join placement.round_people p on p.candidate_id = c.id where p.round_id = $1`,
    [roundId],
  )
  expect(states).toEqual([{ state: 'ranked' }, { state: 'ranked' }])
})

test('in time it opens, and nobody gives it up for another lot', async () => {
  const roundId = await drawn()

  expect((await pageOf(roundId, drawDay)).can.replace).toBe(false)
  expect(refusalOf(await doRound(drawDay, officer)('round.replace', { roundId, reason: '换一个签' }))).toEqual({
    code: 'wrong-state',
    state: 'drawn',
  })
  value(await doRound(drawDay, officer)('round.steer', { roundId, step: { kind: 'open' } }))
})
