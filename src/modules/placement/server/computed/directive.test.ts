import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf, written } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { onMe } from '../../../../../test/placement-world.ts'
import { directiveDraft, doRound, laterGround, type MadeRound, openOf, room, seeRound } from '../../../../../test/round-world.ts'
import { actor, BANAN, divisions, ground, value } from '../../../../../test/world.ts'
import type { PersonId } from '../../../../kernel/id.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import type { ComputedPage, Costs, MyRound } from '../../contract.ts'
import { verifyRecord } from '../../verifier/verify.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const later = { ...laterGround(database), mePool: database.mePool }
const { officer, supervisor } = room

const refusalOf = (answer: Answer): unknown => (answer.kind === 'refusal' ? answer.refusal : answer)
const page = (roundId: string) => seeRound(later, officer)<ComputedPage>('round.computed', { roundId })
const steer = (roundId: string, step: object) => doRound(later, officer)('round.steer', { roundId, step })
const decide = (roundId: string, candidateId: string | undefined, post: string | null) =>
  doRound(later, officer)('round.deviate', { roundId, candidateId, post, reason: '配偶在该单位所在地工作', article: '安置条例第四十九条' })

/** People of 凤鸣路社区, posts of the county; the first wishes for drivers. */
async function opened(given: { points: readonly number[]; seats: readonly number[] }): Promise<MadeRound> {
  const made = await directiveDraft(on, given)
  const first = '(select post_id from placement.round_posts where round_id = $1 and code = $2)'
  await written(database, `update placement.posts set requirements = '{"wishes":["spec.driving"]}' where id = ${first}`, [
    made.roundId,
    'P01',
  ])
  await written(database, `update placement.candidates set codes = '{spec.driving}' where id = $1`, [made.candidateIds.at(-1)])
  await openOf(on, later, made)
  return made
}

test('who is left over is assigned at least cost, told line by line, and the record proves it', async () => {
  const { roundId, candidateIds } = await opened({ points: [90, 80], seats: [1, 1] })

  value(await steer(roundId, { kind: 'compute' }))
  const seen = await page(roundId)
  const costs = await seeRound(later, officer)<Costs>('round.costs', { roundId, candidateId: candidateIds[0] })
  value(await steer(roundId, { kind: 'close' }))

  expect(seen.people.map(({ post, cost }) => [post, cost?.total])).toEqual([
    ['P02', 150],
    ['P01', 150],
  ])
  expect(seen.people[0]?.cost).toEqual({ kilometres: 15, distance: 150, misfit: 0, hardship: 0, total: 150 })
  expect(seen.total).toEqual({ optimum: 300, now: 300 })
  expect(costs.posts).toMatchObject([
    { code: 'P02', total: 150, dearer: 0 },
    { code: 'P01', misfit: 500, total: 650 },
  ])
  const [row] = await rowsOf<{ record: string; commitment: string }>(
    database,
    'select record, commitment from placement.rounds where id = $1',
    [roundId],
  )
  expect(verifyRecord(row?.record ?? '', { commitment: row?.commitment ?? '' })).toMatchObject({ ok: true, findings: [] })
})

test('what an officer decides otherwise stands beside the optimum, with reason and article, and on the receipt', async () => {
  const { roundId, candidateIds } = await opened({ points: [90, 80], seats: [1, 1] })
  expect(refusalOf(await decide(roundId, candidateIds[0], 'P01'))).toEqual({ code: 'not-computed' })
  value(await steer(roundId, { kind: 'compute' }))
  value(await decide(roundId, candidateIds[0], 'P01'))

  expect(refusalOf(await steer(roundId, { kind: 'close' }))).toEqual({ code: 'more-people-than-seats' })
  value(await decide(roundId, candidateIds[1], 'P02'))
  const seen = await page(roundId)
  value(await steer(roundId, { kind: 'close' }))

  expect(seen.people[0]).toMatchObject({
    post: 'P01',
    optimum: 'P02',
    deviation: { reason: '配偶在该单位所在地工作', article: '安置条例第四十九条' },
  })
  expect(seen.total).toEqual({ optimum: 300, now: 800 })
  const [row] = await rowsOf<{ record: string; person_id: PersonId }>(
    database,
    'select r.record, p.person_id from placement.rounds r join placement.round_people p on p.round_id = r.id where r.id = $1 order by p.position',
    [roundId],
  )
  expect(verifyRecord(row?.record ?? '', {})).toMatchObject({ ok: true, findings: [] })
  const mine = await seeRound(later, onMe(row?.person_id as PersonId))<{ rounds: MyRound[] }>('mine.rounds', {})
  expect(mine.rounds[0]).toMatchObject({
    post: { code: 'P01' },
    why: { kind: 'directive', optimum: 'P02', isDeviation: true, own: { total: 650 }, cheaper: [{ post: 'P02', total: 150 }] },
  })
})

test('the same decision at once by two is two links, and both are there to be read', async () => {
  const { roundId, candidateIds } = await opened({ points: [90, 80], seats: [1, 1] })
  value(await steer(roundId, { kind: 'compute' }))

  const answers = await Promise.all([decide(roundId, candidateIds[0], null), decide(roundId, candidateIds[0], null)])

  expect(answers.map(({ kind }) => kind)).toEqual(['value', 'value'])
  expect((await page(roundId)).links.filter(({ kind }) => kind === 'deviation')).toHaveLength(2)
  expect((await page(roundId)).people[0]).toMatchObject({ post: null, optimum: 'P02' })
})

test('who does not run the round decides nothing; a post not open to somebody stays shut; no list is taken', async () => {
  const { roundId, candidateIds } = await opened({ points: [90], seats: [1, 1] })
  value(await steer(roundId, { kind: 'compute' }))
  const deviation = { roundId, candidateId: candidateIds[0], post: 'P02', reason: '理由', article: '第几条' }

  expect(await doRound(later, supervisor)('round.deviate', deviation)).toMatchObject({ problem: { code: 'not-permitted' } })
  expect(await doRound(later, actor({ unitCode: BANAN, role: 'countyOfficer' }))('round.deviate', deviation)).toMatchObject({
    problem: { code: 'not-found' },
  })
  expect(refusalOf(await decide(roundId, candidateIds[0], 'P09'))).toEqual({ code: 'post-not-open', post: 'P09' })
  const list = { roundId, candidateId: candidateIds[0], posts: ['P01'] }
  expect(refusalOf(await doRound(later, officer)('round.enterList', list))).toEqual({ code: 'wrong-way' })
})
