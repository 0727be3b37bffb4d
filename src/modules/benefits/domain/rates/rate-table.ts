import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'

/** Classes that have a rate of their own. Police, militia and other disabled people follow `DIS`. */
export const RATED_CLASSES = [
  'DIS',
  'KIN-M',
  'KIN-D',
  'KIN-I',
  'RED-ARMY',
  'RED-WEST',
  'RED-LOST',
  'DEMOB',
  'SICK-HOME',
  'WAR',
  'TEST',
  'RURAL60',
  'MARTYR-CHILD60',
  'WAGE',
] as const
export type RatedClass = (typeof RATED_CLASSES)[number]

export const CAUSES = ['war', 'duty', 'illness'] as const
export type Cause = (typeof CAUSES)[number]

/** 在乡复员军人 by when they enlisted: 抗日战争, 解放战争, 建国后 (until 1954-10-31). */
export const PERIODS = ['resistance', 'liberation', 'founding'] as const
export type Period = (typeof PERIODS)[number]

/** `serviceYear`: a year, for each year of conscript service; `serviceMonth`: a month, for each such year. */
export const RATE_UNITS = ['year', 'month', 'serviceYear', 'serviceMonth'] as const
export type RateUnit = (typeof RATE_UNITS)[number]

/** What an amount is for. `WAGE` is the average wage of a place's towns in the year before, of which the nursing fee is a percentage (Art 34). */
export interface RateKey {
  readonly classCode: RatedClass
  readonly grade: number | null
  readonly cause: Cause | null
  readonly period: Period | null
}

export interface RateRow extends RateKey {
  readonly unit: RateUnit
  readonly amountFen: bigint
}

/** One notice: the floor of the nation, or what a place pays. */
export interface RateTable {
  readonly version: string
  readonly layer: 'national' | 'local'
  readonly place: RegionCode
  readonly effectiveFrom: PlainDate
  /** The last day; null where the next table ends it. */
  readonly effectiveTo: PlainDate | null
  readonly rows: readonly RateRow[]
}

/** A table in force, and the day from which it was known here: what was computed before did not know of it. */
export interface KnownTable extends RateTable {
  readonly knownOn: PlainDate
}

export const keyText = ({ classCode, grade, cause, period }: RateKey): string =>
  [classCode, grade ?? '', cause ?? '', period ?? ''].join('/').replace(/\/+$/, '')

/** The amount a year, in fen; of the classes by years of service, for one of these. */
export const annualFen = ({ unit, amountFen }: Pick<RateRow, 'unit' | 'amountFen'>): bigint =>
  unit === 'month' || unit === 'serviceMonth' ? amountFen * 12n : amountFen

/** The 26 amounts of the disability pension: war and duty from grade 1 to 10, illness to grade 6 (Art 27). */
export const DISABILITY_KEYS: readonly RateKey[] = CAUSES.flatMap((cause) =>
  Array.from({ length: cause === 'illness' ? 6 : 10 }, (_, at) => ({ classCode: 'DIS' as const, grade: at + 1, cause, period: null })),
)
