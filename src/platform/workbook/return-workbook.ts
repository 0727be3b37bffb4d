import { ok, type Result } from '../../kernel/result.ts'
import type { Budgets } from './budgets.ts'
import { measureShape, RETURNED, type Shape } from './measure-shape.ts'
import { readWorkbook } from './read-workbook.ts'
import type { WorkbookRefusal } from './refusals.ts'
import { type RowBatch, rowReader, type SheetRow } from './row-batch.ts'
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
  /** What became of the rows from one number to another, by their numbers: asked for as they pass, so that nobody holds a million. A row without an outcome is given back without one. */
  readonly outcomes: (first: number, last: number) => Promise<ReadonlyMap<number, RowOutcome>>
  /** Of all its rows, where they have been measured already: they are read once less. */
  readonly shape?: Shape
  /** The sheet to give back; left out, the first with content. */
  readonly sheet?: string
  readonly out: Destination
  readonly signal?: AbortSignal
  readonly budgets?: Partial<Budgets>
}

/** Rows as they come, batch by batch; a refusal leaves through `stopReading`. */
async function* rowsAgain({ path, signal, budgets, sheet }: ReturnWorkbook): AsyncGenerator<RowBatch> {
  for await (const batch of readWorkbook({
    path,
    ...(signal && { signal }),
    ...(budgets && { budgets }),
    ...(sheet !== undefined && { sheet }),
  })) {
    if (!batch.ok) return stopReading(batch.refusal)
    yield batch.value
  }
}

/** First pass, where nobody measured the table before. */
async function shapeOf(request: ReturnWorkbook): Promise<Shape> {
  const meter = measureShape(request.headerRowNumber)
  for await (const batch of rowsAgain(request)) meter.see(batch)
  return meter.shape()
}

async function* linesAgain(request: ReturnWorkbook, width: number): AsyncGenerator<SheetLine> {
  const { headerRowNumber } = request
  for await (const batch of rowsAgain(request)) {
    const outcomes = await request.outcomes(batch.rowNumbers[0] ?? 0, batch.rowNumbers.at(-1) ?? 0)
    const rowOf = rowReader(batch)
    for (let at = 0; at < batch.rowNumbers.length; at += 1) {
      const row = rowOf(at)
      yield lineOf({ headerRowNumber, outcome: outcomes.get(row.rowNumber) }, row, width)
    }
  }
}

interface Beside {
  readonly headerRowNumber: number
  readonly outcome: RowOutcome | undefined
}

function lineOf({ headerRowNumber, outcome }: Beside, { rowNumber, cells }: SheetRow, width: number): SheetLine {
  if (rowNumber < headerRowNumber) return { rowNumber, cells, look: 'note' }
  const isHeader = rowNumber === headerRowNumber
  const line = Array.from({ length: width + 2 }, (_, column) => (column < width ? (cells[column] ?? '') : ''))
  line[width] = isHeader ? RETURNED[0] : (outcome?.result ?? '')
  line[width + 1] = isHeader ? RETURNED[1] : (outcome?.reason ?? '')
  return { rowNumber, cells: line, look: isHeader ? 'header' : outcome?.isBad ? 'bad' : 'plain' }
}

/**
 * Gives an uploaded table (xlsx or csv) back as an xlsx: the same rows at the same row numbers, the same columns under
 * the same titles, every value as the text that was read, and 结果 and 原因 beside each row; bad rows are tinted.
 */
export async function returnWorkbook(request: ReturnWorkbook): Promise<Result<undefined, WorkbookRefusal>> {
  try {
    const { width, sheet, widths } = request.shape ?? (await shapeOf(request))
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
