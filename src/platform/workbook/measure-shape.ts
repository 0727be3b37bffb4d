import { cellsOf, type RowBatch } from './row-batch.ts'

/** The two columns that a returned workbook has beside its own. */
export const RETURNED = ['结果', '原因'] as const

/** How wide a table is (rows may be wider than their header, and nothing of theirs may lie under ours), and each of its columns. */
export type Shape = { readonly sheet: string; readonly width: number; readonly widths: readonly number[] }

export type ShapeMeter = {
  readonly see: (batch: RowBatch) => void
  /** Of the rows seen so far: what a returned workbook needs is that of all. */
  readonly shape: () => Shape
}

/** A workbook that was returned once already has our two columns last: they are written over, not doubled. */
function ownWidth(header: readonly string[]): number {
  return header.at(-2) === RETURNED[0] && header.at(-1) === RETURNED[1] ? header.length - 2 : header.length
}

/** Measures a table while its rows pass by, so that nobody reads them once more for it; of the texts only their lengths are looked at. */
export function measureShape(headerRowNumber: number): ShapeMeter {
  let [sheet, width, had] = ['', 0, -1]
  const longest: number[] = []
  const seeRow = (batch: RowBatch, row: number): void => {
    const [first, end] = [batch.rowStarts[row] ?? 0, batch.rowStarts[row + 1] ?? 0]
    if (end - first > width) width = end - first
    for (let cell = first; cell < end; cell += 1) {
      const length = (batch.bounds[2 * cell + 1] ?? 0) - (batch.bounds[2 * cell] ?? 0)
      if (length > (longest[cell - first] ?? -1)) longest[cell - first] = length
    }
  }
  const seeHeader = (header: readonly string[]): void => {
    if (ownWidth(header) < header.length) had = ownWidth(header)
  }
  return {
    see(batch) {
      sheet = batch.source.kind === 'xlsx' ? batch.source.sheet : '导入结果'
      for (const [row, rowNumber] of batch.rowNumbers.entries()) {
        if (rowNumber === headerRowNumber) seeHeader(cellsOf(batch, row))
        if (rowNumber >= headerRowNumber) seeRow(batch, row)
      }
    },
    shape: () => ({
      sheet,
      width: had >= 0 ? had : width,
      widths: longest.map((length) => Math.min(40, Math.max(8, length * 1.6 + 2))),
    }),
  }
}
