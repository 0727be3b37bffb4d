import type { RowCollector } from './batch-rows.ts'
import type { Budgets } from './budgets.ts'
import type { NumberLook } from './cell-styles.ts'
import { hasLostDigits, numberText } from './number-text.ts'
import { type PlainCell, readPlainCell } from './plain-cell.ts'
import { type SharedStrings, unescapeControl } from './shared-strings.ts'
import { stopReading } from './stop-reading.ts'
import type { XmlHandler } from './xml-scanner.ts'
import { attribute } from './xml-text.ts'

export type SheetContext = {
  readonly strings: SharedStrings
  readonly looks: readonly NumberLook[]
  readonly is1904: boolean
  readonly budgets: Budgets
  readonly collector: RowCollector
}

/** The column of a reference such as `AB12`, from 0; -1 where there is none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length && i < 4; i++) {
    const code = reference.charCodeAt(i) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

type Cell = { column: number; type: string; look: NumberLook; text: string }

function cellText(cell: Cell, context: SheetContext, rowNumber: number): string {
  switch (cell.type) {
    case 's':
      return context.strings.get(Number(cell.text)) ?? stopReading({ code: 'damaged', detail: `第 ${rowNumber} 行引用了不存在的文字` })
    case 'b':
      return cell.text === '1' || cell.text === 'true' ? 'TRUE' : 'FALSE'
    case 'n':
      return numberText(cell.text, cell.look, context.is1904)
    default:
      // inlineStr, a formula's text (str), an error such as #N/A (e), an ISO day (d): as written.
      return unescapeControl(cell.text)
  }
}

/** Listens to a worksheet part and hands each row to the collector. `isDone` turns true at the end of the rows. */
export function listenToSheet(context: SheetContext): XmlHandler & { readonly isDone: () => boolean } {
  const { budgets, collector, looks } = context
  const cells: string[] = []
  const cell: Cell = { column: -1, type: 'n', look: 'plain', text: '' }
  let [rowNumber, width, isValue, isGuide, isDone, inCell] = [0, 0, false, false, false, false]

  const openRow = (attributes: string): void => {
    const given = Number(attribute(attributes, 'r') ?? rowNumber + 1)
    if (!(given > rowNumber && given <= 1_048_576)) stopReading({ code: 'damaged', detail: `第 ${rowNumber} 行之后的行号不对` })
    ;[rowNumber, width, cell.column] = [given, 0, -1]
  }

  const openCell = (attributes: string, isEmpty: boolean): void => {
    const reference = attribute(attributes, 'r')
    cell.column = reference === undefined ? cell.column + 1 : columnOf(reference)
    if (cell.column < 0) stopReading({ code: 'damaged', detail: `第 ${rowNumber} 行有无法识别的单元格` })
    cell.type = attribute(attributes, 't') ?? 'n'
    const style = cell.type === 'n' ? attribute(attributes, 's') : undefined
    cell.look = style === undefined ? 'plain' : (looks[Number(style)] ?? 'plain')
    cell.text = ''
    inCell = !isEmpty
  }

  const closeCell = (): void => {
    inCell = false
    if (cell.text === '') return
    const text = cellText(cell, context, rowNumber)
    if (text === '') return
    if (cell.column >= budgets.columns) stopReading({ code: 'too-many-columns', rowNumber, limit: budgets.columns })
    while (width <= cell.column) cells[width++] = ''
    cells[cell.column] = text
    if (cell.type === 'n' && cell.look === 'plain' && hasLostDigits(text)) collector.note(rowNumber, cell.column, 'digits-lost')
  }

  const plain: PlainCell = { column: -1, style: -1, type: 'n', text: '' }

  const whole = (text: string, at: number): number => {
    if (isDone || inCell || text.charCodeAt(at + 1) !== 99 || text.charCodeAt(at + 2) !== 32) return -1
    const end = readPlainCell(text, at, plain)
    if (end < 0) return -1
    cell.column = plain.column < 0 ? cell.column + 1 : plain.column
    cell.type = plain.type
    cell.look = plain.style < 0 || plain.type !== 'n' ? 'plain' : (looks[plain.style] ?? 'plain')
    cell.text = plain.text
    closeCell()
    return end
  }

  return {
    isDone: () => isDone,
    whole,
    open(name, attributes, isEmpty) {
      if (name === 'c') openCell(attributes, isEmpty)
      else if (name === 'row') openRow(attributes)
      else if (name === 'rPh') isGuide = !isEmpty
      isValue = inCell && !isEmpty && !isGuide && (name === 'v' || name === 't')
    },
    text(piece) {
      if (!isValue || isDone) return
      cell.text = cell.text === '' ? piece : cell.text + piece
      if (cell.text.length > 8 * budgets.cellLength)
        stopReading({ code: 'cell-too-long', rowNumber, column: cell.column + 1, limit: budgets.cellLength })
    },
    close(name) {
      isValue = false
      if (name === 'c') closeCell()
      else if (name === 'rPh') isGuide = false
      else if (name === 'row') collector.add(rowNumber, cells, width)
      else if (name === 'sheetData') isDone = true
    },
  }
}
