import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { cohort, decided, office, place, seePlace } from '../../../../../test/placement-world.ts'
import { actor, BANAN, CHONGQING, divisions, FENGMING, ground, value, YUBEI } from '../../../../../test/world.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { Pool, PoolShare, Post } from '../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = { ...ground(database), mePool: database.mePool }
const { officer, approver, city, supervisor } = office
const banan = { officer: actor({ unitCode: BANAN, role: 'countyOfficer' }), approver: actor({ unitCode: BANAN, role: 'countyApprover' }) }

/** The edge of GB 32100: a sum that is a multiple of 31 ends in 0. */
const EDGE = '91500000MA00000270'
const WHOLE = '91350100M000100Y43'

const register = (uscc: string, who: Actor = officer, unitCode: string = YUBEI) =>
  place(on, who, { name: 'employer.register', input: { unitCode, uscc, name: '渝北区水务公司', kind: 'countySoe' } })

const employerOf = async (who: Actor, unitCode: string): Promise<string> => {
  const answer = await register(WHOLE, who, unitCode)
  return answer.kind === 'refusal' ? (answer.refusal as unknown as { employerId: string }).employerId : value<{ id: string }>(answer).id
}

const enter = async (who: Actor, unitCode: string, more: object = {}) =>
  place(on, who, {
    name: 'post.enter',
    input: {
      employerId: await employerOf(who, unitCode),
      year: 2026,
      season: 'spring',
      title: '运行管理岗',
      establishment: 'enterprise',
      seats: 2,
      placeCode: unitCode,
      payLowFen: '500000',
      payHighFen: '650000',
      ...more,
    },
  })

const confirmed = async (by: { officer: Actor; approver: Actor }, unitCode: string, more: object = {}): Promise<string> => {
  const { id } = value<{ id: string }>(await enter(by.officer, unitCode, more))
  value(await place(on, by.approver, { name: 'post.settle', input: { postId: id, to: 'confirmed' } }))
  return id
}

describe('employers', () => {
  test('are known by a code that is right, at the edge too', async () => {
    expect(value(await register(`  ${EDGE.toLowerCase()} `))).toMatchObject({ uscc: EDGE })
    expect(await register('91500000MA00000271')).toMatchObject({ refusal: { code: 'wrong-checksum', position: 18, expected: '0' } })
    expect(await register('9150000')).toMatchObject({ refusal: { code: 'wrong-length', length: 7 } })
    expect(await register(EDGE)).toMatchObject({ refusal: { code: 'already-registered' } })
  })

  test('are registered by a bureau, and not by who only looks or approves', async () => {
    expect(await register(WHOLE, officer, FENGMING)).toMatchObject({ refusal: { code: 'not-a-bureau' } })
    expect(await register(WHOLE, supervisor)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await register(WHOLE, banan.officer)).toMatchObject({ problem: { code: 'not-found' } })
  })
})

describe('posts', () => {
  test('are entered by one and confirmed by another, and only then counted', async () => {
    const { id } = value<{ id: string }>(await enter(officer, YUBEI, { year: 2031 }))
    const seats = async () =>
      value<{ seats: number }>(await seePlace(on, officer, { name: 'post.list', input: { place: YUBEI, year: 2031 } })).seats

    expect(await seats()).toBe(0)
    expect(await place(on, officer, { name: 'post.settle', input: { postId: id, to: 'confirmed' } })).toMatchObject({
      problem: { code: 'not-permitted' },
    })
    value(await place(on, approver, { name: 'post.settle', input: { postId: id, to: 'confirmed' } }))
    expect(await seats()).toBe(2)
    expect(await place(on, approver, { name: 'post.settle', input: { postId: id, to: 'withdrawn' } })).toMatchObject({
      refusal: { code: 'reason-needed' },
    })
    value(await place(on, approver, { name: 'post.settle', input: { postId: id, to: 'withdrawn', reason: '单位撤并' } }))
    expect(await seats()).toBe(0)
    const { log } = value<{ log: { what: string; reason: string | null }[] }>(
      await seePlace(on, officer, { name: 'post.get', input: { postId: id } }),
    )
    expect(log.map(({ what, reason }) => [what, reason])).toEqual([
      ['withdrawn', '单位撤并'],
      ['confirmed', null],
      ['entered', null],
    ])
  })

  test('have a pay that does not fall and a place that there is', async () => {
    expect(await enter(officer, YUBEI, { payLowFen: '700000' })).toMatchObject({ refusal: { code: 'pay-turned' } })
    expect(await enter(officer, YUBEI, { placeCode: '990101001001' })).toMatchObject({ refusal: { code: 'no-such-place' } })
  })
})

describe('a survey', () => {
  test('knows who answered: no seats is an answer, silence is none', async () => {
    const one = await employerOf(officer, YUBEI)
    const employerIds = [one]
    const input = { unitCode: YUBEI, year: 2026, title: '2026 年春季岗位摸排', dueOn: '2026-07-01', employerIds }
    const { id: surveyId } = value<{ id: string }>(await place(on, officer, { name: 'survey.open', input }))

    value(await place(on, officer, { name: 'survey.answer', input: { surveyId, employerId: one, seats: 0 } }))

    const { surveys } = value<{ surveys: { id: string; answers: { employerId: string; seats: number | null }[] }[] }>(
      await seePlace(on, officer, { name: 'survey.list', input: { place: YUBEI } }),
    )
    expect(surveys.find(({ id }) => id === surveyId)?.answers.find(({ employerId }) => employerId === one)?.seats).toBe(0)
    expect(await place(on, officer, { name: 'survey.answer', input: { surveyId, employerId: surveyId, seats: 1 } })).toMatchObject({
      refusal: { code: 'not-asked' },
    })
    expect(await place(on, officer, { name: 'survey.open', input: { ...input, dueOn: '2026-06-09' } })).toMatchObject({
      refusal: { code: 'day-gone' },
    })
  })
})

describe('a pool', () => {
  const open = async (): Promise<string> =>
    value<{ id: string }>(
      await place(on, city, { name: 'pool.open', input: { unitCode: CHONGQING, year: 2040, season: 'spring', title: '主城统筹池' } }),
    ).id

  test('divides the posts of counties by the people they have, once, and each post says where it came from', async () => {
    const cohortId = await cohort(on, { year: 2040 })
    for (let people = 0; people < 2; people += 1) await decided(on, cohortId)
    const [own, other] = [
      await confirmed({ officer, approver }, YUBEI, { year: 2040, seats: 1 }),
      await confirmed(banan, BANAN, { year: 2040, seats: 3 }),
    ]
    const poolId = await open()
    const add = (postIds: string[]) => place(on, city, { name: 'pool.add', input: { poolId, postIds, reason: '区域岗位不均' } })
    const decide = () => place(on, city, { name: 'pool.decide', input: { poolId, method: 'hamilton', reason: '按人数比例' } })

    expect(await decide()).toMatchObject({ refusal: { code: 'empty-pool' } })
    value(await add([own, other]))
    expect(await add([own])).toMatchObject({ refusal: { code: 'post-not-free', state: 'pooled' } })
    expect(value(await decide())).toEqual({ seats: 4, counties: 2 })

    const { shares, pool } = value<{ pool: Pool; shares: PoolShare[] }>(await seePlace(on, city, { name: 'pool.get', input: { poolId } }))
    expect(pool).toMatchObject({ method: 'hamilton', reason: '按人数比例', decidedOn: '2026-06-10' })
    expect(shares.map(({ countyName, people, brought, got }) => [countyName, people, brought, got])).toEqual([
      ['渝北区', 2, 1, 4],
      ['巴南区', 0, 3, 0],
    ])
    const { posts } = value<{ posts: Post[] }>(await seePlace(on, officer, { name: 'post.list', input: { place: YUBEI, year: 2040 } }))
    expect(posts.filter(({ state }) => state === 'confirmed').map(({ seats, poolId: from }) => [seats, from])).toEqual([
      [1, poolId],
      [3, poolId],
    ])
    expect(await decide()).toMatchObject({ refusal: { code: 'already-decided' } })
  })

  test('is opened above counties, and by nobody below', async () => {
    const input = { unitCode: YUBEI, year: 2026, season: 'spring', title: '区内池' }

    expect(await place(on, city, { name: 'pool.open', input })).toMatchObject({ refusal: { code: 'not-above-counties' } })
    expect(await place(on, officer, { name: 'pool.open', input })).toMatchObject({ problem: { code: 'not-permitted' } })
  })

  test('with posts and nobody to place is not divided', async () => {
    const input = { unitCode: CHONGQING, year: 2041, season: 'autumn', title: '空池' }
    const { id: poolId } = value<{ id: string }>(await place(on, city, { name: 'pool.open', input }))
    const postId = await confirmed({ officer, approver }, YUBEI, { year: 2041, season: 'autumn' })
    value(await place(on, city, { name: 'pool.add', input: { poolId, postIds: [postId], reason: '统筹' } }))

    expect(await place(on, city, { name: 'pool.decide', input: { poolId, method: 'sainteLague', reason: '按人数' } })).toMatchObject({
      refusal: { code: 'nobody-to-place' },
    })
  })
})
