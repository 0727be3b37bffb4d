import type { RoundPage } from '../src/modules/placement/contract.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import { openTestDatabase } from './database/clone.ts'
import { doRound, draftOf, laterGround, type MadeRound, openOf, room, seeRound } from './round-world.ts'
import { ground } from './world.ts'

/** Each file of tests that asks for this has a database of its own. */
export const database = await openTestDatabase()

export const on = ground(database)
export const later = laterGround(database)
export const { officer, supervisor } = room

export const page = (roundId: string): Promise<RoundPage> => seeRound(later, officer)<RoundPage>('round.get', { roundId })
export const steer = (roundId: string, step: object): Promise<Answer> => doRound(later, officer)('round.steer', { roundId, step })

/** Whoever has the turn takes it. */
export async function turn(roundId: string, taken: object, at = later): Promise<Answer> {
  const { next } = await page(roundId)
  return await doRound(at, officer)('round.turn', { roundId, turn: next?.turn ?? 1, candidateId: next?.candidateId ?? '', taken })
}

export async function opened(given: { points: readonly number[]; seats: readonly number[]; turn?: object }): Promise<MadeRound> {
  const made = await draftOf(on, given)
  await openOf(on, later, made)
  return made
}

export const refusalOf = (answer: Answer): unknown => (answer.kind === 'refusal' ? answer.refusal : answer)
