import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { officer, openRoom, refusalOf, supervisor } from '../../../../../test/open-room.ts'
import { office } from '../../../../../test/placement-world.ts'
import { doRound, draftOf, laterGround, openOf } from '../../../../../test/round-world.ts'
import { CHONGQING, divisions, value } from '../../../../../test/world.ts'

const { database, later, on, opened, page, steer, turn } = await openRoom()

afterAll(database.close)
beforeAll(() => divisions(database))

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

describe('what a round holds', () => {
  /** Another door than the round's own, used by who approves. */
  const aside = async (name: string, input: object, who = office.approver) => await doRound(later, who)(name, input)
  const leave = async (candidateId: string) => {
    const [row] = await rowsOf<{ steps: number }>(database, 'select steps from placement.candidates where id = $1', [candidateId])
    return await aside('candidate.leave', { candidateId, steps: row?.steps, step: 'cancel', reason: '被追究刑事责任' })
  }

  test('a candidate who waits for a turn leaves the round first, and then the way', async () => {
    const { roundId, candidateIds } = await opened({ points: [90, 80], seats: [1, 1] })
    const [, second = ''] = candidateIds
    expect(refusalOf(await leave(second))).toEqual({ code: 'in-a-round', title: '2026 年春季选岗' })

    const removal = { kind: 'remove', candidateId: second, reason: '被追究刑事责任', article: '第三十四条' }
    value(await steer(roundId, removal))

    expect(value(await leave(second))).toMatchObject({ state: 'cancelled' })
    value(await turn(roundId, { kind: 'pick', post: 'P01', by: 'self' }))
    value(await steer(roundId, { kind: 'close' }))
    expect((await page(roundId)).people.map(({ standing }) => standing)).toEqual(['placed', 'removed'])
  })

  test('a post is withdrawn in the round and not behind it, and goes into no pool while it is there or with seats given away', async () => {
    const { roundId } = await opened({ points: [90], seats: [2, 1] })
    const posts = await rowsOf<{ post_id: string; code: string }>(
      database,
      'select post_id, code from placement.round_posts where round_id = $1 order by code',
      [roundId],
    )
    const [first = '', second = ''] = posts.map(({ post_id }) => post_id)
    const withdraw = (postId: string) => aside('post.settle', { postId, to: 'withdrawn', reason: '编制冻结' })
    const opening = { unitCode: CHONGQING, year: 2026, season: 'spring', title: '主城统筹池' }
    const { id: poolId } = value<{ id: string }>(await aside('pool.open', opening, office.city))
    const pool = (postId: string) => aside('pool.add', { poolId, postIds: [postId], reason: '余岗统筹' }, office.city)

    expect([refusalOf(await withdraw(first)), refusalOf(await pool(first))]).toEqual(
      Array(2).fill({ code: 'in-a-round', title: '2026 年春季选岗' }),
    )
    value(await steer(roundId, { kind: 'withdraw', post: 'P02', reason: '编制冻结', article: '第二十六条' }))
    expect(value(await withdraw(second))).toEqual({ state: 'withdrawn' })
    value(await turn(roundId, { kind: 'pick', post: 'P01', by: 'self' }))
    value(await steer(roundId, { kind: 'close' }))

    expect(refusalOf(await pool(first))).toEqual({ code: 'seats-given', postId: first, taken: 1 })
  })
})
