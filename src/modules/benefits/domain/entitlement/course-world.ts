import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { NATION, type RegionCode } from '../../../../kernel/region-code.ts'
import type { KnownTable, RateRow } from '../rates/rate-table.ts'
import type { Course, Holding } from './course.ts'
import { type Asked, computeLines } from './lines.ts'
import { monthIndex, monthText } from './month.ts'

/** Two counties of one city. */
export const YUBEI = '500112000000' as RegionCode
export const BANAN = '500113000000' as RegionCode
export const day = (text: string) => text as PlainDate

type GivenRow = Partial<RateRow> & { amountFen: string | bigint }

const rowOf = (row: GivenRow): RateRow =>
  ({ grade: null, cause: null, period: null, unit: 'year', ...row, amountFen: BigInt(row.amountFen) }) as RateRow

/** The tables of the nation as the file of the program writes them, each known on the day from which it holds. */
export function nationalTables(shipped: string): KnownTable[] {
  const { tables } = JSON.parse(shipped) as { tables: { version: string; effectiveFrom: string; rows: GivenRow[] }[] }
  return tables.map(({ version, effectiveFrom, rows }) => ({
    version,
    layer: 'national',
    place: NATION,
    effectiveFrom: day(effectiveFrom),
    effectiveTo: null,
    knownOn: day(effectiveFrom),
    rows: rows.map(rowOf),
  }))
}

/** One rate of a place, from 2024 on. */
export const local = (version: string, place: RegionCode, row: Partial<RateRow> & { amountFen: bigint }): KnownTable => ({
  version,
  layer: 'local',
  place,
  effectiveFrom: day('2024-01-01'),
  effectiveTo: null,
  knownOn: day('2024-01-01'),
  rows: [rowOf(row)],
})

/** Disabled on duty, grade 5, since 2015, where nothing else is given. */
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

/** A person of 渝北区 who holds that. */
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

/** `2024-08 pension DIS 474900`: what is paid, a line a month. */
export const tellLines = (one: Course, asked: Asked, tables: readonly KnownTable[]): string[] =>
  computeLines(one, tables, asked).lines.map(
    ({ month, kind, classCode, amountFen }) => `${monthText(month)} ${kind} ${classCode} ${amountFen}`,
  )
