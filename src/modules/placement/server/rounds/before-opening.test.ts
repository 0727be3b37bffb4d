import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { officer, openRoom, refusalOf, supervisor } from '../../../../../test/open-room.ts'
import { doRound, draftOf, offeredPosts, rankedCohort } from '../../../../../test/round-world.ts'
import { actor, divisions, STREET, value } from '../../../../../test/world.ts'
import { commitmentOf } from '../../domain/record/commit.ts'
import { Opening } from '../../domain/record/opening.ts'
import { sha256 } from './sha256.ts'

const { database, later, on, opened, page, steer } = await openRoom()

afterAll(database.close)
beforeAll(() => divisions(database))

describe('before anything opens', () => {
  test('what is committed to binds people, scores and posts, and names nobody', async () => {
    const { roundId, candidateIds } = await draftOf(on, { points: [80, 70], seats: [1, 2] })
    const answer = value<{ commitment: string }>(await doRound(on, officer)('round.commit', { roundId }))

    const [row] = await rowsOf<{ opening: string; seed: Buffer }>(database, 'select opening, seed from placement.rounds where id = $1', [
      roundId,
    ])
    expect(answer.commitment).toBe(commitmentOf(sha256, Opening.parse(JSON.parse(row?.opening ?? ''))))
    for (const id of candidateIds) expect(row?.opening).not.toContain(id)
    expect(row?.opening).not.toContain('周')
    expect(row?.seed.length).toBeGreaterThan(32)
  })

  test('nobody is frozen whom the cohort has not ranked, nor while an objection is open', async () => {
    const unranked = await rankedCohort(on, { points: [80], state: 'scorePublished', rankedOn: null })
    const postIds = await offeredPosts(on, [1])
    const draft = (cohortId: string) =>
      doRound(on, officer)('round.draft', {
        cohortId,
        way: 'points-ranked',
        title: '选岗',
        postIds,
        turn: { clockSeconds: 60, onPass: 'end', onAbsent: 'end' },
        draw: { source: '双色球', on: '2026-06-11' },
      })
    const { roundId } = value<{ roundId: string }>(await draft(unranked.cohortId))

    expect(refusalOf(await doRound(on, officer)('round.commit', { roundId }))).toEqual({ code: 'not-ranked' })
  })

  test('the draw is later than the commitment, and is not entered before its day', async () => {
    const { cohortId } = await rankedCohort(on, { points: [80] })
    const postIds = await offeredPosts(on, [1])
    const today = {
      cohortId,
      way: 'points-ranked',
      title: '选岗',
      postIds,
      turn: { clockSeconds: 60, onPass: 'end', onAbsent: 'end' },
      draw: { source: '双色球', on: '2026-06-10' },
    }
    const made = await draftOf(on, { points: [80], seats: [1] })
    value(await doRound(on, officer)('round.commit', { roundId: made.roundId }))

    expect(refusalOf(await doRound(on, officer)('round.draft', today))).toEqual({ code: 'draw-not-later' })
    expect(refusalOf(await doRound(on, officer)('round.draw', { roundId: made.roundId, value: '1' }))).toEqual({
      code: 'draw-too-early',
      on: '2026-06-11',
    })
  })

  test.each([
    ['posts', 'update placement.posts set seats = 9 where id in (select post_id from placement.round_posts where round_id = $1)'],
    [
      'people',
      "update placement.candidates set state = 'cancelled' where id in (select candidate_id from placement.round_people where round_id = $1 limit 1)",
    ],
    [
      'scores',
      'update placement.candidates set exam_hundredths = 5000 where id in (select candidate_id from placement.round_people where round_id = $1 limit 1)',
    ],
  ])('%s that were changed since need a new version, and the old commitment stays', async (what, sql) => {
    const { roundId } = await draftOf(on, { points: [80, 70], seats: [1, 1] })
    value(await doRound(on, officer)('round.commit', { roundId }))
    await database.ownerPool.query(
      `begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'; ${sql.replace('$1', `'${roundId}'`)}; commit`,
    )

    expect(refusalOf(await doRound(later, officer)('round.draw', { roundId, value: '1' }))).toEqual({ code: 'changed-since', what })
    const next = value<{ roundId: string }>(await doRound(on, officer)('round.replace', { roundId, reason: '成绩更正后重新冻结' }))
    value(await doRound(on, officer)('round.commit', { roundId: next.roundId }))
    expect((await page(roundId)).line.state).toBe('replaced')
    expect((await page(roundId)).commitment).not.toBe((await page(next.roundId)).commitment)
    expect(refusalOf(await doRound(on, officer)('round.replace', { roundId, reason: '再来' }))).toMatchObject({ code: 'wrong-state' })
  })

  test('it opens only when the supervisor has said to be there, and the officer cannot say it', async () => {
    const { roundId } = await draftOf(on, { points: [80], seats: [1] })
    value(await doRound(on, officer)('round.commit', { roundId }))
    value(await doRound(later, officer)('round.draw', { roundId, value: '07' }))

    expect(refusalOf(await steer(roundId, { kind: 'open' }))).toEqual({ code: 'supervisor-absent' })
    expect(await doRound(later, officer)('round.confirmPresence', { roundId })).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(
      await doRound(later, supervisor)('round.turn', { roundId, turn: 1, candidateId: roundId, taken: { kind: 'absent' } }),
    ).toMatchObject({
      problem: { code: 'not-permitted' },
    })
  })

  test('after the draw nothing is replaced and no list is taken', async () => {
    const { roundId, candidateIds } = await opened({ points: [80], seats: [1] })

    expect(refusalOf(await doRound(later, officer)('round.replace', { roundId, reason: '改一改' }))).toEqual({
      code: 'wrong-state',
      state: 'open',
    })
    const list = { roundId, candidateId: candidateIds[0], posts: ['P01'], broughtBy: '家属' }
    expect(refusalOf(await doRound(later, officer)('round.handInList', list))).toEqual({ code: 'wrong-state', state: 'open' })
  })

  test('a round of another county is not there', async () => {
    const { roundId } = await draftOf(on, { points: [80], seats: [1] })

    const stranger = actor({ unitCode: '500113000000' as never, role: 'countyOfficer' })
    expect(await doRound(on, stranger)('round.commit', { roundId })).toMatchObject({ problem: { code: 'not-found' } })
    expect(await doRound(on, actor({ unitCode: STREET, role: 'townshipHead' }))('round.commit', { roundId })).toMatchObject({
      problem: { code: 'not-permitted' },
    })
  })
})
