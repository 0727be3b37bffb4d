import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { isWithin, type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import { annualFen, type KnownTable, keyText, type RateKey, type RateRow, type RateTable } from './rate-table.ts'

/** An amount, and the table that says it. */
export interface FoundRate {
  readonly row: RateRow
  readonly table: KnownTable
}

export interface RateAsked {
  readonly key: RateKey
  readonly place: RegionCode
  readonly on: PlainDate
  /** What was not known on this day does not count; left out: everything counts. */
  readonly knownOn?: PlainDate
}

const counts = (table: KnownTable, { place, on, knownOn }: RateAsked): boolean =>
  table.effectiveFrom <= on &&
  (table.effectiveTo === null || on <= table.effectiveTo) &&
  (knownOn === undefined || table.knownOn <= knownOn) &&
  isWithin(place, rangeOf(table.place))

/**
 * What is paid for a key at a place on a day: the latest amount of each layer (the nation's floor, province, city, county),
 * and of these the highest. A place may pay more than the floor, never less; where its own notice is older than the floor's
 * last raise, the floor holds. A table that does not tell periods apart pays all of them alike. Undefined where no table knows the key.
 */
export function rateOn(tables: readonly KnownTable[], asked: RateAsked): FoundRate | undefined {
  const latest = new Map<string, FoundRate>()
  for (const table of tables) {
    if (!counts(table, asked)) continue
    const row = rowFor(table, asked.key)
    if (!row) continue
    const layer = `${table.layer} ${table.place}`
    const known = latest.get(layer)
    if (!known || known.table.effectiveFrom <= table.effectiveFrom) latest.set(layer, { row, table })
  }
  return highest([...latest.values()])
}

const known = new WeakMap<readonly RateRow[], ReadonlyMap<string, RateRow>>()

/** The rows of a table by their keys, of two alike the first: a late notice asks for them a hundred times a person. */
function byKey(rows: readonly RateRow[]): ReadonlyMap<string, RateRow> {
  const found = known.get(rows) ?? new Map(rows.toReversed().map((row) => [keyText(row), row]))
  known.set(rows, found)
  return found
}

/** The row of a table by which a key is paid: its own, or the one that does not tell periods apart. */
export function rowFor({ rows }: Pick<RateTable, 'rows'>, key: RateKey): RateRow | undefined {
  const table = byKey(rows)
  return table.get(keyText(key)) ?? (key.period === null ? undefined : table.get(keyText({ ...key, period: null })))
}

const highest = (found: readonly FoundRate[]): FoundRate | undefined =>
  found.toSorted((a, b) => {
    const [left, right] = [annualFen(a.row), annualFen(b.row)]
    if (left !== right) return left > right ? -1 : 1
    // Of equals the place's own notice is named: it is what the county pays by.
    return a.table.place > b.table.place ? -1 : 1
  })[0]
