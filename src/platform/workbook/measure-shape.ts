import type { SheetRow, WorkbookSource } from './row-batch.ts'

/** The two columns that a returned workbook has beside its own. */
export const RETURNED = ['结果', '原因'] as const

/** How wide a table is (rows may be wider than their header, and nothing of theirs may lie under ours), and each of its columns. */
export type Shape = { readonly sheet: string; readonly width: number; readonly widths: readonly number[] }

export type ShapeMeter = {
  readonly see: (rows: readonly SheetRow[], source: WorkbookSource) => void
  /** Of the rows seen so far: what a returned workbook needs is that of all. */
  readonly shape: () => Shape
}

/** A workbook that was returned once already has our two columns last: they are written over, not doubled. */
function ownWidth(header: readonly string[]): number {
  return header.at(-2) === RETURNED[0] && header.at(-1) === RETURNED[1] ? header.length - 2 : header.length
}

/** Measures a table while its rows pass by, so that nobody reads them once more for it. */
export function measureShape(headerRowNumber: number): ShapeMeter {
  let [sheet, width, had] = ['', 0, -1]
  const longest: number[] = []
  const seeRow = ({ rowNumber, cells }: SheetRow): void => {
    if (rowNumber < headerRowNumber) return
    if (rowNumber === headerRowNumber && ownWidth(cells) < cells.length) had = ownWidth(cells)
    if (cells.length > width) width = cells.length
    for (let column = 0; column < cells.length; column += 1) {
      const { length } = cells[column] ?? ''
      if (length > (longest[column] ?? -1)) longest[column] = length
    }
  }
  return {
    see(rows, source) {
      sheet = source.kind === 'xlsx' ? source.sheet : '导入结果'
      for (const row of rows) seeRow(row)
    },
    shape: () => ({
      sheet,
      width: had >= 0 ? had : width,
      widths: longest.map((length) => Math.min(40, Math.max(8, length * 1.6 + 2))),
    }),
  }
}
