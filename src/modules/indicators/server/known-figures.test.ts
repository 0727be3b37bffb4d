import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../test/database/clone.ts'
import { type ToldFact, tellFacts, wholeNation } from '../../../../test/figures/told-facts.ts'
import { CHONGQING, divisions, ELSEWHERE, FENGMING, NEIGHBOUR, TODAY, YUBEI } from '../../../../test/world.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { withScope } from '../../../platform/database/scope.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { listIndicators } from './figure-list.ts'
import { inOneSnapshot } from './figures.ts'
import { foldOnce } from './fold.ts'
import { readKnownFigure } from './known-figures.ts'
import { emitPlaces } from './place-facts.ts'
import { readFigure } from './read-figure.ts'

const database = await openTestDatabase()
afterAll(database.close)

/** An instant after which nothing has been recorded. */
const LATER = '9999-01-01T00:00:00Z'
const PERSONS = Array.from({ length: 12 }, () => uuidv7())
const PERIODS = [
  ['2026-01-01', '2026-06-30'],
  ['2026-03-01', '2026-03-31'],
  ['2026-02-11', '2026-04-09'],
] as const

/** Facts of every form, some taken back, over sixteen months. */
const FACTS: readonly ToldFact[] = Array.from({ length: 400 }, (_, at) => {
  const kind = ['visit.done', 'delivery.made', 'person.registered', 'visit.goodsFen', 'staff.post', 'unit.open'][at % 6] ?? 'visit.done'
  const [month, day] = [String(((at * 5) % 6) + 1).padStart(2, '0'), String(((at * 7) % 27) + 1).padStart(2, '0')]
  return {
    kind,
    unit: [FENGMING, NEIGHBOUR, ELSEWHERE, YUBEI][(at * 3) % 4] ?? FENGMING,
    on: `${at % 4 === 0 ? 2025 : 2026}-${month}-${day}`,
    quantity: at % 17 === 0 ? -1 : (at % 3) + 1,
    persons: kind === 'visit.goodsFen' ? [] : [PERSONS[at % 12] ?? '', PERSONS[(at * 5 + 1) % 12] ?? ''],
    dimensions: { way: at % 2 === 0 ? 'home' : 'phone', delivery: 'policy', postType: 'fullTime', kind: 'station', reason: 'armyDay' },
  }
})

beforeAll(async () => {
  await divisions(database)
  await tellFacts(database.appPool, FACTS)
})

const reading = <T>(work: (tx: Tx) => Promise<T>) =>
  withScope(database.appPool, wholeNation, 'read', async (tx) => {
    await inOneSnapshot(tx)
    return await work(tx)
  })

const codes = listIndicators(TODAY as PlainDate).map(({ code }) => code)

test.each(PERIODS)('known to the end, every indicator from %s to %s is what the store says, whole and by child', async (from, to) => {
  const period = { from: from as PlainDate, to: to as PlainDate }
  for (const place of [CHONGQING, YUBEI, FENGMING] as unknown as RegionCode[]) {
    const asked = { codes, place, period, compare: true } as const
    const [live, known] = await reading(async (tx) => [
      await readFigure(tx, { ...asked, by: 'none' }),
      await readKnownFigure(tx, { ...asked, by: 'none', before: LATER }),
    ])
    expect(known).toEqual(live)

    const [liveBelow, knownBelow] = await reading(async (tx) => [
      await readFigure(tx, { ...asked, by: 'children', compare: false }),
      await readKnownFigure(tx, { ...asked, by: 'children', compare: false, before: LATER }),
    ])
    expect(knownBelow).toEqual(liveBelow.filter(({ key }) => key !== 'own'))
  }
})

test('divisions have always been known: none of them by the chance of its id only later', async () => {
  await emitPlaces(database.ownerPool)
  const period = { from: '2026-01-01' as PlainDate, to: '2026-06-30' as PlainDate }
  const asked = { codes: ['places'], place: CHONGQING as string as RegionCode, period, compare: false, by: 'none' } as const
  const [live, known] = await reading(async (tx) => [
    await readFigure(tx, asked),
    await readKnownFigure(tx, { ...asked, before: '2000-01-01T00:00:00Z' }),
  ])
  const { rows } = await database.ownerPool.query<{ late: number }>(
    `select count(*) filter (where spine.recorded_at(id) > '-infinity')::int as late from spine.facts where kind = 'place.exists'`,
  )
  expect(rows).toEqual([{ late: 0 }])
  expect(known).toEqual(live)
})

test('before anything was recorded there is nothing', async () => {
  const period = { from: '2026-01-01' as PlainDate, to: '2026-06-30' as PlainDate }
  const place = CHONGQING as string as RegionCode
  const figures = await reading((tx) =>
    readKnownFigure(tx, {
      codes: ['visits', 'visited', 'clients'],
      place,
      period,
      by: 'none',
      compare: false,
      before: '2000-01-01T00:00:00Z',
    }),
  )

  expect(figures.map(({ value }) => value)).toEqual([0, 0, 0])
})

test('of a past day they are what was said on it, whatever has been recorded or taken back since', async () => {
  const places = [CHONGQING, YUBEI, FENGMING] as unknown as RegionCode[]
  const asked = places.flatMap((place) =>
    PERIODS.map(
      ([from, to]) => ({ codes, place, period: { from: from as PlainDate, to: to as PlainDate }, by: 'none', compare: true }) as const,
    ),
  )
  const said = await reading(async (tx) => await Promise.all(asked.map((one) => readFigure(tx, one))))
  await sleep(5)
  const before = new Date().toISOString()
  await sleep(5)
  const later = FACTS.filter((_, at) => at % 3 > 0).map((one, at) => ({
    ...one,
    quantity: at % 2 === 0 ? -one.quantity : 2,
    on: at % 5 === 0 ? '2026-04-09' : one.on,
    persons: at % 4 === 0 ? one.persons.toReversed().slice(0, 1) : one.persons,
  }))
  await tellFacts(database.appPool, later)
  const known = () => reading(async (tx) => await Promise.all(asked.map((one) => readKnownFigure(tx, { ...one, before }))))

  expect(await reading(async (tx) => await Promise.all(asked.map((one) => readFigure(tx, one))))).not.toEqual(said)
  expect(await known()).toEqual(said)
  await foldOnce(database.appPool)
  expect(await known()).toEqual(said)
})
