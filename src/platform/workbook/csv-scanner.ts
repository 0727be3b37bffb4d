import type { RowCollector } from './batch-rows.ts'
import type { Budgets } from './budgets.ts'
import { stopReading } from './stop-reading.ts'

const [QUOTE, LF, CR] = [34, 10, 13]

/**
 * Undoes what programs put around a text so that spreadsheets leave it alone: `="0123"`, and the apostrophe our own
 * exports put before = + - @ and their like.
 */
export function unwrapText(cell: string): string {
  const first = cell.charCodeAt(0)
  if (first === 61 && cell.length > 2 && cell.startsWith('="') && cell.endsWith('"')) return cell.slice(2, -1).replaceAll('""', '"')
  return first === 39 && /^'+[=+\-@\t\r\0＝＋－＠]/.test(cell) ? cell.slice(1) : cell
}

export type CsvScanner = { readonly feed: (chunk: string) => void; readonly finish: () => void }

/** The place where an unquoted cell ends, or the text's length where its end has not arrived. */
function plainEnd(text: string, from: number, delimiter: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === delimiter || code === LF || code === CR) break
  }
  return at
}

/** The closing quote of the cell that opens at `from`, or -1 where it has not arrived. */
function closingQuote(text: string, from: number, isLast: boolean): number {
  let at = text.indexOf('"', from + 1)
  while (at >= 0) {
    if (at + 1 === text.length) return isLast ? at : -1
    if (text.charCodeAt(at + 1) !== QUOTE) return at
    at = text.indexOf('"', at + 2)
  }
  return -1
}

/**
 * Reads delimited text as spreadsheets do: quotes doubled inside quotes, line ends inside quotes, CR, LF or both. Text
 * after a closing quote is kept. Row numbers count blank rows too, as the spreadsheet that opens the file would.
 */
export function scanCsv(delimiter: string, collector: RowCollector, budgets: Budgets): CsvScanner {
  const comma = delimiter.charCodeAt(0)
  const cells: string[] = []
  let [rest, width, rowNumber] = ['', 0, 1]

  const endRow = (): void => {
    if (!(rowNumber === 1 && width === 2 && cells[0] === 'sep=')) collector.add(rowNumber, cells, width)
    rowNumber++
    width = 0
  }

  const push = (cell: string): void => {
    if (width > 16_384) stopReading({ code: 'too-many-columns', rowNumber, limit: budgets.columns })
    cells[width++] = unwrapText(cell)
  }

  /** The quoted cell that opens at `at` and where it ends, or undefined where its end has not arrived. */
  const quotedCell = (text: string, at: number, isLast: boolean): { value: string; end: number } | undefined => {
    const close = closingQuote(text, at, isLast)
    if (close < 0 && !isLast) return undefined
    const end = plainEnd(text, close < 0 ? at : close + 1, comma)
    // An opening quote without its partner at the end of the file is an ordinary character.
    if (close < 0) return { value: text.slice(at, end), end }
    const inside = text.slice(at + 1, close)
    return { value: (inside.includes('"') ? inside.replaceAll('""', '"') : inside) + text.slice(close + 1, end), end }
  }

  /** Ends the cell that ends at `end`: returns where the next begins. */
  const next = (text: string, end: number): number => {
    const code = text.charCodeAt(end)
    if (code === comma) return end + 1
    endRow()
    return code === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1
  }

  /** Whether what ends a cell at `end` is all there: a CR may be half of a line end. */
  const isWhole = (text: string, end: number, isLast: boolean): boolean =>
    isLast || end + 1 < text.length || (end < text.length && text.charCodeAt(end) !== CR)

  /** Takes one cell from `at` with what ends it; returns where the next begins, or -1 where this one is not all there. */
  const takeCell = (text: string, at: number, isLast: boolean): number => {
    if (text.charCodeAt(at) === QUOTE) {
      const cell = quotedCell(text, at, isLast)
      if (!cell || !isWhole(text, cell.end, isLast)) return -1
      push(cell.value)
      return next(text, cell.end)
    }
    const end = plainEnd(text, at, comma)
    if (!isWhole(text, end, isLast)) return -1
    push(text.slice(at, end))
    return next(text, end)
  }

  const scan = (chunk: string, isLast: boolean): void => {
    // Joined strings are several times slower to walk than whole ones, so the caller cuts its chunks between lines.
    const text = rest === '' ? chunk : rest + chunk
    let at = 0
    while (at < text.length) {
      const next = takeCell(text, at, isLast)
      if (next < 0) break
      at = next
    }
    rest = isLast ? '' : text.slice(at)
    if (rest.length > 2 * budgets.cellLength + 2)
      stopReading({ code: 'cell-too-long', rowNumber, column: width + 1, limit: budgets.cellLength })
  }

  return {
    feed: (chunk) => scan(chunk, false),
    finish: () => {
      scan('', true)
      if (width > 0) endRow()
    },
  }
}
