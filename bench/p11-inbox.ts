/**
 * P11: the inbox by deadline with 2,000,000 open matters in 广东, under row-level security, signed in, over HTTP: API p99 at
 * most 50 ms for an officer of each tier, first pages and later ones (issue 3, must show 7).
 *
 * Answers are compared with a plain look at every matter first. `--matters 100000` for a smaller run.
 */
import { parseArgs } from 'node:util'
import { regionOf } from '../src/kernel/region-code.ts'
import { loadDivisions } from '../src/modules/network/index.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { fillMatters } from './support/inbox/fill-matters.ts'
import { type Officers, openOfficers } from './support/inbox/officers.ts'
import { BENCH_KEY, type Bench, openBench } from './support/open-bench.ts'
import { median, percentile, print, seconds } from './support/promise.ts'
import { loadPeople } from './support/search/load-people.ts'
import { listVillages, PROVINCE, pickPlaces, type Searched } from './support/search/places.ts'

const { values } = parseArgs({ options: { matters: { type: 'string', default: '2000000' } } })
const MATTERS = Number(values.matters)
const PEOPLE = Math.min(200_000, MATTERS)
const ROUNDS = 60
const WARM_UP = 20
const BOUND = 50
const SEATS = { village: 'station', township: 'township', county: 'county', city: 'city', province: 'province' } as const

type Tier = keyof typeof SEATS

const say = (line: string): boolean => process.stdout.write(`P11 ${line}\n`)

/** The first hundred matters that wait at a place, by a plain sort of all of them. */
async function plainly({ database }: Bench, { unitCode, tier }: Searched): Promise<string[]> {
  const { rows } = await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
    tx.query<{ id: string }>(
      `with all_of_them as materialized (select id, due_on, holder, holder_place, closed_on from casework.matters)
       select id from all_of_them where holder_place = $1 and holder = $2 and closed_on is null order by due_on, id limit 100`,
      [regionOf(unitCode), SEATS[tier as Tier]],
    ),
  )
  return rows.map(({ id }) => id)
}

async function compare(bench: Bench, officers: Officers, place: Searched): Promise<void> {
  const { inbox: first } = await officers.read(place.tier as Tier, { limit: 50 })
  const second = first.next === undefined ? undefined : await officers.read(place.tier as Tier, { limit: 50, cursor: first.next })
  const seen = [...first.rows, ...(second?.inbox.rows ?? [])].map(({ id }) => id)
  const expected = await plainly(bench, place)
  if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error(`the inbox of the ${place.tier} is not what a plain look gives`)
  say(`${place.tier} ${place.unitCode}: the first ${seen.length} of its matters are those of a plain look`)
}

async function measure(officers: Officers, place: Searched): Promise<void> {
  const times: number[] = []
  let cursor: string | undefined
  for (let round = 0; round < WARM_UP + ROUNDS * 5; round += 1) {
    const { inbox, milliseconds } = await officers.read(place.tier as Tier, { limit: 50, ...(cursor === undefined ? {} : { cursor }) })
    cursor = round % 5 === 4 ? undefined : inbox.next
    if (round >= WARM_UP) times.push(milliseconds)
  }
  const p99 = percentile(times, 0.99)
  say(`${place.tier}: ${median(times).toFixed(2)} ms (median)`)
  print({
    name: `P11 inbox of a ${place.tier}`,
    ours: p99,
    peer: BOUND,
    unit: 'ms',
    ratio: p99 / BOUND,
    promise: { kind: 'at most', bound: 1 },
  })
}

const bench = await openBench()
try {
  const { secrets } = bench
  const { ownerPool } = bench.database
  await loadDivisions(ownerPool, { regions: [PROVINCE] })
  const villages = await listVillages(ownerPool)
  await loadPeople(ownerPool, { people: PEOPLE, units: villages, masterKey: BENCH_KEY })
  say(
    `${MATTERS} matters entered in ${(await seconds(() => fillMatters(ownerPool, { matters: MATTERS, people: PEOPLE, province: PROVINCE }))).toFixed(0)} s`,
  )
  const places = pickPlaces(villages)
  const units = Object.fromEntries(places.map(({ tier, unitCode }) => [tier, unitCode]))
  const officers = await openOfficers({ database: bench.database, secrets, units })
  try {
    for (const place of places) await compare(bench, officers, place)
    for (const place of places) await measure(officers, place)
  } finally {
    await officers.close()
  }
} finally {
  await bench.close()
}
