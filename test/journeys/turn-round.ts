import type { Page } from 'playwright-core'
import { offeredPosts, rankedCohort } from '../round-world.ts'
import { ask } from './ask.ts'
import { type Journey, openJourney } from './open-journey.ts'

export const OFFICER = 'jiang.wenbo'
const SUPERVISOR = 'ji.ming'
export const PEOPLE = 20
const POSTS = 24

interface TurnRound {
  readonly journey: Journey
  readonly officer: Page
  readonly supervisor: Page
  /** The screen in the hall, which nobody has signed in at. */
  readonly room: Page
  readonly cohortId: string
  readonly candidateIds: string[]
}

/** A county with twenty people who have been ranked and twenty-four posts of its own, before a round of turns. */
export async function openTurnRound(): Promise<TurnRound> {
  const journey = await openJourney()
  const { rows } = await journey.ownerPool.query<{ id: string; unit_code: string }>(
    // 罗凯 of 凤鸣路社区 has a telephone in the demo, and so a page on /me.
    "select id, unit_code from registry.people where bureau_code = '500112' and status = 'active' order by (unit_code = '500112017005' and name = '罗凯') desc, id limit $1",
    [PEOPLE],
  )
  const people = rows.map(({ id, unit_code }) => ({ id, unitCode: unit_code }))
  // 罗凯 is the fourth: nobody equals him, and those before him choose in the hall.
  people.splice(3, 0, ...people.splice(0, 1))
  // The first two are equal in everything: the lot decides between them.
  const points = Array.from({ length: PEOPLE }, (_, at) => 95 - Math.max(at, 1))
  const { cohortId, candidateIds } = await rankedCohort(journey.ground, { points, people })
  // The county has posts of the demo: this round is of its own alone.
  await journey.ownerPool.query("update placement.posts set state = 'withdrawn' where bureau_code = '500112'")
  await offeredPosts(journey.ground, Array<number>(POSTS).fill(1))
  const officer = await journey.enter(OFFICER)
  const supervisor = await journey.enter(SUPERVISOR)
  const room = await journey.enter(undefined, { width: 1920, height: 1080 })
  return { journey, officer, supervisor, room, cohortId, candidateIds }
}

interface Turn {
  readonly turn: number
  readonly candidateId: string
  readonly open: string[]
}

/** Whose turn it is, and what is open to them; null where nobody is left. */
export const nextTurn = async (officer: Page, roundId: string): Promise<Turn | null> =>
  (await ask<{ next: Turn | null }>(officer, 'see/round.get', { roundId })).next
