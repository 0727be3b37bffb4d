import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf, written } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import {
  doRound,
  draftOf,
  laterGround,
  type MadeRound,
  offeredPosts,
  openOf,
  rankedCohort,
  room,
  seeRound,
} from '../../../../../test/round-world.ts'
import { actor, divisions, ground, STREET, value, YUBEI } from '../../../../../test/world.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import type { Offer, RoundPage } from '../../contract.ts'
import { commitmentOf, linkTo } from '../../domain/record/commit.ts'
import { Opening } from '../../domain/record/opening.ts'
import { PlacementRecord } from '../../domain/record/record.ts'
import { sha256 } from './sha256.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const later = laterGround(database)
const { officer, supervisor } = room

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

const refusalOf = (answer: Answer): unknown => (answer.kind === 'refusal' ? answer.refusal : answer)

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

describe('in the room', () => {
  test('more points go first, and each gets what is open then', async () => {
    const { roundId } = await opened({ points: [70, 90, 80], seats: [1, 1] })

    const before = await page(roundId)
    value(await turn(roundId, { kind: 'pick', post: 'P02', by: 'self' }))
    const after = await page(roundId)

    expect(before.people.map(({ composite }) => composite)).toEqual([900_000, 800_000, 700_000])
    expect(before.next?.open).toEqual(['P01', 'P02'])
    expect(after.next?.open).toEqual(['P01'])
    expect(after.people.map(({ standing, post }) => [standing, post])).toEqual([
      ['placed', 'P02'],
      ['waiting', null],
      ['waiting', null],
    ])
  })

  test('a seat that two pick at once goes to exactly one; the other is told', async () => {
    const { roundId } = await opened({ points: [90, 80], seats: [1, 1] })
    const { next } = await page(roundId)
    const pick = { roundId, turn: 1, candidateId: next?.candidateId, taken: { kind: 'pick', post: 'P01', by: 'self' } }

    const answers = await Promise.all(Array.from({ length: 8 }, () => doRound(later, officer)('round.turn', pick)))

    expect(answers.filter(({ kind }) => kind === 'value')).toHaveLength(1)
    expect(answers.filter(({ kind }) => kind === 'refusal').map(refusalOf)).toEqual(Array(7).fill({ code: 'turn-has-passed', turn: 2 }))
    const seats = await rowsOf(database, 'select 1 from placement.round_seats where round_id = $1 and freed_seq is null', [roundId])
    expect(seats).toHaveLength(1)
    expect(refusalOf(await turn(roundId, { kind: 'pick', post: 'P01', by: 'self' }))).toEqual({ code: 'post-is-gone' })
  })

  test('the database itself lets no seat be held twice', async () => {
    const { roundId } = await opened({ points: [90, 80], seats: [1, 1] })
    value(await turn(roundId, { kind: 'pick', post: 'P01', by: 'self' }))

    const twice = database.ownerPool.query(
      `begin; set local app.scope_lo = '0'; set local app.scope_hi = ':';
       insert into placement.round_seats select bureau_code, round_id, 1, unit_code, code, seat, 'somebody else', null from placement.round_seats where round_id = '${roundId}'; commit`,
    )
    await expect(twice).rejects.toThrow('round_seats_seat_once')
    await database.ownerPool.query('rollback')
  })

  test('the same pick sent again is the same pick', async () => {
    const { roundId } = await opened({ points: [90, 80], seats: [1, 1] })
    const { next } = await page(roundId)
    const pick = { roundId, turn: 1, candidateId: next?.candidateId, taken: { kind: 'pick', post: 'P01', by: 'self' } }
    const id = '01975c00-0000-7000-8000-00000000abcd'

    const [first, again] = [await doRound(later, officer)('round.turn', pick, id), await doRound(later, officer)('round.turn', pick, id)]

    expect(again).toEqual(first)
    expect((await page(roundId)).links).toHaveLength(2)
  })

  test('who is absent has what the list says first that is open; who has none waits for the second turn', async () => {
    const made = await draftOf(on, { points: [90, 80, 70], seats: [1, 1, 1] })
    const { roundId, candidateIds } = made
    value(
      await doRound(on, officer)('round.handInList', { roundId, candidateId: candidateIds[1], posts: ['P01', 'P03'], broughtBy: '妻子' }),
    )
    await openOf(on, later, made)
    value(await turn(roundId, { kind: 'pick', post: 'P01', by: 'self' }))

    value(await turn(roundId, { kind: 'list' }))
    expect((await page(roundId)).links.at(-1)).toMatchObject({ kind: 'pick-list', post: expect.stringContaining('P03') })
    expect(refusalOf(await turn(roundId, { kind: 'list' }))).toEqual({ code: 'no-list' })
  })

  test('a pass waits till all others had their turn, the second is the last', async () => {
    const { roundId, candidateIds } = await opened({ points: [90, 80], seats: [1, 1] })

    value(await turn(roundId, { kind: 'pass', by: 'self' }))
    value(await turn(roundId, { kind: 'pick', post: 'P01', by: 'self' }))
    const { next } = await page(roundId)
    value(await turn(roundId, { kind: 'absent' }))

    expect(next).toMatchObject({ candidateId: candidateIds[0], isSecond: true, open: ['P02'] })
    expect((await page(roundId)).people.map(({ standing }) => standing)).toEqual(['out', 'placed'])
  })

  test('the clock ends a turn only when it has run out, and a clock set back turns nothing back', async () => {
    const { roundId } = await opened({ points: [90, 80], seats: [1, 1] })
    const afterMinute = laterGround(database, '2026-06-11T02:01:00.000Z')
    const setBack = laterGround(database, '2026-06-11T01:00:00.000Z')

    expect(refusalOf(await turn(roundId, { kind: 'pass', by: 'clock' }))).toEqual({ code: 'clock-running', seconds: 60 })
    value(await turn(roundId, { kind: 'pass', by: 'clock' }, afterMinute))
    value(await turn(roundId, { kind: 'pick', post: 'P01', by: 'self' }, setBack))

    expect((await page(roundId)).links.map(({ seq, at }) => [seq, at])).toEqual([
      [1, '2026-06-11T02:00:00.000Z'],
      [2, '2026-06-11T02:01:00.000Z'],
      [3, '2026-06-11T02:01:00.000Z'],
    ])
  })

  test('only the supervisor takes back a turn, the last one, with a reason', async () => {
    const { roundId, candidateIds } = await opened({ points: [90, 80], seats: [1, 1] })
    value(await turn(roundId, { kind: 'pick', post: 'P01', by: 'self' }))
    value(await turn(roundId, { kind: 'pick', post: 'P02', by: 'self' }))
    const undo = { roundId, seq: 3, reason: '误按，当场更正' }

    expect(await doRound(later, officer)('round.undo', undo)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(refusalOf(await doRound(later, supervisor)('round.undo', { ...undo, seq: 2 }))).toEqual({ code: 'nothing-to-undo' })
    value(await doRound(later, supervisor)('round.undo', undo))

    const after = await page(roundId)
    expect(after.next).toMatchObject({ candidateId: candidateIds[1], open: ['P02'], turn: 3 })
    expect(after.people.map(({ standing }) => standing)).toEqual(['placed', 'waiting'])
    const states = await rowsOf<{ state: string }>(database, 'select state from placement.candidates where id = any($1) order by number', [
      candidateIds,
    ])
    expect(states.map(({ state }) => state)).toEqual(['picked', 'selecting'])
  })

  test('paused nobody picks; a post withdrawn and a person removed are links with their reason', async () => {
    const { roundId, candidateIds } = await opened({ points: [90, 80, 70], seats: [1, 1, 1] })
    value(await turn(roundId, { kind: 'pick', post: 'P01', by: 'self' }))
    value(await steer(roundId, { kind: 'pause', reason: '停电' }))
    const picked = { roundId, turn: 2, candidateId: candidateIds[1], taken: { kind: 'pick', post: 'P02', by: 'self' } }

    expect(refusalOf(await doRound(later, officer)('round.turn', picked))).toEqual({ code: 'wrong-state', state: 'paused' })
    value(await steer(roundId, { kind: 'withdraw', post: 'P02', reason: '单位撤销编制', article: '安置条例第三十一条' }))
    value(await steer(roundId, { kind: 'remove', candidateId: candidateIds[0], reason: '待安排期间被判刑', article: '安置条例第三十四条' }))
    expect(
      refusalOf(await steer(roundId, { kind: 'remove', candidateId: candidateIds[0], reason: '再次', article: '第三十四条' })),
    ).toEqual({
      code: 'already-removed',
    })
    value(await steer(roundId, { kind: 'resume' }))

    const after = await page(roundId)
    expect(after.next?.open).toEqual(['P01', 'P03'])
    expect(after.posts.map(({ left, withdrawn }) => [left, withdrawn])).toEqual([
      [1, false],
      [0, true],
      [1, false],
    ])
    expect(refusalOf(await steer(roundId, { kind: 'close' }))).toEqual({ code: 'turns-left', people: 2 })
  })
})

describe('after the last turn', () => {
  test('the record is whole, sealed, and every link holds on to the one before it', async () => {
    const made = await opened({ points: [90, 80, 70], seats: [1, 1] })
    const { roundId } = made
    value(await turn(roundId, { kind: 'pick', post: 'P02', by: 'self' }))
    value(await turn(roundId, { kind: 'pick', post: 'P01', by: 'self' }))
    value(await steer(roundId, { kind: 'close' }))

    const [row] = await rowsOf<{ record: string }>(database, 'select record from placement.rounds where id = $1', [roundId])
    const record = PlacementRecord.parse(JSON.parse(row?.record ?? ''))
    for (const [at, link] of record.links.entries()) {
      const before = record.links[at - 1]?.hash
      if (before !== undefined) expect(linkTo(sha256, before, link).hash).toBe(link.hash)
    }
    expect(record.outcome.places).toHaveLength(2)
    expect(record.outcome.unplaced).toHaveLength(1)
    expect(refusalOf(await steer(roundId, { kind: 'resume' }))).toEqual({ code: 'wrong-state', state: 'closed' })
    const states = await rowsOf<{ state: string }>(database, 'select state from placement.candidates where id = any($1) order by number', [
      made.candidateIds,
    ])
    expect(states.map(({ state }) => state)).toEqual(['picked', 'picked', 'ranked'])
  })

  test('a seat that an ended round gave away is not offered again; what is left of the post is', async () => {
    const made = await opened({ points: [90], seats: [2, 1] })
    value(await turn(made.roundId, { kind: 'pick', post: 'P01', by: 'self' }))
    value(await steer(made.roundId, { kind: 'close' }))
    const [row] = await rowsOf<{ ids: string[] }>(
      database,
      'select array_agg(post_id order by code) as ids from placement.round_posts where round_id = $1',
      [made.roundId],
    )

    const offer = await seeRound(later, officer)<Offer>('round.offer', { place: YUBEI })

    const seatsOf = (at: number) => offer.posts.find(({ id }) => id === row?.ids[at])?.seats
    expect([seatsOf(0), seatsOf(1)]).toEqual([1, 1])
  })

  test('a post that asks for a licence is open to who has one, and a post of the direct train to its speciality', async () => {
    const made = await draftOf(on, { points: [90, 80], seats: [1, 1, 1] })
    const say = (sql: string, values: unknown[]) => written(database, sql, values)
    await say(`update placement.candidates set codes = '{licence.A1,spec.driving}' where id = $1`, [made.candidateIds[1]])
    const ofRound = '(select post_id from placement.round_posts where round_id = $1 and code = $2)'
    await say(`update placement.posts set requirements = '{"requires":[["licence.A1","licence.A2"]]}' where id = ${ofRound}`, [
      made.roundId,
      'P01',
    ])
    await say(`update placement.posts set is_direct = true, reserved_for = 'spec.driving' where id = ${ofRound}`, [made.roundId, 'P02'])
    await openOf(on, later, made)

    const first = (await page(made.roundId)).next?.open
    value(await turn(made.roundId, { kind: 'pick', post: 'P03', by: 'self' }))

    expect(first).toEqual(['P03'])
    expect((await page(made.roundId)).next?.open).toEqual(['P01', 'P02'])
  })
})
