import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { NATION, type RegionCode } from '../../../../kernel/region-code.ts'
import type { Course } from '../entitlement/course.ts'
import { computeLines } from '../entitlement/lines.ts'
import { firstDay, monthIndex, nextJanuary } from '../entitlement/month.ts'
import { DISABILITY_KEYS, type KnownTable } from '../rates/rate-table.ts'
import { compileRates } from './compile-rates.ts'
import { type HoldingColumns, NEVER, runColumns } from './run-columns.ts'

const PLACES = ['500112000000', '500113000000'] as RegionCode[]
const WINDOW = { from: monthIndex('2024-01'), until: monthIndex('2025-01') }

const table = (version: string, place: RegionCode, effectiveFrom: string, first: bigint): KnownTable => ({
  version,
  layer: place === NATION ? 'national' : 'local',
  place,
  effectiveFrom: effectiveFrom as PlainDate,
  effectiveTo: null,
  knownOn: effectiveFrom as PlainDate,
  rows: DISABILITY_KEYS.map((key, at) => ({ ...key, unit: 'year', amountFen: first - BigInt(at) * 10_007n })),
})
const TABLES = [
  table('n22', NATION, '2022-08-01', 5_000_003n),
  table('n24', NATION, '2024-08-01', 5_500_001n),
  table('a24', PLACES[0] as RegionCode, '2024-03-01', 5_200_007n),
]
const RATES = compileRates(
  TABLES,
  DISABILITY_KEYS.map((key) => ({ key, times: 1 })),
  PLACES,
  WINDOW,
)

const month = fc.integer({ min: WINDOW.from - 6, max: WINDOW.until + 6 })
const maybe = fc.option(month, { nil: undefined })
const rate = fc.integer({ min: 0, max: DISABILITY_KEYS.length - 1 })
const one = fc.record({
  rate,
  after: rate,
  regraded: maybe,
  from: month,
  until: maybe,
  held: maybe,
  length: fc.integer({ min: 2, max: 8 }),
  moved: maybe,
})
type One = typeof one extends fc.Arbitrary<infer T> ? T : never

/** The same life, as the explained rules read it. */
function courseOf({ rate: at, after, regraded, from, until, held, length, moved }: One): Course {
  const [key, later] = [DISABILITY_KEYS[at], DISABILITY_KEYS[after]]
  const regrades =
    regraded === undefined ? [] : [{ on: firstDay(regraded), grade: later?.grade ?? 1, cause: later?.cause ?? ('war' as const) }]
  return {
    bornOn: '1960-01-01' as PlainDate,
    diedOn: null,
    place: PLACES[0] as RegionCode,
    moves: moved === undefined ? [] : [{ on: firstDay(moved), to: PLACES[1] as RegionCode }],
    suspensions: held === undefined ? [] : [{ reason: 'prison', from: firstDay(held - 1), to: firstDay(held + length) }],
    holdings: [
      {
        classCode: 'DIS',
        grade: key?.grade ?? 1,
        cause: key?.cause ?? 'war',
        period: null,
        approvedOn: firstDay(from),
        endedOn: until === undefined ? null : firstDay(until - 1),
        regrades,
        serviceYears: 0,
        leftArmyOn: null,
        isMinor: false,
        exemptUntil: null,
        isMental: false,
      },
    ],
  }
}

const columnsOf = (people: readonly One[]): HoldingColumns => ({
  count: people.length,
  rate: Uint16Array.from(people, (each) => each.rate),
  rateAfter: Uint16Array.from(people, ({ after }) => after),
  regradedAt: Int32Array.from(people, ({ regraded }) => regraded ?? NEVER),
  place: new Uint16Array(people.length),
  placeAfter: new Uint16Array(people.length).fill(1),
  movedAt: Int32Array.from(people, ({ moved }) => (moved === undefined ? NEVER : nextJanuary(firstDay(moved)))),
  from: Int32Array.from(people, ({ from }) => from),
  until: Int32Array.from(people, ({ until }) => until ?? NEVER),
  heldFrom: Int32Array.from(people, ({ held }) => held ?? NEVER),
  heldUntil: Int32Array.from(people, ({ held, length }) => (held === undefined ? NEVER : held + length)),
})

test('the columns pay each month to the fen what the explained rules pay', () => {
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 40 }), (people) => {
      const out = new Int32Array(people.length * RATES.months)
      const total = runColumns(columnsOf(people), RATES, out)

      const explained = people.flatMap((each) => {
        const paid = new Array<number>(RATES.months).fill(0)
        for (const line of computeLines(courseOf(each), TABLES, WINDOW).lines) paid[line.month - RATES.first] = Number(line.amountFen)
        return paid
      })

      expect(Array.from(out)).toEqual(explained)
      expect(total).toBe(explained.reduce((sum, fen) => sum + fen, 0))
    }),
    { seed: 4, numRuns: 300 },
  )
})
