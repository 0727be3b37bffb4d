import { type CellValue, type ColumnKind, type SheetLayout, type SheetLine, sheetXml } from './sheet-xml.ts'
import { contentTypesXml, rootRelationshipsXml, sheetName, stylesXml, workbookRelationshipsXml, workbookXml } from './workbook-xml.ts'
import { type Destination, writeWhole } from './write-whole.ts'
import { type ZipPart, zipBytes } from './write-zip.ts'

export type WrittenColumn = { readonly title: string; readonly kind: ColumnKind /** In characters. */; readonly width?: number }

export type WrittenSheet = {
  readonly name: string
  readonly columns: readonly WrittenColumn[]
  /** Values in the order of the columns. */
  readonly rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>
}

export type WrittenWorkbook = {
  readonly sheets: readonly WrittenSheet[]
  /** Lines above the header of each sheet and in the printed footer: who exported this, when, what for. */
  readonly notes?: readonly string[]
}

const WIDTHS: Record<ColumnKind, number> = { text: 18, number: 12, day: 12, money: 16 }

async function* linesOf(sheet: WrittenSheet, notes: readonly string[]): AsyncGenerator<SheetLine> {
  let rowNumber = 0
  for (const note of notes) yield { rowNumber: ++rowNumber, cells: [note], look: 'note' }
  yield { rowNumber: ++rowNumber, cells: sheet.columns.map((column) => column.title), look: 'header' }
  for await (const cells of sheet.rows) yield { rowNumber: ++rowNumber, cells, look: 'plain' }
}

/** The bytes of a workbook of laid-out sheets. */
export function workbookBytes(sheets: readonly { readonly name: string; readonly layout: SheetLayout }[]): AsyncGenerator<Buffer> {
  const named: { name: string; headerRowNumber: number }[] = []
  for (const { name, layout } of sheets) {
    const taken = named.map((other) => other.name)
    named.push({ name: sheetName(name, taken), headerRowNumber: layout.headerRowNumber })
  }
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', text: [contentTypesXml(sheets.length)] },
    { name: '_rels/.rels', text: [rootRelationshipsXml()] },
    { name: 'xl/workbook.xml', text: [workbookXml(named)] },
    { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelationshipsXml(sheets.length)] },
    { name: 'xl/styles.xml', text: [stylesXml()] },
    ...sheets.map(({ layout }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text: sheetXml(layout) })),
  ]
  return zipBytes(parts)
}

/**
 * Writes an xlsx as its rows come: memory stays flat at any number of rows. Text is written as text whatever it begins
 * with, so an export never carries a formula. Header styled, frozen, filtered and repeated in print; A4 landscape.
 */
export async function writeWorkbook(out: Destination, workbook: WrittenWorkbook): Promise<void> {
  const notes = workbook.notes ?? []
  const sheets = workbook.sheets.map((sheet) => ({
    name: sheet.name,
    layout: {
      widths: sheet.columns.map((column) => column.width ?? WIDTHS[column.kind]),
      kinds: sheet.columns.map((column) => column.kind),
      headerRowNumber: notes.length + 1,
      footer: notes.join(' '),
      lines: linesOf(sheet, notes),
    },
  }))
  await writeWhole(out, workbookBytes(sheets))
}
