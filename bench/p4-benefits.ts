/**
 * P4: a year of pensions, 12 months of a million people to the fen, by dated rates in two layers: the compiled rules at most
 * 1.5 times the time of a loop written by hand for the same (below), growth exponent 1.00 ± 0.05, and a late notice costs
 * in proportion to the months that it changes.
 *
 * First every amount is compared. `--people 100000` leaves the largest size out. The rates are compiled once a run; how long
 * that takes is said beside it.
 */
import { parseArgs } from 'node:util'
import type { PlainDate } from '../src/kernel/plain-date.ts'
import { NATION, type RegionCode } from '../src/kernel/region-code.ts'
import {
  backPayColumns,
  compileRates,
  DISABILITY_KEYS,
  type HoldingColumns,
  type KnownTable,
  monthIndex,
  NEVER,
  runColumns,
} from '../src/modules/benefits/index.ts'
import { alternate, milliseconds, mustBeAlike } from './support/placement/timed.ts'
import { median, print } from './support/promise.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '1000000' } } })
const LARGEST = Number(values.people)
const ROUNDS = 5
const say = (line: string): boolean => process.stdout.write(`P4 ${line}\n`)

const FROM = monthIndex('2024-01')
const MONTHS = 12
const PLACES = Array.from({ length: 40 }, (_, at) => `5001${String(at + 1).padStart(2, '0')}000000` as RegionCode)

const amount = (first: bigint, at: number): bigint => first - BigInt(at) * 300_007n
const table = (version: string, place: RegionCode, from: string, first: bigint): KnownTable => ({
  version,
  place,
  layer: place === NATION ? 'national' : 'local',
  effectiveFrom: from as PlainDate,
  effectiveTo: null,
  knownOn: from as PlainDate,
  rows: DISABILITY_KEYS.map((key, at) => ({ ...key, unit: 'year', amountFen: amount(first, at) })),
})
const OLD = 11_627_000n
const NEW = 13_188_000n
const localOf = (at: number): bigint => OLD + BigInt(at) * 50_003n
const TABLES = [
  table('n22', NATION, '2022-08-01', OLD),
  table('n24', NATION, '2024-08-01', NEW),
  ...PLACES.map((place, at) => table(`l${at}`, place, '2024-03-01', localOf(at))),
]
const KEYS = DISABILITY_KEYS.map((key) => ({ key, times: 1 }))
const WINDOW = { from: FROM, until: FROM + MONTHS }

/** A stream of numbers below 2^32, the same every time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  }
}

/** People of whom one in twenty was graded anew, moved, or was held back in the year, and one in ten begins or ends in it. */
function people(count: number): HoldingColumns {
  const next = dice(count)
  const [below, chance] = [(most: number) => (next() >>> 8) % most, (percent: number) => (next() >>> 8) % 100 < percent]
  const month = () => FROM + below(MONTHS)
  const held = Int32Array.from({ length: count }, () => (chance(5) ? month() : NEVER))
  return {
    count,
    rate: Uint16Array.from({ length: count }, () => below(KEYS.length)),
    rateAfter: Uint16Array.from({ length: count }, () => below(KEYS.length)),
    regradedAt: Int32Array.from({ length: count }, () => (chance(5) ? month() : NEVER)),
    place: Uint16Array.from({ length: count }, () => below(PLACES.length)),
    placeAfter: Uint16Array.from({ length: count }, () => below(PLACES.length)),
    movedAt: Int32Array.from({ length: count }, () => (chance(5) ? FROM : NEVER)),
    from: Int32Array.from({ length: count }, () => (chance(10) ? month() : FROM - 100)),
    until: Int32Array.from({ length: count }, () => (chance(10) ? month() : NEVER)),
    heldFrom: held,
    heldUntil: held.map((one) => (one === NEVER ? NEVER : one + 2)),
  }
}

/** The amounts by hand: the year's rate of a month from the three notices, and its twelfth. Numbers, for all are whole and small. */
function handRates(): Int32Array {
  const rates = new Int32Array(KEYS.length * PLACES.length * MONTHS)
  for (let key = 0; key < KEYS.length; key += 1) {
    for (let place = 0; place < PLACES.length; place += 1) {
      for (let month = 0; month < MONTHS; month += 1) {
        const floor = Number(amount(month >= 7 ? NEW : OLD, key))
        const local = month >= 2 ? Number(amount(localOf(place), key)) : 0
        const year = Math.max(floor, local)
        rates[(key * PLACES.length + place) * MONTHS + month] = Math.floor((year * (month + 1)) / 12) - Math.floor((year * month) / 12)
      }
    }
  }
  return rates
}

/** The loop by hand: each person, each month, what holds. */
function byHand(columns: HoldingColumns, rates: Int32Array, out: Int32Array): number {
  const { count, rate, rateAfter, regradedAt, place, placeAfter, movedAt, from, until, heldFrom, heldUntil } = columns
  let total = 0
  for (let row = 0; row < count; row += 1) {
    for (let at = 0; at < MONTHS; at += 1) {
      const month = FROM + at
      if (month < (from[row] as number) || month >= (until[row] as number)) continue
      if (month >= (heldFrom[row] as number) && month < (heldUntil[row] as number)) continue
      const which = (month >= (regradedAt[row] as number) ? rateAfter[row] : rate[row]) as number
      const where = (month >= (movedAt[row] as number) ? placeAfter[row] : place[row]) as number
      const fen = rates[(which * PLACES.length + where) * MONTHS + at] as number
      out[row * MONTHS + at] = fen
      total += fen
    }
  }
  return total
}

const begun = performance.now()
const rates = compileRates(TABLES, KEYS, PLACES, WINDOW)
say(`${TABLES.length} tables compiled in ${(performance.now() - begun).toFixed(0)} ms`)
const hand = handRates()
mustBeAlike('rates', rates.share, hand)

function measure(count: number): { ours: number; peer: number } {
  const columns = people(count)
  const [mine, theirs] = [new Int32Array(count * MONTHS), new Int32Array(count * MONTHS)]
  const [ours, peer] = [runColumns(columns, rates, mine), byHand(columns, hand, theirs)]
  if (ours !== peer) throw new Error(`the sums differ: ${ours} and ${peer}`)
  mustBeAlike('amounts', mine, theirs)
  // A small size is run often enough to be measured at all.
  const times = Math.max(1, Math.round(1_000_000 / count))
  const often = (work: () => unknown) => () => {
    for (let time = 0; time < times; time += 1) work()
  }
  const taken = alternate(ROUNDS, {
    ours: often(() => runColumns(columns, rates, mine)),
    peer: often(() => byHand(columns, hand, theirs)),
  })
  say(`${count} people: sum ${ours} fen, alike in every month; ${((1e6 * taken.ours) / (times * count)).toFixed(0)} ns a person`)
  return { ours: taken.ours / times, peer: taken.peer / times }
}

const sizes = [10_000, 100_000, LARGEST].filter((size, at, all) => all.indexOf(size) === at)
const measured = sizes.map((size) => ({ size, ...measure(size) }))
for (const { size, ours, peer } of measured)
  print({
    name: `P4 ${size} people x 12 months, against a loop by hand`,
    ours,
    peer,
    unit: 'ms',
    ratio: ours / peer,
    promise: { kind: 'at most', bound: 1.5 },
  })
for (const [at, large] of measured.slice(1).entries()) {
  const small = measured[at]
  if (!small) continue
  print({
    name: `P4 growth exponent from ${small.size} to ${large.size} people`,
    ours: large.ours,
    peer: small.ours,
    unit: 'ms',
    ratio: Math.log(large.ours / small.ours) / Math.log(large.size / small.size),
    promise: { kind: 'at most', bound: 1.05 },
  })
}

/** A late notice that raises some of the rates by 13 %: only those whose rate it is are walked. */
function late(columns: HoldingColumns, share: number): { taken: number; lines: number } {
  const changed = Math.round(KEYS.length * share)
  const after = { ...rates, share: rates.share.map((fen, at) => (at < changed * PLACES.length * MONTHS ? Math.floor(fen * 1.13) : fen)) }
  const rows = Uint32Array.from(
    Array.from({ length: columns.count }, (_, row) => row).filter(
      (row) => Math.min(columns.rate[row] as number, columns.rateAfter[row] as number) < changed,
    ),
  )
  const out = new Int32Array(columns.count * MONTHS)
  let lines = 0
  const times = Array.from({ length: ROUNDS + 1 }, () =>
    milliseconds(() => {
      lines = backPayColumns(columns, { before: rates, after, rows }, out).lines
    }),
  )
  return { taken: median(times.slice(1)), lines }
}
const columns = people(LARGEST)
const [few, many] = [late(columns, 0.1), late(columns, 1)]
say(`back-pay of ${few.lines} and ${many.lines} person-months`)
print({
  name: 'P4 growth exponent of back-pay by affected person-months',
  ours: many.taken,
  peer: few.taken,
  unit: 'ms',
  ratio: Math.log(many.taken / few.taken) / Math.log(many.lines / few.lines),
  promise: { kind: 'at most', bound: 1.05 },
})
