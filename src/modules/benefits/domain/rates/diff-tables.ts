import { keyOf } from './check-table.ts'
import { rateOn } from './rate-on.ts'
import { annualFen, type KnownTable, keyText, type RateKey, type RateTable } from './rate-table.ts'

/** How many people of a range are paid by a key; of the classes by years of service, how many such years they have together. */
export interface Headcount {
  readonly key: RateKey
  readonly people: number
  readonly times: number
}

export interface DiffRow {
  readonly key: RateKey
  /** A year, in fen; null where nothing was paid before. */
  readonly beforeFen: bigint | null
  readonly afterFen: bigint
  readonly people: number
  /** What the change costs a year, over these people. */
  readonly costFen: bigint
}

/** What a table changes against what holds without it, key by key, and what that costs a year over the people of its range. */
export function diffTable(
  table: RateTable,
  others: readonly KnownTable[],
  counted: readonly Headcount[],
): { rows: DiffRow[]; costFen: bigint } {
  const counts = new Map(counted.map((one) => [keyText(one.key), one]))
  const rows = table.rows.map((row): DiffRow => {
    const before = rateOn(others, { key: row, place: table.place, on: table.effectiveFrom })
    const { people = 0, times = 0 } = counts.get(keyText(row)) ?? {}
    const beforeFen = before ? annualFen(before.row) : null
    const afterFen = annualFen(row)
    // The floor of the nation costs nothing where a place already pays more.
    const raise = afterFen - (beforeFen ?? 0n)
    return { key: keyOf(row), beforeFen, afterFen, people, costFen: raise > 0n ? raise * BigInt(times) : 0n }
  })
  return { rows, costFen: rows.reduce((sum, { costFen }) => sum + costFen, 0n) }
}
