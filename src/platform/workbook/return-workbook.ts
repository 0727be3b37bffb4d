import { ok, type Result } from '../../kernel/result.ts'
import type { Budgets } from './budgets.ts'
import { readWorkbook } from './read-workbook.ts'
import type { WorkbookRefusal } from './refusals.ts'
import { rowsOf, type SheetRow } from './row-batch.ts'
import type { SheetLayout, SheetLine } from './sheet-xml.ts'
import { refusalIn, stopReading } from './stop-reading.ts'
import { type Destination, writeWhole } from './write-whole.ts'
import { workbookBytes } from './write-workbook.ts'

export type RowOutcome = {
  readonly result: string
  readonly reason?: string /** Tinted, so that the eye finds it. */
  readonly isBad: boolean
}

export type ReturnWorkbook = {
  readonly path: string
  /** The row of column titles, as the spreadsheet numbers it; what stands above is given back as it was. */
  readonly headerRowNumber: number
  /** What became of each row, by its number; a row without an outcome is given back without one. */
  readonly outcomes: ReadonlyMap<number, RowOutcome>
  readonly out: Destination
  readonly signal?: AbortSignal
  readonly budgets?: Partial<Budgets>
}

const TITLES = ['结果', '原因'] as const

/** A workbook that was returned once already has our two columns last: they are written over, not doubled. */
function ownWidth(header: readonly string[]): number {
  return header.at(-2) === TITLES[0] && header.at(-1) === TITLES[1] ? header.length - 2 : header.length
}

type Shape = { readonly width: number; readonly sheet: string; readonly widths: readonly number[] }

/** Rows as they come; a refusal leaves through `stopReading`. */
async function* rowsAgain({ path, signal, budgets }: ReturnWorkbook): AsyncGenerator<SheetRow & { readonly sheet: string }> {
  for await (const batch of readWorkbook({ path, ...(signal && { signal }), ...(budgets && { budgets }) })) {
    if (!batch.ok) return stopReading(batch.refusal)
    const { source } = batch.value
    for (const row of rowsOf(batch.value)) yield { ...row, sheet: source.kind === 'xlsx' ? source.sheet : '导入结果' }
  }
}

/** First pass: how wide the table is (rows may be wider than their header), so that nothing of theirs lies under ours. */
async function shapeOf(request: ReturnWorkbook): Promise<Shape> {
  let [width, sheet, had] = [0, '', -1]
  const widths: number[] = []
  for await (const row of rowsAgain(request)) {
    sheet = row.sheet
    if (row.rowNumber === request.headerRowNumber && ownWidth(row.cells) < row.cells.length) had = ownWidth(row.cells)
    if (row.rowNumber >= request.headerRowNumber) width = Math.max(width, row.cells.length)
    if (row.rowNumber < request.headerRowNumber) continue
    for (const [column, cell] of row.cells.entries()) widths[column] = Math.min(40, Math.max(widths[column] ?? 8, cell.length * 1.6 + 2))
  }
  return { width: had >= 0 ? had : width, sheet, widths }
}

async function* linesAgain(request: ReturnWorkbook, width: number): AsyncGenerator<SheetLine> {
  for await (const { rowNumber, cells } of rowsAgain(request)) {
    if (rowNumber < request.headerRowNumber) yield { rowNumber, cells, look: 'note' }
    else {
      const own = Array.from({ length: width }, (_, column) => cells[column] ?? '')
      const outcome = request.outcomes.get(rowNumber)
      const added = rowNumber === request.headerRowNumber ? TITLES : [outcome?.result ?? '', outcome?.reason ?? '']
      yield {
        rowNumber,
        cells: [...own, ...added],
        look: rowNumber === request.headerRowNumber ? 'header' : outcome?.isBad ? 'bad' : 'plain',
      }
    }
  }
}

/**
 * Gives an uploaded table (xlsx or csv) back as an xlsx: the same rows at the same row numbers, the same columns under
 * the same titles, every value as the text that was read, and 结果 and 原因 beside each row; bad rows are tinted.
 */
export async function returnWorkbook(request: ReturnWorkbook): Promise<Result<undefined, WorkbookRefusal>> {
  try {
    const { width, sheet, widths } = await shapeOf(request)
    const layout: SheetLayout = {
      widths: [...Array.from({ length: width }, (_, column) => widths[column] ?? 12), 10, 50],
      kinds: [],
      headerRowNumber: request.headerRowNumber,
      footer: '',
      lines: linesAgain(request, width),
    }
    await writeWhole(request.out, workbookBytes([{ name: sheet, layout }]))
    return ok(undefined)
  } catch (error) {
    const refusal = refusalIn(error)
    if (!refusal) throw error
    return { ok: false, refusal }
  }
}
