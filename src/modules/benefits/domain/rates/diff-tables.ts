import { keyOf } from './check-table.ts'
import { rateOn, rowFor } from './rate-on.ts'
import { annualFen, type KnownTable, type RateKey, type RateTable } from './rate-table.ts'

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
  const before = (key: RateKey): bigint | null => {
    const found = rateOn(others, { key, place: table.place, on: table.effectiveFrom })
    return found ? annualFen(found.row) : null
  }
  const rows = table.rows.map((row): DiffRow => {
    const afterFen = annualFen(row)
    // One row may pay people of several periods, who were paid by a rate of their own before.
    const paid = counted.filter(({ key }) => rowFor(table, key) === row)
    // The floor of the nation costs nothing where a place already pays more.
    const raise = (key: RateKey): bigint => {
      const more = afterFen - (before(key) ?? 0n)
      return more > 0n ? more : 0n
    }
    return {
      key: keyOf(row),
      beforeFen: before(row),
      afterFen,
      people: paid.reduce((all, { people }) => all + people, 0),
      costFen: paid.reduce((all, { key, times }) => all + raise(key) * BigInt(times), 0n),
    }
  })
  return { rows, costFen: rows.reduce((sum, { costFen }) => sum + costFen, 0n) }
}
