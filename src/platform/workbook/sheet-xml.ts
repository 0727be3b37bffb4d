import { serialOf } from './day-serial.ts'

/** How a column's values are written: ids and names as text, quantities as numbers, legal days as days, fen as yuan. */
export type ColumnKind = 'text' | 'number' | 'day' | 'money'

/** `money` takes fen as bigint; `day` takes `YYYY-MM-DD`; what does not fit its column's kind is written as text. */
export type CellValue = string | number | bigint | null | undefined

export type SheetLine = {
  /** From 1, rising; numbers left out are blank rows. */
  readonly rowNumber: number
  readonly cells: readonly CellValue[]
  readonly look: 'note' | 'header' | 'plain' | 'bad'
}

export type SheetLayout = {
  readonly widths: readonly number[]
  readonly kinds: readonly ColumnKind[]
  /** The row of column titles: it and all above stay in view and on every printed page. */
  readonly headerRowNumber: number
  readonly footer: string
  readonly lines: AsyncIterable<SheetLine>
}

/** Indexes into `cellXfs` of `workbook-xml.ts`. */
const STYLE = {
  note: 1,
  header: 2,
  plain: { text: 3, number: 4, day: 5, money: 6 },
  bad: { text: 7, number: 8, day: 9, money: 10 },
} as const

const LAST_ROW = 1_048_576
const LONGEST = 32_767

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const control = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Text for XML; characters XML cannot hold, and an underscore that would read as their spelling, as `_xHHHH_`. */
export function escapeXml(text: string): string {
  if (!/[&<>"_\p{Cc}\ufffe\uffff]/u.test(text)) return text
  return text
    .replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, control)
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')
}

/** The letters of a column, from 0: A, B, … Z, AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}

function yuan(fen: bigint): string | undefined {
  const [sign, digits] = [fen < 0n ? '-' : '', (fen < 0n ? -fen : fen).toString().padStart(3, '0')]
  // Beyond 15 digits a spreadsheet would round: better an exact text than a wrong number.
  return digits.length > 15 ? undefined : `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The number to store for a value of a column's kind, or undefined where it must be text. */
function numberFor(value: string | number | bigint, kind: ColumnKind): string | undefined {
  if (kind === 'text') return undefined
  if (kind === 'day') return typeof value === 'string' ? serialOf(value)?.toString() : undefined
  if (typeof value === 'bigint')
    return kind === 'money' ? yuan(value) : value > -1_000_000_000_000_000n && value < 1_000_000_000_000_000n ? String(value) : undefined
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}

const asText = (value: string | number | bigint, kind: ColumnKind): string => {
  const text =
    kind === 'money' && typeof value === 'bigint'
      ? `${value / 100n}.${String((value < 0n ? -value : value) % 100n).padStart(2, '0')}`
      : String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

/** A text cell is always of string type, so nothing in it is ever a formula, whatever it begins with. */
function cellXml(reference: string, value: string | number | bigint, kind: ColumnKind, style: number): string {
  const number = numberFor(value, kind)
  if (number !== undefined) return `<c r="${reference}" s="${style}"><v>${number}</v></c>`
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(asText(value, kind))}</t></is></c>`
}

function rowXml(line: SheetLine, layout: SheetLayout, letters: readonly string[]): string {
  if (line.rowNumber > LAST_ROW) throw new RangeError('a sheet holds 1,048,576 rows')
  let cells = ''
  for (let column = 0; column < line.cells.length; column++) {
    const value = line.cells[column]
    if (value === null || value === undefined || value === '') continue
    const kind = line.look === 'plain' || line.look === 'bad' ? (layout.kinds[column] ?? 'text') : 'text'
    const style = line.look === 'plain' || line.look === 'bad' ? STYLE[line.look][kind] : STYLE[line.look]
    cells += cellXml(`${letters[column] ?? columnLetters(column)}${line.rowNumber}`, value, kind, style)
  }
  return `<row r="${line.rowNumber}">${cells}</row>`
}

function opening({ widths, headerRowNumber: header }: SheetLayout): string {
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')
  const pane = `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0">${header > 0 ? pane : ''}</sheetView></sheetViews>`,
    columns ? `<cols>${columns}</cols>` : '',
    '<sheetData>',
  ].join('')
}

function closing({ widths, headerRowNumber: header, footer }: SheetLayout, lastRow: number): string {
  const range = `A${header}:${columnLetters(Math.max(0, widths.length - 1))}${Math.max(header, lastRow)}`
  return [
    '</sheetData>',
    header > 0 ? `<autoFilter ref="${range}"/>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    // Paper 9 is A4; as many pages high as needed, one wide.
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>${escapeXml(`&L${footer.replaceAll('&', '&&').slice(0, 150)}&R第 &P 页 共 &N 页`)}</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('')
}

/** A worksheet part, in pieces of some 64,000 characters. */
export async function* sheetXml(layout: SheetLayout): AsyncGenerator<string> {
  const letters = layout.widths.map((_, column) => columnLetters(column))
  let [text, lastRow] = [opening(layout), 0]
  for await (const line of layout.lines) {
    text += rowXml(line, layout, letters)
    lastRow = line.rowNumber
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield text + closing(layout, lastRow)
}
