import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { cohort, enterScheme, office, onMe, type Placed, place, scored, seePlace, stepOf } from '../../../../../test/placement-world.ts'
import { divisions, ground, value } from '../../../../../test/world.ts'
import { clockAt } from '../../../../platform/clock/clock.ts'
import type { Candidate, OpenCohort, OpenScoreList } from '../../contract.ts'
import { registerOpenScores } from './score-routes.ts'

const database = await openTestDatabase()
afterAll(database.close)

const on = { ...ground(database), mePool: database.mePool }
const { officer, approver } = office
const SCHEME = {
  ...(JSON.parse(readFileSync(new URL('../../../../../data/placement/scheme-2018.json', import.meta.url), 'utf8')) as object),
  version: '2023-test',
  leavingFrom: '2022-12-01',
  leavingTo: null,
}

beforeAll(async () => {
  await divisions(database)
  await enterScheme(on, SCHEME)
})

/** The public doors on a day, asked without any sign-in. */
async function askOn(now: string, url: string): Promise<{ status: number; text: string }> {
  const app = Fastify()
  registerOpenScores(app, { pool: database.appPool, secrets: on.secrets, clock: clockAt(now) })
  const { statusCode, payload } = await app.inject({ method: 'GET', url })
  await app.close()
  return { status: statusCode, text: payload }
}

const TODAY = '2026-06-10T02:00:00Z'

async function confirm(one: Placed): Promise<Placed> {
  const seen = value<Candidate>(await seePlace(on, officer, { name: 'candidate.get', input: { candidateId: one.candidateId } }))
  const input = { candidateId: one.candidateId, sheetId: seen.sheets[0]?.id }
  value(await place(on, onMe(one.personId), { name: 'mine.confirmScore', input }))
  return { ...one, steps: one.steps + 1 }
}

/** A cohort whose scores are published until 17 June. */
async function published(): Promise<{ cohortId: string; people: Placed[] }> {
  const cohortId = await cohort(on)
  const people = [await confirm(await scored(on, cohortId)), await confirm(await scored(on, cohortId, []))]
  value(await place(on, approver, { name: 'cohort.declareTies', input: { cohortId, rule: ['serviceDays'] } }))
  value(await place(on, approver, { name: 'cohort.publish', input: { cohortId, closesOn: '2026-06-17' } }))
  return { cohortId, people }
}

const listOn = async (now: string, cohortId: string): Promise<OpenScoreList> =>
  JSON.parse((await askOn(now, `/api/open/scores/${cohortId}`)).text)

describe('the published list of scores', () => {
  test('is anybody’s: masked names, numbers, sums and totals, the best first', async () => {
    const { cohortId } = await published()

    const list = await listOn(TODAY, cohortId)

    expect(list).toMatchObject({
      unitName: '渝北区',
      group: 'nco',
      isOpen: true,
      closesOn: '2026-06-17',
      shownUntil: '2026-09-15',
      people: 2,
    })
    expect(list.lines.map(({ number, total, service, reward, other }) => [number, total, service, reward, other])).toEqual([
      [1, 7300, 5200, 1100, 1000],
      [2, 5200, 5200, 0, 0],
    ])
    for (const { name } of list.lines) expect(name).toBe('周*国')
  })

  test('holds no id number, no id of a person or candidate, and no line that tells a disability', async () => {
    const { cohortId, people } = await published()

    const { text } = await askOn(TODAY, `/api/open/scores/${cohortId}`)

    expect(text).not.toMatch(/\d{17}[\dX]/)
    for (const { personId, candidateId } of people) for (const id of [personId, candidateId]) expect(text).not.toContain(id)
    for (const word of ['周建国', 'disability', 'grade']) expect(text).not.toContain(word)
  })

  test('stands until ninety days after the window and is gone on the day after', async () => {
    const { cohortId } = await published()

    expect((await listOn('2026-06-18T02:00:00Z', cohortId)).isOpen).toBe(false)
    expect((await askOn('2026-09-15T02:00:00Z', `/api/open/scores/${cohortId}`)).status).toBe(200)
    expect((await askOn('2026-09-16T02:00:00Z', `/api/open/scores/${cohortId}`)).status).toBe(404)
    const { cohorts } = JSON.parse((await askOn('2026-09-16T02:00:00Z', '/api/open/scores')).text) as { cohorts: OpenCohort[] }
    expect(cohorts.map(({ id }) => id)).not.toContain(cohortId)
  })

  test('says what an objection has changed, and keeps the line of who has left', async () => {
    const { cohortId, people } = await published()
    const [first, second] = people as [Placed, Placed]
    const objected = value<{ objectionId: string }>(
      await place(on, officer, {
        name: 'candidate.object',
        input: { candidateId: first.candidateId, steps: first.steps + 1, line: 'reward.peacetime.commendation', words: '嘉奖应为 3 次' },
      }),
    )
    value(
      await place(on, approver, {
        name: 'candidate.settleObjection',
        input: { objectionId: objected.objectionId, outcome: 'upheld', reason: '有嘉奖令', line: { quantity: 3, evidence: '嘉奖令 3 份' } },
      }),
    )
    await stepOf(
      on,
      approver,
      { ...second, steps: second.steps + 1 },
      { name: 'candidate.leave', input: { step: 'cancel', reason: '受刑事处罚' } },
    )

    const { lines } = await listOn(TODAY, cohortId)

    expect(lines).toMatchObject([
      { number: 1, total: 7350, publishedTotal: 7300 },
      { number: 2, total: 5200, publishedTotal: null },
    ])
  })

  test('is not there before it is published, nor for what never was', async () => {
    const cohortId = await cohort(on)
    await scored(on, cohortId)

    expect((await askOn(TODAY, `/api/open/scores/${cohortId}`)).status).toBe(404)
    expect((await askOn(TODAY, '/api/open/scores/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await askOn(TODAY, '/api/open/scores/1')).status).toBe(404)
    expect((await askOn(TODAY, '/api/open/scores')).text).not.toContain(cohortId)
  })
})
