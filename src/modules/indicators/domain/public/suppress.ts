import { findDetermined, type SumOf } from './determined.ts'

export interface PublicTable {
  readonly cells: ReadonlyMap<string, number>
  readonly sums: readonly SumOf[]
}

type Hidden = Set<string>

const amountAt = ({ cells }: PublicTable, key: string): number => cells.get(key) ?? 0

/** The cell that costs least to hide beside others: a part before the whole, a small one before a large one; never a zero. */
function nextToHide(table: PublicTable, { whole, parts }: SumOf, hidden: Hidden): string | undefined {
  const visible = (key: string): boolean => !hidden.has(key) && amountAt(table, key) !== 0
  const [smallest] = parts
    .filter(visible)
    .toSorted((a, b) => Math.abs(amountAt(table, a)) - Math.abs(amountAt(table, b)) || (a < b ? -1 : 1))
  return smallest ?? (visible(whole) ? whole : undefined)
}

/**
 * What a sum still gives away: its only hidden cell, by subtraction; or hidden parts that come to less than the smallest
 * number shown, which says of each that it is small.
 */
function isTelling(table: PublicTable, { whole, parts }: SumOf, { hidden, smallest }: { hidden: Hidden; smallest: number }): boolean {
  const hiddenParts = parts.filter((key) => hidden.has(key))
  const count = hiddenParts.length + (hidden.has(whole) ? 1 : 0)
  if (count === 1) return true
  if (count === 0 || hidden.has(whole)) return false
  return hiddenParts.reduce((sum, key) => sum + amountAt(table, key), 0) < smallest
}

/** Hides until no sum by itself gives anything away. */
function coverSums(table: PublicTable, hidden: Hidden, smallest: number): void {
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const sum of table.sums) {
      while (isTelling(table, sum, { hidden, smallest })) {
        const next = nextToHide(table, sum, hidden)
        if (next === undefined) break
        hidden.add(next)
        isChanged = true
      }
    }
  }
}

const isIn = ({ whole, parts }: SumOf, cells: ReadonlySet<string>): boolean => cells.has(whole) || parts.some((part) => cells.has(part))

/** A further cell to hide beside one that all sums together determine: the smallest in a sum of it, else in sums of what is hidden around it. */
function complementOf(table: PublicTable, hidden: Hidden, cell: string): string | undefined {
  const around = new Set([cell])
  for (let size = 0; size < around.size; ) {
    size = around.size
    const sums = table.sums.filter((sum) => isIn(sum, around))
    const [best] = sums
      .flatMap((sum) => nextToHide(table, sum, hidden) ?? [])
      .toSorted((a, b) => Math.abs(amountAt(table, a)) - Math.abs(amountAt(table, b)) || (a < b ? -1 : 1))
    if (best !== undefined) return best
    for (const { whole, parts } of sums) for (const key of [whole, ...parts]) if (hidden.has(key)) around.add(key)
  }
  return undefined
}

/**
 * The cells of published tables that are not shown: small ones (0 < n < `smallest`), and with them as many others as it takes
 * until none can be worked out from all that is shown, by any subtraction across tiers and sibling tables. Hidden cells
 * are never zero, so each could be a little more or less: that no equation fixes it means that it cannot be known.
 * @throws where nothing is left to hide beside a small cell, which a table with all its sums never meets
 */
export function suppress(table: PublicTable, smallest: number): ReadonlySet<string> {
  const isSmall = (value: number): boolean => value !== 0 && value < smallest
  const hidden: Hidden = new Set([...table.cells].filter(([, value]) => isSmall(value)).map(([key]) => key))
  for (;;) {
    coverSums(table, hidden, smallest)
    const determined = findDetermined(table.sums, hidden)
    if (determined.length === 0) return hidden
    const more = complementOf(table, hidden, determined[0] ?? '')
    if (more === undefined) throw new Error(`nothing is left to hide beside ${determined[0]}`)
    hidden.add(more)
  }
}
