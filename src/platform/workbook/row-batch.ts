/** What is worth knowing about a cell beside its text: mojibake was undone · could not be undone · digits past the 15th are lost. */
export type CellNote = 'repaired' | 'garbled' | 'digits-lost'

export type WorkbookSource =
  | { readonly kind: 'xlsx'; readonly sheet: string }
  | { readonly kind: 'csv'; readonly encoding: string; readonly delimiter: string }

/**
 * Up to 2,000 rows in one string and a few flat arrays, so that crossing from the reading thread costs a copy of memory
 * and no object per cell. Cell `c` is `text.slice(bounds[2c], bounds[2c + 1])`; row `r` holds the cells from
 * `rowStarts[r]` to `rowStarts[r + 1]`. Rows without content are left out; `rowNumbers` are those the spreadsheet shows.
 */
export type RowBatch = {
  readonly source: WorkbookSource
  readonly text: string
  readonly bounds: Uint32Array<ArrayBuffer>
  readonly rowStarts: Uint32Array<ArrayBuffer>
  readonly rowNumbers: Uint32Array<ArrayBuffer>
  readonly notes: readonly { readonly cell: number; readonly note: CellNote }[]
  /** Of the beginnings of sheets: the place of this one in its workbook, and whether no other follows. */
  readonly head?: { readonly at: number; readonly isLast: boolean }
}

export type SheetRow = {
  readonly rowNumber: number
  /** Texts by column, without trailing empty ones. */
  readonly cells: readonly string[]
  readonly notes?: readonly { readonly column: number; readonly note: CellNote }[]
}

/** The rows of a batch as objects; convenient where the last millisecond does not matter. */
export const rowsOf = (batch: RowBatch): readonly SheetRow[] => Array.from(batch.rowNumbers, (_, row) => row).map(rowReader(batch))

/** Reads the rows of a batch one by one (`row` from 0), each when it is asked for: none of them is kept. */
export function rowReader(batch: RowBatch): (row: number) => SheetRow {
  const notes = new Map<number, CellNote>(batch.notes.map(({ cell, note }) => [cell, note]))
  return (row) => {
    const [rowNumber, first, cells] = [batch.rowNumbers[row] ?? 0, batch.rowStarts[row] ?? 0, cellsOf(batch, row)]
    if (notes.size === 0) return { rowNumber, cells }
    const noted = cells.flatMap((_, column) => {
      const note = notes.get(first + column)
      return note ? [{ column, note }] : []
    })
    return noted.length > 0 ? { rowNumber, cells, notes: noted } : { rowNumber, cells }
  }
}

/** The texts of one row of a batch (`row` from 0). */
export function cellsOf(batch: RowBatch, row: number): readonly string[] {
  const cells: string[] = []
  const end = batch.rowStarts[row + 1] ?? 0
  for (let cell = batch.rowStarts[row] ?? 0; cell < end; cell++) {
    cells.push(batch.text.slice(batch.bounds[2 * cell], batch.bounds[2 * cell + 1]))
  }
  return cells
}
