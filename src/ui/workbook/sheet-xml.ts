import { type ColumnKind, STYLE } from './workbook-styles.ts'

/** Money is fen, a day `2026-06-10`; what does not fit its column's kind is written as text. */
export type Cell = string | number | bigint | null

export interface SheetColumn {
  readonly head: string
  /** Left out: text. */
  readonly kind?: ColumnKind | undefined
}

/** One sheet: a line above that says what it is, the heads, the rows. */
export interface Sheet {
  readonly title: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The row of the heads: it and the title stay in view, and are on every printed page. */
export const HEAD_ROW = 2

// XML 1.0 allows no other control characters, not even escaped.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

export const escaped = (text: string) =>
  text.replace(FORBIDDEN, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A, B, … Z, AA: readers stricter than Excel want every cell's address. */
export const columnName = (at: number): string => (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** A day as spreadsheets count them, from the end of 1899; before March 1900 they count one that never was. */
function serialOf(text: string): string | undefined {
  const [, year, month, day] = DAY.exec(text) ?? []
  if (day === undefined || text < '1900-03-01') return undefined
  return String((Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / 86_400_000)
}

/** Yuan of fen, to the fen: no sum of a column is a rounded one. */
function yuanOf(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function numberOf(cell: string | number | bigint, kind: ColumnKind): string | undefined {
  if (kind === 'text') return undefined
  if (kind === 'day') return typeof cell === 'string' ? serialOf(cell) : undefined
  if (kind === 'money' && typeof cell !== 'string')
    return Number.isInteger(Number(cell)) ? yuanOf(BigInt(cell)) : String(Number(cell) / 100)
  if (typeof cell === 'bigint') return String(cell)
  return typeof cell === 'number' && Number.isFinite(cell) ? String(cell) : undefined
}

/** Text stays text whatever it begins with, so that no export carries a formula. */
const textXml = (text: string, address: string, style: number): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

function cellXml(cell: Cell, address: string, kind: ColumnKind): string {
  if (cell === null || cell === '') return `<c r="${address}" s="${STYLE[kind]}"/>`
  const number = numberOf(cell, kind)
  return number === undefined ? textXml(String(cell), address, STYLE.text) : `<c r="${address}" s="${STYLE[kind]}"><v>${number}</v></c>`
}

/** Chinese characters are twice as wide as digits. */
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (sign > '\u2e7f' ? 2 : 1), 0)

/** What a reader sees of a cell, as far as its width goes: of a share only one decimal. */
const shownOf = (cell: Cell | undefined, kind: ColumnKind | undefined): string =>
  kind === 'share' && typeof cell === 'number' ? cell.toFixed(1) : String(cell ?? '')

const [NARROW, WIDE, HEAD] = [8, 46, 12] as const

/** As wide as what stands in it, within reason: longer text is wrapped, and so is a longer head. */
function widthsOf({ columns, rows }: Sheet): number[] {
  return columns.map(({ head, kind }, at) => {
    const extra = kind === 'money' || kind === 'number' ? 4 : 2
    const widest = rows.reduce((width, row) => Math.max(width, widthOf(shownOf(row[at], kind))), 0)
    return Math.min(WIDE, Math.max(NARROW, Math.min(widthOf(head), HEAD) + 2, widest + extra))
  })
}

const POINTS_A_LINE = 16

/** Not every program finds the height of wrapped text itself, so each row says it. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): string {
  // Only text is wrapped.
  const lines = cells.map((cell, at) =>
    typeof cell === 'number' ? 1 : Math.ceil(widthOf(String(cell ?? '')) / ((widths[at] ?? NARROW) - 1)),
  )
  return `ht="${POINTS_A_LINE * Math.max(1, ...lines)}" customHeight="1"`
}

export function sheetXml(sheet: Sheet, main: string): string {
  const { title, columns, rows } = sheet
  const widths = widthsOf(sheet)
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const heads = columns.map(({ head }, at) => textXml(head, `${columnName(at)}${HEAD_ROW}`, STYLE.head))
  const body = rows.map((row, at) => {
    const number = HEAD_ROW + 1 + at
    return `<row r="${number}" ${heightOf(row, widths)}>${row.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`, columns[column]?.kind ?? 'text')).join('')}</row>`
  })
  const headHeight = heightOf(
    columns.map(({ head }) => head),
    widths,
  )
  const range = `A${HEAD_ROW}:${columnName(Math.max(0, columns.length - 1))}${HEAD_ROW + rows.length}`
  return [
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEAD_ROW}" topLeftCell="A${HEAD_ROW + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${cols.join('')}</cols><sheetData><row r="1" ht="24" customHeight="1">${textXml(title, 'A1', STYLE.title)}</row><row r="${HEAD_ROW}" ${headHeight}>${heads.join('')}</row>${body.join('')}</sheetData>`,
    `<autoFilter ref="${range}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>`,
    // Paper 9 is A4; as many pages high as needed, one wide.
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
  ].join('')
}
