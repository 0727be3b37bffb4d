import type { Budgets } from './budgets.ts'
import { mendCells } from './mend-cells.ts'
import type { CellNote, RowBatch, WorkbookSource } from './row-batch.ts'
import { stopReading } from './stop-reading.ts'

const ROWS = 2_000
/** A batch of long texts is closed early, so that no batch is larger than a few megabytes. */
const UNITS = 1_000_000

/** Collects rows into batches. `rows` counts rows with content, over all batches. */
export type RowCollector = {
  readonly full: () => boolean
  readonly rows: () => number
  /** Takes the first `count` texts of `cells` as one row; a row without content is only skipped. */
  readonly add: (rowNumber: number, cells: readonly string[], count: number) => void
  readonly note: (rowNumber: number, column: number, note: CellNote) => void
  /** The batch so far, and a fresh start; undefined where there is none. */
  readonly take: () => RowBatch | undefined
}

function doubled(bounds: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(bounds.length * 2)
  grown.set(bounds)
  return grown
}

export function collectRows(source: WorkbookSource, budgets: Budgets): RowCollector {
  let [parts, units, total]: [string[], number, number] = [[], 0, 0]
  let [rowStarts, rowNumbers]: [number[], number[]] = [[0], []]
  let [bounds, cellCount] = [new Uint32Array(65_536), 0]
  let pending: { rowNumber: number; column: number; note: CellNote }[] = []

  const add = (rowNumber: number, cells: readonly string[], count: number): void => {
    let width = count
    while (width > 0 && cells[width - 1] === '') width--
    if (width === 0) return
    if (++total > budgets.rows) stopReading({ code: 'too-many-rows', limit: budgets.rows })
    if (width > budgets.columns) stopReading({ code: 'too-many-columns', rowNumber, limit: budgets.columns })
    if (2 * (cellCount + width) > bounds.length) bounds = doubled(bounds)
    for (let column = 0; column < width; column++) {
      const cell = cells[column] ?? ''
      if (cell.length > budgets.cellLength) stopReading({ code: 'cell-too-long', rowNumber, column: column + 1, limit: budgets.cellLength })
      parts.push(cell)
      bounds[2 * cellCount] = units
      units += cell.length
      bounds[2 * cellCount++ + 1] = units
    }
    rowNumbers.push(rowNumber)
    rowStarts.push(cellCount)
  }

  const notes = (): { cell: number; note: CellNote }[] => {
    if (pending.length === 0) return []
    const rows = new Map(rowNumbers.map((rowNumber, row) => [rowNumber, row]))
    return pending.map(({ rowNumber, column, note }) => ({ cell: (rowStarts[rows.get(rowNumber) ?? 0] ?? 0) + column, note }))
  }

  const take = (): RowBatch | undefined => {
    if (rowNumbers.length === 0) return undefined
    const batch = { source, text: parts.join(''), bounds: bounds.slice(0, 2 * cellCount), rowStarts: new Uint32Array(rowStarts) }
    const mended = mendCells({ ...batch, rowNumbers: new Uint32Array(rowNumbers), notes: notes() })
    ;[parts, units, cellCount, rowStarts, rowNumbers, pending] = [[], 0, 0, [0], [], []]
    return mended
  }

  return {
    add,
    take,
    note: (rowNumber, column, note) => pending.push({ rowNumber, column, note }),
    full: () => rowNumbers.length >= ROWS || units >= UNITS,
    rows: () => total,
  }
}
