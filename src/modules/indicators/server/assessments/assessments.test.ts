import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessors, seeYear, takeStep } from '../../../../../test/assessment-world.ts'
import { openTestDatabase, type TestDatabase } from '../../../../../test/database/clone.ts'
import { tellFacts } from '../../../../../test/figures/told-facts.ts'
import { divisions, FENGMING, ground, NEIGHBOUR, STREET, YUBEI } from '../../../../../test/world.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import type { Ground } from '../../../../platform/actions/run-action.ts'
import type { SeenAssessment } from '../../contract.ts'

const year = 2025
const asked = { place: YUBEI, scheme: 'serviceYear', year }
const { officer, approver, head, worker, neighbour, supervisor } = assessors
const code = (answer: Answer) => {
  const { refusal, problem } = answer as { refusal?: { code: string }; problem?: { code: string } }
  return refusal?.code ?? problem?.code
}

let database: TestDatabase
let on: Ground
/** After the days for objections. */
let later: Ground

const persons = Array.from({ length: 20 }, (_, at) => `0198a000-0000-7000-8000-0000000000${String(at + 10)}`)

beforeAll(async () => {
  database = await openTestDatabase()
  await divisions(database)
  on = ground(database)
  later = ground(database, '2026-07-10T02:00:00.000Z')
  const on2020 = { kind: 'person.registered', unit: FENGMING, on: '2020-01-01', quantity: 1, dimensions: {} }
  const visit = { kind: 'visit.done', on: '2025-05-03', quantity: 1, dimensions: { reason: 'routine', way: 'home' } }
  await tellFacts(database.appPool, [
    ...persons.map((person) => ({ ...on2020, persons: [person] })),
    { kind: 'work.award', unit: FENGMING, on: '2025-08-01', quantity: 1, persons: [], dimensions: {} },
    ...[FENGMING, NEIGHBOUR].map((unit) => ({ ...visit, unit, persons: persons.slice(0, 10) })),
  ])
})

afterAll(() => database.close())

const see = async (place: string, who: Actor = officer, more: object = {}): Promise<SeenAssessment> =>
  ((await seeYear(on, who, { place, year, ...more })) as unknown as { value: SeenAssessment }).value
const streetIn = ({ rows }: SeenAssessment) => rows.find((row) => row.code === (STREET as string))

describe('a year of the places below', () => {
  test('is shown as its figures are before anybody draws it up', async () => {
    const seen = await see(YUBEI)

    expect(seen.versions).toEqual([])
    expect(streetIn(seen)).toMatchObject({ clients: 20, rank: 1, tier: 1 })
    expect(streetIn(seen)?.points.find(({ indicator }) => indicator === 'visitedShare')).toMatchObject({
      value: 50,
      numerator: 10,
      denominator: 20,
      earned: 1000,
    })
  })

  test('ranks it among those of its size, and earns by steps all, a part or nothing', async () => {
    const seen = await see(YUBEI)

    expect(seen.scheme?.sizeBands.map(({ from }) => from)).toEqual([0, 100, 300])
    expect(new Set(seen.rows.map(({ sizeBand }) => sizeBand?.code))).toEqual(new Set(['small']))
    const covered = seen.rows.flatMap(({ points }) => points.filter(({ indicator }) => indicator === 'coverage'))
    expect(covered.length).toBeGreaterThan(0)
    for (const { value, earned } of covered) expect(earned).toBe(value === null ? null : value >= 100 ? 1500 : 0)
  })

  test('adds for each record what the scheme gives, with the number of records', async () => {
    const award = (seen: SeenAssessment) => streetIn(seen)?.points.find(({ indicator }) => indicator === 'wAward')

    expect(award(await see(YUBEI))).toMatchObject({ numerator: 1, earned: 50, each: 0.5, atMost: 3 })
    expect(
      (await see(YUBEI)).rows.flatMap(({ points }) => points.filter((one) => one.indicator === 'wAward' && one.numerator > 0)),
    ).toHaveLength(1)
  })

  test.each([
    ['a supervisor', () => supervisor, 'not-permitted'],
    ['the head of a street', () => head, 'not-permitted'],
    ['an officer of the next county', () => neighbour, 'not-found'],
  ])('is not drawn up by %s', async (_who, who, said) => {
    expect(code(await takeStep(on, who(), 'draw', asked))).toBe(said)
  })

  test('is not drawn up before it is over, nor by a scheme that there is not', async () => {
    expect(code(await takeStep(on, officer, 'draw', { ...asked, year: 2026 }))).toBe('not-over')
    expect(code(await takeStep(on, officer, 'draw', { ...asked, scheme: 'nothing' }))).toBe('unknown-scheme')
    expect(code(await takeStep(on, officer, 'draw', { ...asked, place: FENGMING }))).toBe('nobody-below')
  })

  test('is drawn up once, though it was sent twice at once, and anew only with a reason', async () => {
    const actionId = uuidv7()
    const twice = await Promise.all([1, 2].map(() => takeStep(on, officer, 'draw', { ...asked, actionId })))

    expect(twice.filter(({ kind }) => kind === 'value').length).toBeGreaterThanOrEqual(1)
    const drawn = await see(YUBEI)
    expect(drawn.versions).toMatchObject([{ version: 1, state: 'draft' }])
    expect(streetIn(drawn)?.sizeBand).toMatchObject({ code: 'small', from: 0 })
    expect(code(await takeStep(on, officer, 'draw', asked))).toBe('needs-why')
  })

  test('keeps what it read: later facts and records move no points', async () => {
    const before = streetIn(await see(YUBEI))
    await tellFacts(database.appPool, [
      {
        kind: 'visit.done',
        unit: FENGMING,
        on: '2025-06-01',
        quantity: 1,
        persons: persons.slice(10, 15),
        dimensions: { reason: 'routine', way: 'home' },
      },
      { kind: 'work.award', unit: FENGMING, on: '2025-09-01', quantity: 1, persons: [], dimensions: {} },
    ])

    expect(streetIn(await see(YUBEI))).toEqual(before)
  })

  test('is no business of the assessed before it is public', async () => {
    expect((await see(STREET, head)).own).toBeUndefined()
    expect((await see(YUBEI, supervisor)).versions).toEqual([])
    expect(code(await takeStep(on, head, 'object', { ...asked, place: STREET, version: 1, words: '漏了走访' }))).toBe('nothing-there')
  })

  test('is published by another hand', async () => {
    expect(code(await takeStep(on, officer, 'publish', { ...asked, version: 1 }))).toBe('own-draft')
    expect(code(await takeStep(on, approver, 'publish', { ...asked, version: 7 }))).toBe('nothing-there')
    expect(await takeStep(on, approver, 'publish', { ...asked, version: 1 })).toMatchObject({
      value: { state: 'published', objectionsTo: '2026-06-17' },
    })
    expect(code(await takeStep(on, approver, 'publish', { ...asked, version: 1 }))).toBe('wrong-state')
    expect((await see(STREET, head)).own).toMatchObject({ rank: 1, tier: 1, state: 'published', streak: 1 })
  })

  test('with other weights stands beside what is official, and nothing of it is kept', async () => {
    const other = streetIn(await see(YUBEI, officer, { weights: { visitedShare: 0 } }))

    expect(other?.whatIf?.score).not.toBe(other?.score)
    expect(streetIn(await see(YUBEI))?.whatIf).toBeUndefined()
  })
})

describe('an objection', () => {
  const against = { ...asked, place: STREET, version: 1, words: '六月的走访没有算进去' }

  test('is raised once by the place itself, not by its neighbours, and not too late', async () => {
    expect(code(await takeStep(on, worker, 'object', against))).toBe('not-found')
    expect(code(await takeStep(later, head, 'object', against))).toBe('too-late')
    expect(code(await takeStep(on, approver, 'lock', { ...asked, version: 1 }))).toBe('still-open')
    expect(await takeStep(on, head, 'object', against)).toMatchObject({ kind: 'value' })
    expect(code(await takeStep(on, head, 'object', against))).toBe('already-objected')
    expect(code(await takeStep(later, approver, 'lock', { ...asked, version: 1 }))).toBe('objections-open')
  })

  test('upheld stands in the way of the lock, until the year is drawn up anew', async () => {
    const objectionId = (await see(YUBEI)).objections[0]?.id
    const answer = { place: STREET, objectionId, isUpheld: true, words: '属实，重新计算' }

    expect(code(await takeStep(on, head, 'answer', answer))).toBe('not-permitted')
    expect(await takeStep(on, officer, 'answer', answer)).toMatchObject({ value: { isUpheld: true } })
    expect(code(await takeStep(on, approver, 'answer', answer))).toBe('already-answered')
    expect(code(await takeStep(later, approver, 'lock', { ...asked, version: 1 }))).toBe('objection-upheld')
    expect(await takeStep(on, officer, 'draw', { ...asked, why: '异议属实，重新计算' })).toMatchObject({ value: { version: 2 } })
    expect((await see(YUBEI)).versions.map(({ state }) => state)).toEqual(['superseded', 'draft'])
    expect(streetIn(await see(YUBEI))?.points.find(({ indicator }) => indicator === 'visitedShare')).toMatchObject({ value: 75 })
  })
})

test('an objection and a lock at once never both stand', async () => {
  // Years with a gap before the one whose streak is asked for below.
  for (const past of [2020, 2021, 2022]) {
    const year = { ...asked, year: past }
    await takeStep(on, officer, 'draw', year)
    await takeStep(on, approver, 'publish', { ...year, version: 1 })
    const [objected, locked] = await Promise.all([
      takeStep(on, head, 'object', { ...year, place: STREET, version: 1, words: '走访有漏' }),
      takeStep(later, approver, 'lock', { ...year, version: 1 }),
    ])

    expect([code(objected), code(locked)].filter((said) => said === undefined)).toHaveLength(1)
    expect(['wrong-state', 'objections-open', undefined]).toContain(code(objected) ?? code(locked))
  }
})

describe('a lock', () => {
  test('is the last word: the tier is a fact, and the streak of the next year counts it', async () => {
    await takeStep(on, approver, 'publish', { ...asked, version: 2 })

    expect(code(await takeStep(later, officer, 'lock', { ...asked, version: 2 }))).toBe('own-draft')
    expect(await takeStep(later, approver, 'lock', { ...asked, version: 2 })).toMatchObject({ value: { state: 'locked' } })
    expect(code(await takeStep(later, approver, 'lock', { ...asked, version: 2 }))).toBe('wrong-state')
    const { rows } = await database.ownerPool.query(
      `select unit_code, on_day::text, dimensions from spine.facts where kind = 'place.assessed' and unit_code = $1 and on_day = '2025-12-31'`,
      [STREET],
    )
    expect(rows).toEqual([{ unit_code: STREET, on_day: '2025-12-31', dimensions: { scheme: 'serviceYear', band: 'firstTier' } }])
    expect((await see(STREET, head)).own).toMatchObject({ state: 'locked', streak: 1 })
  })
})
