import type { CompiledRates } from './compile-rates.ts'

/** "Never", as a month. */
export const NEVER = 2_000_000_000

/** One holding a row, as columns. Months are those of entitlement/month.ts; what does not happen is `NEVER`. */
export interface HoldingColumns {
  readonly count: number
  /** Which compiled rate and place it is paid by at first, and from `regradedAt` and `movedAt` on. */
  readonly rate: Uint16Array
  readonly regradedAt: Int32Array
  readonly rateAfter: Uint16Array
  readonly place: Uint16Array
  readonly movedAt: Int32Array
  readonly placeAfter: Uint16Array
  /** Paid from a month on, until the first that is not. */
  readonly from: Int32Array
  readonly until: Int32Array
  /** Not paid between. */
  readonly heldFrom: Int32Array
  readonly heldUntil: Int32Array
}

/** The next month after `month`, at most `last`, at which something changes for a row. */
function nextBorder({ regradedAt, movedAt, heldFrom, heldUntil }: HoldingColumns, row: number, month: number, last: number): number {
  const [regraded, moved] = [regradedAt[row] as number, movedAt[row] as number]
  const [held, free] = [heldFrom[row] as number, heldUntil[row] as number]
  let next = last
  if (month < regraded && regraded < next) next = regraded
  if (month < moved && moved < next) next = moved
  if (month < held && held < next) next = held
  return month < free && free < next ? free : next
}

/** Where the amounts of a row stand in `share`, from the first month of the run on. */
function sourceOf(columns: HoldingColumns, { places, months }: CompiledRates, row: number, month: number): number {
  const which = month < (columns.regradedAt[row] as number) ? (columns.rate[row] as number) : (columns.rateAfter[row] as number)
  const where = month < (columns.movedAt[row] as number) ? (columns.place[row] as number) : (columns.placeAfter[row] as number)
  return (which * places + where) * months
}

const isHeld = ({ heldFrom, heldUntil }: HoldingColumns, row: number, month: number): boolean =>
  month >= (heldFrom[row] as number) && month < (heldUntil[row] as number)

/**
 * The amounts of a whole run: `out[row * months + month]` in fen (compiled below 2^31), 0 where nothing is paid; gives the sum, exact below 2^53.
 * Each row is walked stretch by stretch: what holds is looked up once for all months in which nothing changes.
 */
export function runColumns(columns: HoldingColumns, rates: CompiledRates, out: Int32Array): number {
  const { first, months, share } = rates
  const { count, from, until } = columns
  let total = 0
  for (let row = 0; row < count; row += 1) {
    const last = Math.min(first + months, until[row] as number)
    let month = Math.max(first, from[row] as number)
    while (month < last) {
      const next = nextBorder(columns, row, month, last)
      if (!isHeld(columns, row, month)) {
        const source = sourceOf(columns, rates, row, month)
        const end = next - first
        for (let at = month - first; at < end; at += 1) {
          const fen = share[source + at] as number
          out[row * months + at] = fen
          total += fen
        }
      }
      month = next
    }
  }
  return total
}

/**
 * Months of a run that a late notice changes: only rows that are paid by one of the changed rates are walked (`rowsOf` lists
 * the rows of each), so that the cost is that of the affected months. Gives how many lines there are, and their sum.
 */
export function backPayColumns(
  columns: HoldingColumns,
  { before, after, rows }: { before: CompiledRates; after: CompiledRates; rows: Uint32Array },
  out: Int32Array,
): { lines: number; total: number } {
  const { first, months } = after
  let [lines, total] = [0, 0]
  for (const row of rows) {
    const last = Math.min(first + months, columns.until[row] as number)
    for (let month = Math.max(first, columns.from[row] as number); month < last; month += 1) {
      if (isHeld(columns, row, month)) continue
      const at = sourceOf(columns, after, row, month) + month - first
      const difference = (after.share[at] as number) - (before.share[at] as number)
      if (difference === 0) continue
      out[lines] = difference
      lines += 1
      total += difference
    }
  }
  return { lines, total }
}
