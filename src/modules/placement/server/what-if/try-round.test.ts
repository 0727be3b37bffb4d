import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import {
  COST,
  directiveDraft,
  doRound,
  draftOf,
  laterGround,
  offeredPosts,
  openOf,
  rankedCohort,
  room,
  twoWayDraft,
} from '../../../../../test/round-world.ts'
import { actor, BANAN, divisions, ground, value } from '../../../../../test/world.ts'
import type { Tried } from '../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const later = laterGround(database)
const { officer, supervisor } = room

interface Compared {
  readonly stated: number
  readonly assumed: number
  readonly draft: Tried
  readonly trials: Tried[]
}

const tryOut = (roundId: string, trials: readonly object[], who = officer) => doRound(on, who)('round.try', { roundId, trials })
const compare = async (roundId: string, trials: readonly object[]): Promise<Compared> => value<Compared>(await tryOut(roundId, trials))
const handIn = (roundId: string, candidateId: string, posts: readonly string[]) =>
  doRound(on, officer)('round.handInList', { roundId, candidateId, posts, broughtBy: '家属' })

const TWO_WAY = { way: 'two-way', posts: 'round' }
const DIRECTIVE = { way: 'directive', posts: 'round' }

describe('before a round is committed to', () => {
  test('other ways are tried on the same people and posts, by the lists that were handed in and assumed ones', async () => {
    const { roundId, candidateIds } = await draftOf(on, { points: [90, 80, 70], seats: [1, 1] })
    value(await handIn(roundId, candidateIds[0] ?? '', ['P02']))

    const { stated, assumed, draft, trials } = await compare(roundId, [TWO_WAY, DIRECTIVE])

    expect([stated, assumed]).toEqual([1, 2])
    expect(draft).toMatchObject({ people: 3, seats: 2, effects: { byWish: [2], placed: 2, unplaced: 1, envious: 0, unfilledSeats: 0 } })
    expect(trials.map(({ effects }) => effects?.placed)).toEqual([2, 2])
  })

  test('decides nothing: the draft, its lists and its people are as they were, and the journal says that somebody tried', async () => {
    const { roundId, candidateIds } = await draftOf(on, { points: [90, 80], seats: [1, 1] })
    const state = () =>
      rowsOf<{ state: string }>(
        database,
        `select state from placement.rounds where id = $1 union all select state from placement.candidates where id = any($2)
         union all select outcome from placement.round_people where round_id = $1`,
        [roundId, candidateIds],
      )
    const before = await state()

    const first = await compare(roundId, [DIRECTIVE])

    expect(await state()).toEqual(before)
    expect(await compare(roundId, [DIRECTIVE])).toEqual(first)
    value(await doRound(on, officer)('round.commit', { roundId }))
  })

  test('a draft that is computed at once is tried by its own rules, beside turns', async () => {
    const made = await directiveDraft(on, { points: [90, 80], seats: [1, 1] })
    const dear = await directiveDraft(on, { points: [90, 80], seats: [1, 1] }, { ...COST, unplaced: 1 })
    const lists = await twoWayDraft(on, { points: [90, 80], seats: [1, 1] })

    const [first, second, third] = [
      await compare(made.roundId, [{ way: 'points-ranked', posts: 'round' }]),
      await compare(dear.roundId, [TWO_WAY]),
      await compare(lists.roundId, [DIRECTIVE]),
    ]

    expect([first.draft.effects?.placed, first.trials[0]?.effects?.placed]).toEqual([2, 2])
    // Having no post costs less than any way to one.
    expect([second.draft.effects?.placed, second.trials[0]?.effects?.placed]).toEqual([0, 2])
    expect([third.draft.effects?.placed, third.trials[0]?.effects?.placed]).toEqual([2, 2])
  })

  test('other posts of the county may be tried, and those of a pool left out', async () => {
    const { roundId } = await draftOf(on, { points: [90, 80, 70], seats: [1] })
    await offeredPosts(on, [5])

    const { draft, trials } = await compare(roundId, [
      { way: 'points-ranked', posts: 'all' },
      { way: 'points-ranked', posts: 'withoutPool' },
    ])

    expect(draft.effects?.placed).toBe(1)
    expect(trials[0]?.effects?.placed).toBe(3)
    expect(trials[0]?.seats).toBeGreaterThan(draft.seats)
    expect(trials[1]?.seats).toBe(draft.seats)
  })
})

describe('after it', () => {
  test('no rule is tried any more, in no later state, and the refusal says so', async () => {
    const made = await draftOf(on, { points: [90], seats: [1] })
    value(await doRound(on, officer)('round.commit', { roundId: made.roundId }))

    expect(await tryOut(made.roundId, [TWO_WAY])).toMatchObject({ refusal: { code: 'round-committed', state: 'committed' } })

    const opened = await draftOf(on, { points: [90], seats: [1] })
    await openOf(on, later, opened)
    expect(await tryOut(opened.roundId, [TWO_WAY])).toMatchObject({ refusal: { code: 'round-committed', state: 'open' } })

    const atOnce = await directiveDraft(on, { points: [90], seats: [1] })
    value(await doRound(on, officer)('round.commit', { roundId: atOnce.roundId }))
    expect(await tryOut(atOnce.roundId, [TWO_WAY])).toMatchObject({ refusal: { code: 'round-committed', state: 'committed' } })
  })
})

describe('who may', () => {
  test('only who runs the round at its place tries', async () => {
    const { roundId } = await draftOf(on, { points: [90], seats: [1] })
    const banan = actor({ unitCode: BANAN, role: 'countyOfficer' })

    expect(await tryOut(roundId, [TWO_WAY], supervisor)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await tryOut(roundId, [TWO_WAY], banan)).toMatchObject({ problem: { code: 'not-found' } })
    expect(await tryOut(roundId, [{ ...TWO_WAY, weights: { service: 50, exam: 10, appraisal: 10 } }])).toMatchObject({
      problem: { code: 'invalid-input' },
    })
  })

  test('a cohort that is not ranked has nobody to try with', async () => {
    const { cohortId } = await rankedCohort(on, { points: [80], state: 'scorePublished', rankedOn: null })
    const draft = {
      cohortId,
      way: 'points-ranked',
      title: '选岗',
      postIds: await offeredPosts(on, [1]),
      turn: { clockSeconds: 60, onPass: 'end', onAbsent: 'end' },
      draw: { source: '双色球', on: '2026-06-11' },
    }
    const { roundId } = value<{ roundId: string }>(await doRound(on, officer)('round.draft', draft))

    expect(await tryOut(roundId, [TWO_WAY])).toMatchObject({ refusal: { code: 'not-ranked' } })
  })
})
