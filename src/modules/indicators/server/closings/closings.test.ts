import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { close, closers, seeMonth } from '../../../../../test/closing-world.ts'
import { openTestDatabase, type TestDatabase } from '../../../../../test/database/clone.ts'
import { tellFacts } from '../../../../../test/figures/told-facts.ts'
import { CHONGQING, divisions, FENGMING, ground, NEIGHBOUR, STREET, TODAY, YUBEI } from '../../../../../test/world.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import type { Ground } from '../../../../platform/actions/run-action.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { SeenClosing } from '../../contract.ts'
import { figureOf } from '../../index.ts'

const month = '2026-05'
const { worker, head, county, clerk, province, supervisor, neighbour } = closers
const code = (answer: unknown) => (answer as { refusal?: { code: string }; problem?: { code: string } }).refusal?.code
const done = (state: string, version = 1) => ({ kind: 'value', value: { state, version } })

let database: TestDatabase
let on: Ground

const station = (unit: string, on: string) => ({
  kind: 'unit.open',
  unit,
  on,
  quantity: 1,
  persons: [],
  dimensions: { kind: 'station', tier: 'village' },
})
const visit = (unit: string, day: string, quantity = 1) => ({
  kind: 'visit.done',
  unit,
  on: day,
  quantity,
  persons: ['0198a000-0000-7000-8000-000000000001'],
  dimensions: { reason: 'routine', way: 'home' },
})

beforeAll(async () => {
  database = await openTestDatabase()
  await divisions(database)
  on = ground(database)
  await tellFacts(database.appPool, [
    ...[FENGMING, NEIGHBOUR, STREET, YUBEI].map((unit) => station(unit, '2020-01-01')),
    visit(FENGMING, '2026-05-03'),
    visit(NEIGHBOUR, '2026-05-04', 2),
    visit(STREET, '2026-05-05'),
  ])
})

afterAll(() => database.close())

const see = async (place: string, who: typeof head = county): Promise<SeenClosing> =>
  ((await seeMonth(on, who, { place, month })) as unknown as { value: SeenClosing }).value

const lineOf = ({ lines }: SeenClosing, code: string) => lines.find((line) => line.code === code)

const cited = () =>
  withScope(database.appPool, rangeOf(CHONGQING), 'read', (tx) =>
    figureOf(
      { tx, now: '2026-06-10T02:00:00.000Z', today: TODAY },
      {
        code: 'visits',
        place: CHONGQING as string as RegionCode,
        period: { from: '2026-05-01' as PlainDate, to: '2026-05-31' as PlainDate },
      },
    ),
  )

describe('a month goes up', () => {
  test('not before it is over', async () => {
    expect(code(await close(on, worker, 'confirm', { place: FENGMING, month: '2026-06' }))).toBe('not-over')
  })

  test('from the stations: a street waits for them, or says why it does not', async () => {
    const early = await close(on, head, 'confirm', { place: STREET, month })

    expect(early).toMatchObject({ kind: 'refusal', refusal: { code: 'below-missing', places: [{ code: FENGMING }, { code: NEIGHBOUR }] } })
    expect(await close(on, worker, 'confirm', { place: FENGMING, month })).toMatchObject(done('confirmed'))
    expect(code(await close(on, worker, 'confirm', { place: FENGMING, month }))).toBe('already-confirmed')
  })

  test('by one confirmation, however many are sent at once', async () => {
    const both = await Promise.all([1, 2].map(() => close(on, head, 'confirm', { place: NEIGHBOUR, month })))

    expect(both.map(code).toSorted()).toEqual(['already-confirmed', undefined])
    expect(code(await close(on, head, 'accept', { place: NEIGHBOUR, month }))).toBe('own-confirmation')
    expect(await close(on, county, 'accept', { place: NEIGHBOUR, month })).toMatchObject(done('accepted'))
  })

  test('is returned with a reason and confirmed again, and the returned version stays', async () => {
    expect(await close(on, head, 'return', { place: FENGMING, month, why: '五月四日的走访没有登记' })).toMatchObject(done('returned'))
    expect(code(await close(on, head, 'accept', { place: FENGMING, month }))).toBe('nothing-to-settle')
    await tellFacts(database.appPool, [visit(FENGMING, '2026-05-04')])

    expect(await close(on, worker, 'confirm', { place: FENGMING, month })).toMatchObject(done('confirmed', 2))
    expect(await close(on, head, 'accept', { place: FENGMING, month })).toMatchObject(done('accepted', 2))

    const { versions } = await see(FENGMING)
    expect(versions.map(({ version, state, returnedWhy }) => [version, state, returnedWhy])).toEqual([
      [1, 'returned', '五月四日的走访没有登记'],
      [2, 'accepted', null],
    ])
  })

  test('not on figures that have moved below', async () => {
    await tellFacts(database.appPool, [visit(FENGMING, '2026-05-06')])

    expect(await close(on, head, 'confirm', { place: STREET, month })).toMatchObject({
      refusal: { code: 'below-moved', places: [{ code: FENGMING }] },
    })

    await tellFacts(database.appPool, [visit(FENGMING, '2026-05-06', -1)])
    expect(await close(on, head, 'confirm', { place: STREET, month })).toMatchObject(done('confirmed'))
    expect(code(await close(on, county, 'return', { place: FENGMING, month, why: '太晚了，街道已核定' }))).toBe('above-confirmed')
  })

  test('to the province, which locks all of it: what each states adds up', async () => {
    expect(await close(on, county, 'accept', { place: STREET, month })).toMatchObject(done('accepted'))
    expect(await close(on, county, 'confirm', { place: YUBEI, month })).toMatchObject(done('confirmed'))
    expect(await close(on, clerk, 'accept', { place: YUBEI, month })).toMatchObject(done('accepted'))
    expect(await close(on, clerk, 'confirm', { place: CHONGQING, month })).toMatchObject(done('confirmed'))
    expect(code(await close(on, province, 'lock', { place: YUBEI, month }))).toBe('not-a-province')

    expect(await close(on, province, 'lock', { place: CHONGQING, month })).toMatchObject({ value: { state: 'locked', places: 5 } })

    const stated = async (place: string) => lineOf(await see(place, clerk), 'visits')?.stated?.value ?? 0
    expect(await stated(CHONGQING)).toBe(5)
    expect(await stated(STREET)).toBe((await stated(FENGMING)) + (await stated(NEIGHBOUR)) + 1)
  })
})

describe('a locked month', () => {
  test('does not move when facts come later: the difference shows, and is taken up in a new version', async () => {
    expect(code(await close(on, worker, 'confirm', { place: FENGMING, month }))).toBe('nothing-changed')
    await tellFacts(database.appPool, [visit(FENGMING, '2026-05-20')])

    expect(await cited()).toMatchObject({ value: 5, live: 6, status: 'locked', version: 1 })
    expect(code(await close(on, worker, 'confirm', { place: FENGMING, month }))).toBe('needs-why')
    expect(await close(on, worker, 'confirm', { place: FENGMING, month, why: '补登五月二十日走访' })).toMatchObject(done('confirmed', 3))
    expect(await cited()).toMatchObject({ value: 5, live: 6, status: 'locked', version: 1 })

    const seen = await see(STREET)
    expect(seen.below.find((one) => String(one.code) === FENGMING)).toMatchObject({ closing: { version: 3, state: 'confirmed' } })
    expect(lineOf(seen, 'visits')).toEqual({ code: 'visits', live: { value: 6 }, stated: { value: 5 } })
  })
})

test('what is derived is confirmed and locked with the rest: tiers, years, kinds and places', async () => {
  const { lines } = await see(CHONGQING, clerk)
  const delivery = {
    kind: 'delivery.made',
    unit: STREET,
    on: '2026-05-21',
    quantity: 1,
    persons: ['0198a000-0000-7000-8000-000000000001'],
    dimensions: { delivery: 'policy' },
  }

  expect(lines.filter(({ code }) => ['networkTiers', 'networkYears', 'deliveryKinds', 'largeBandStations'].includes(code))).toEqual([
    { code: 'deliveryKinds', live: { value: 0 }, stated: { value: 0 } },
    { code: 'networkTiers', live: { value: 1 }, stated: { value: 1 } },
    { code: 'networkYears', live: { value: 6 }, stated: { value: 6 } },
    { code: 'largeBandStations', live: { value: 0 }, stated: { value: 0 } },
  ])
  await tellFacts(database.appPool, [delivery])

  expect(lineOf(await see(CHONGQING, clerk), 'deliveryKinds')).toEqual({ code: 'deliveryKinds', live: { value: 1 }, stated: { value: 0 } })
})

describe('nobody', () => {
  test('confirms elsewhere, settles without the right, or sees the months of others', async () => {
    const elsewhere = await close(on, neighbour, 'confirm', { place: FENGMING, month })
    expect(elsewhere).toEqual({ kind: 'problem', problem: { code: 'not-found' } })
    expect(await seeMonth(on, neighbour, { place: FENGMING, month })).toEqual({ kind: 'problem', problem: { code: 'not-found' } })
    for (const [who, step] of [
      [supervisor, 'confirm'],
      [worker, 'accept'],
      [county, 'lock'],
      [province, 'confirm'],
    ] as const)
      expect(await close(on, who, step, { place: who === province ? CHONGQING : FENGMING, month })).toMatchObject({
        problem: { code: 'not-permitted' },
      })
  })

  test('settles the own figures', async () => {
    expect(code(await close(on, head, 'accept', { place: STREET, month }))).toBe('not-from-above')
  })
})

test('who is late, and by when it was due, stands beside each place below', async () => {
  const april = (await seeMonth(on, head, { place: STREET, month: '2026-04' })) as unknown as { value: SeenClosing }

  expect(april.value.below.map((one) => [one.code, one.isExpected, one.isLate])).toEqual([
    [FENGMING, true, true],
    [NEIGHBOUR, true, true],
  ])
  expect(april.value.dueOn).toBe('2026-05-05')
})
