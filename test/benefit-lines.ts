import { readFileSync } from 'node:fs'
import type { PlainDate } from '../src/kernel/plain-date.ts'
import { NATION, type RegionCode } from '../src/kernel/region-code.ts'
import type { Course, Holding } from '../src/modules/benefits/domain/entitlement/course.ts'
import { type Asked, computeLines } from '../src/modules/benefits/domain/entitlement/lines.ts'
import { monthIndex, monthText } from '../src/modules/benefits/domain/entitlement/month.ts'
import type { KnownTable, RateRow } from '../src/modules/benefits/domain/rates/rate-table.ts'

export const YUBEI = '500112000000' as RegionCode
export const BANAN = '500113000000' as RegionCode
export const day = (text: string) => text as PlainDate

export const shipped = (
  JSON.parse(readFileSync('data/benefits/national-tables.json', 'utf8')) as {
    tables: { version: string; effectiveFrom: string; rows: (Partial<RateRow> & { amountFen: string })[] }[]
  }
).tables
export const rowOf = (row: Partial<RateRow> & { amountFen: string | bigint }): RateRow =>
  ({ grade: null, cause: null, period: null, unit: 'year', ...row, amountFen: BigInt(row.amountFen) }) as RateRow
export const national: KnownTable[] = shipped.map(({ version, effectiveFrom, rows }) => ({
  version,
  layer: 'national',
  place: NATION,
  effectiveFrom: day(effectiveFrom),
  effectiveTo: null,
  knownOn: day(effectiveFrom),
  rows: rows.map(rowOf),
}))
/** The tables of 2024 arrive at the county on 22 January 2025, as in Lanzhou New Area. */
export const late = national.map((table) => (table.effectiveFrom === '2024-08-01' ? { ...table, knownOn: day('2025-01-22') } : table))
export const local = (version: string, place: RegionCode, row: Partial<RateRow> & { amountFen: bigint }): KnownTable => ({
  version,
  layer: 'local',
  place,
  effectiveFrom: day('2024-01-01'),
  effectiveTo: null,
  knownOn: day('2024-01-01'),
  rows: [rowOf(row)],
})

export const holding = (given: Partial<Holding> = {}): Holding => ({
  classCode: 'DIS',
  grade: 5,
  cause: 'duty',
  period: null,
  approvedOn: day('2015-03-20'),
  endedOn: null,
  regrades: [],
  serviceYears: 0,
  leftArmyOn: null,
  isMinor: false,
  exemptUntil: null,
  isMental: false,
  ...given,
})
export const course = (given: Partial<Course> = {}): Course => ({
  bornOn: day('1962-08-01'),
  diedOn: null,
  place: YUBEI,
  moves: [],
  holdings: [holding()],
  suspensions: [],
  ...given,
})
export const window = (from: string, until: string): Asked => ({ from: monthIndex(from), until: monthIndex(until) })
export const told = (one: Course, asked: Asked, tables = national) =>
  computeLines(one, tables, asked).lines.map(
    ({ month, kind, classCode, amountFen }) => `${monthText(month)} ${kind} ${classCode} ${amountFen}`,
  )
export const months = (one: Course, asked: Asked, tables = national) =>
  computeLines(one, tables, asked).lines.map(({ month }) => monthText(month))
export const sum = (one: Course, asked: Asked, tables = national) =>
  computeLines(one, tables, asked).lines.reduce((total, { amountFen }) => total + amountFen, 0n)
