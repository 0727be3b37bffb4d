import type { CellValue } from './sheet-xml.ts'
import { type Destination, writeWhole } from './write-whole.ts'
import type { WrittenColumn, WrittenSheet } from './write-workbook.ts'

/** What a spreadsheet would take for a formula or would swallow; apostrophes before it are part of the match, so that reading back is exact. */
const DANGEROUS = /^'*[=+\-@\t\r\0＝＋－＠]/

/** Text a spreadsheet opens as text: an apostrophe goes before what would be a formula. Our own reader takes it off again. */
export const neutralText = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n\t;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function csvCell(value: CellValue, kind: WrittenColumn['kind']): string {
  if (value === null || value === undefined) return ''
  if (kind === 'money' && typeof value === 'bigint') {
    const fen = value < 0n ? -value : value
    return `${value < 0n ? '-' : ''}${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
  }
  return typeof value === 'string' ? quoted(neutralText(value)) : String(value)
}

async function* csvBytes(sheet: WrittenSheet, notes: readonly string[]): AsyncGenerator<Buffer> {
  let text = '\ufeff'
  for (const note of notes) text += `${csvCell(note, 'text')}\r\n`
  text += `${sheet.columns.map((column) => csvCell(column.title, 'text')).join(',')}\r\n`
  for await (const row of sheet.rows) {
    text += `${sheet.columns.map((column, index) => csvCell(row[index], column.kind)).join(',')}\r\n`
    if (text.length < 65_536) continue
    yield Buffer.from(text, 'utf8')
    text = ''
  }
  yield Buffer.from(text, 'utf8')
}

/** Writes a sheet as UTF-8 CSV with a byte order mark (Excel and WPS need it for Chinese), CRLF, formula-safe. */
export async function writeCsv(out: Destination, sheet: WrittenSheet & { readonly notes?: readonly string[] }): Promise<void> {
  await writeWhole(out, csvBytes(sheet, sheet.notes ?? []))
}
