import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { doRound, draftOf, laterGround, openOf, room, seeRound } from '../../../../../test/round-world.ts'
import { divisions, ground } from '../../../../../test/world.ts'
import { buildServer } from '../../../../server.ts'
import { Board, type RoundPage } from '../../contract.ts'

const SPECTATORS = 200
const CLIENTS = 8
const PEOPLE = 10

const database = await openTestDatabase()
const on = ground(database)
const later = laterGround(database)
const app = await buildServer({ ...later, secure: false, log: () => undefined })
const stop = new AbortController()
let address = ''

beforeAll(async () => {
  await divisions(database)
  address = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  stop.abort()
  await app.close()
  await database.close()
})

/** Follows a round as a screen does, and says up to which link it has been told. */
async function watch(roundId: string): Promise<{ seq: () => number }> {
  const answer = await fetch(`${address}/api/open/rounds/${roundId}/live`, { signal: stop.signal })
  let seq = -1
  const read = async (): Promise<void> => {
    const words = new TextDecoder()
    let rest = ''
    for await (const part of answer.body ?? []) {
      const events = (rest + words.decode(part, { stream: true })).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const board = /^data: (.*)$/m.exec(event)?.[1]
        if (board !== undefined) seq = Board.parse(JSON.parse(board)).seq
      }
    }
  }
  read().catch(() => undefined)
  return { seq: () => seq }
}

test('two hundred screens see every pick while eight clients pick at once, and no seat goes twice', async () => {
  const made = await draftOf(on, {
    points: Array.from({ length: PEOPLE }, (_, at) => 90 - at),
    seats: [...Array(PEOPLE).keys()].map(() => 1),
  })
  const { roundId } = made
  await openOf(on, later, made)
  const screens = await Promise.all(Array.from({ length: SPECTATORS }, () => watch(roundId)))
  const page = () => seeRound(later, room.officer)<RoundPage>('round.get', { roundId })
  let won = 0

  for (let scene = await page(); scene.next; scene = await page()) {
    const { turn, candidateId, open } = scene.next
    const picks = Array.from({ length: CLIENTS }, (_, at) => ({ kind: 'pick', post: open[at % open.length], by: 'self' }))
    const answers = await Promise.all(
      picks.map((taken) => doRound(later, room.officer)('round.turn', { roundId, turn, candidateId, taken })),
    )
    won += answers.filter(({ kind }) => kind === 'value').length
  }

  expect(won).toBe(PEOPLE)
  const seats = await rowsOf<{ code: string }>(
    database,
    'select code from placement.round_seats where round_id = $1 and freed_seq is null',
    [roundId],
  )
  expect(new Set(seats.map(({ code }) => code)).size).toBe(PEOPLE)
  await expect.poll(() => screens.filter(({ seq }) => seq() === PEOPLE + 1).length, { timeout: 20_000 }).toBe(SPECTATORS)
})
