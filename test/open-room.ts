import type { RoundPage } from '../src/modules/placement/contract.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { openTestDatabase } from './database/clone.ts'
import { doRound, draftOf, laterGround, type MadeRound, openOf, room, seeRound } from './round-world.ts'
import { ground } from './world.ts'

export const { officer, supervisor } = room

/** A database of a test file's own, with a room in which rounds are held. */
export async function openRoom() {
  const database = await openTestDatabase()
  const on = ground(database)
  const later = laterGround(database)

  const page = (roundId: string): Promise<RoundPage> => seeRound(later, officer)<RoundPage>('round.get', { roundId })
  const steer = (roundId: string, step: object): Promise<Answer> => doRound(later, officer)('round.steer', { roundId, step })

  /** Whoever has the turn takes it. */
  async function turn(roundId: string, taken: object, at = later): Promise<Answer> {
    const { next } = await page(roundId)
    return await doRound(at, officer)('round.turn', { roundId, turn: next?.turn ?? 1, candidateId: next?.candidateId ?? '', taken })
  }

  async function opened(given: { points: readonly number[]; seats: readonly number[]; turn?: object }): Promise<MadeRound> {
    const made = await draftOf(on, given)
    await openOf(on, later, made)
    return made
  }
  return { database, on, later, page, steer, turn, opened }
}

export const refusalOf = (answer: Answer): unknown => (answer.kind === 'refusal' ? answer.refusal : answer)
