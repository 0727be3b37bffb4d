import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { crc32 } from './store-zip.ts'
import { sheetXml, workbookFile } from './workbook-file.ts'

const sheet = { title: '渝北区，2026-06-10', heads: ['区划', '走访（人）'], rows: [['双凤桥街道', 1148]] }

test('a text that begins like a formula stays a text', () => {
  const xml = sheetXml({ ...sheet, rows: [['=1+1', 2]] })

  expect(xml).toContain('<c r="A3" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c><c r="B3"><v>2</v></c>')
  expect(xml).not.toContain('<f>')
})

test('signs that mean something in XML, and signs that XML forbids, do no harm', () => {
  expect(sheetXml({ ...sheet, title: 'a<b>&\u0000c' })).toContain('a&lt;b&gt;&amp;c')
})

test('the checksum is that of the standard', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})

test('a spreadsheet program reads the file as it was written', async () => {
  const bytes = await workbookFile({
    ...sheet,
    rows: [
      ['双凤桥街道', 1148],
      ['=1+1', null],
    ],
  }).arrayBuffer()

  const book = read(bytes)
  const rows = utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1, blankrows: false })

  expect(rows).toEqual([['渝北区，2026-06-10'], ['区划', '走访（人）'], ['双凤桥街道', 1148], ['=1+1']])
})
