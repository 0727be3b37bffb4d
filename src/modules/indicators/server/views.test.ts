import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { tellFacts } from '../../../../test/figures/told-facts.ts'
import type { AccountId } from '../../../kernel/id.ts'
import { UnitCode } from '../../../kernel/region-code.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import { atWork } from '../../../platform/access/at-work.ts'
import type { Ground } from '../../../platform/actions/run-action.ts'
import { runView } from '../../../platform/actions/run-view.ts'
import { clockAt } from '../../../platform/clock/clock.ts'
import { openSecrets } from '../../../platform/secrets/secrets.ts'
import { loadDivisions } from '../../network/index.ts'
import { emitPlaces } from './place-facts.ts'
import { views } from './views.ts'

const [city, county, township, sister] = ['440100000000', '440103000000', '440103001000', '440103002000'] as const
const period = { from: '2026-06-01', to: '2026-06-30' }

let database: TestDatabase
let ground: Ground

const person = (at: number): string => `0198a000-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`
const registered = (unit: string, at: number) => ({
  kind: 'person.registered',
  unit,
  on: '2026-01-10',
  quantity: 1,
  persons: [person(at)],
  dimensions: { sex: 'male' },
})
const visit = (unit: string, at: number) => ({
  kind: 'visit.done',
  unit,
  on: '2026-06-10',
  quantity: 1,
  persons: [person(at)],
  dimensions: { reason: 'routine', way: 'home' },
})

beforeAll(async () => {
  database = await openTestDatabase()
  ground = {
    pool: database.appPool,
    clock: clockAt('2026-06-30T02:00:00Z'),
    secrets: openSecrets({ masterKey: randomBytes(32), profile: 'gm' }),
  }
  await loadDivisions(database.ownerPool, { regions: ['440103'] })
  await tellFacts(database.appPool, [
    ...Array.from({ length: 40 }, (_, at) => registered(township, at)),
    ...Array.from({ length: 5 }, (_, at) => registered(sister, 50 + at)),
    ...Array.from({ length: 10 }, (_, at) => visit(township, at)),
    visit(sister, 50),
  ])
})

afterAll(() => database.close())

const actorAt = (place: string): Actor =>
  atWork({ accountId: uuidv7() as AccountId, name: '李敏', unitCode: UnitCode.parse(place), roles: ['countyOfficer'] })

function see(name: string, actor: Actor, input: unknown) {
  const view = views.find(({ contract }) => contract.name === name)
  if (!view) throw new Error(`no view ${name}`)
  return runView(ground, view, { actor, input })
}

describe('a figure', () => {
  const asked = { codes: ['visitedShare'], place: county, period, compare: true }

  test('of the own place comes with its parts and what it is compared with', async () => {
    const answer = await see('figure.read', actorAt(county), asked)

    expect(answer).toMatchObject({
      kind: 'value',
      value: {
        rows: [{ code: 'visitedShare', key: '', numerator: 11, denominator: 45, previous: { value: 0 }, lastYear: { value: null } }],
      },
    })
  })

  test.each(['figure.read', 'figure.dashboard', 'figure.ranking', 'figure.rows'])('of a place above is not found by %s', async (name) => {
    const answer = await see(name, actorAt(county), { ...asked, place: city, code: 'visits', strip: ['visits'], focus: 'visits' })

    expect(answer).toEqual({ kind: 'problem', problem: { code: 'not-found' } })
  })
})

test('a ranking leaves a place with few people without a rank', async () => {
  const answer = await see('figure.ranking', actorAt(county), { code: 'visitedShare', place: county, period })

  const rows = (answer as { value: { rows: { code: string; rank: number | null; value: number | null }[] } }).value.rows
  expect(rows[0]).toMatchObject({ code: township, rank: 1, value: 25 })
  expect(rows.find(({ code }) => code === sister)).toMatchObject({ rank: null, value: 20 })
})

test('a dashboard shows strip, children, trend and ranking of one moment', async () => {
  const answer = await see('figure.dashboard', actorAt(county), {
    place: county,
    period,
    strip: ['clients', 'visits'],
    focus: 'visitedShare',
  })

  const { value } = answer as { value: { strip: { value: number }[]; tiles: { key: string }[]; trend: { key: string }[] } }
  expect(value.strip.map((figure) => figure.value)).toEqual([45, 11])
  expect(value.tiles.at(-1)?.key).toBe('own')
  expect(value.trend.map(({ key }) => key).slice(-2)).toEqual(['2026-05', '2026-06'])
})

test('places are told once, however often they are loaded', async () => {
  const first = await emitPlaces(database.ownerPool)

  expect(first).toBeGreaterThan(200)
  expect(await emitPlaces(database.ownerPool)).toBe(0)
})
