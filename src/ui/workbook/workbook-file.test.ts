import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import type { Sheet } from './sheet-xml.ts'
import { crc32 } from './store-zip.ts'
import { workbookFile } from './workbook-file.ts'

const sheet: Sheet = {
  title: '渝北区，2026-06-10',
  columns: [{ head: '区划' }, { head: '走访（人）', kind: 'number' }],
  rows: [['双凤桥街道', 1148]],
}

/** As a spreadsheet program reads it. */
async function opened(written: Sheet, name = '明细') {
  const book = read(await workbookFile(written, name).arrayBuffer(), { cellNF: true, cellStyles: true })
  const first = book.Sheets[book.SheetNames[0] ?? ''] ?? {}
  return { book, first, rows: utils.sheet_to_json(first, { header: 1, blankrows: false }) }
}

test('a text that begins like a formula stays a text', async () => {
  const { first } = await opened({ ...sheet, rows: [['=1+1', 2]] })

  expect([first['A3']?.t, first['A3']?.v, first['A3']?.f, first['B3']?.v]).toEqual(['s', '=1+1', undefined, 2])
})

test('signs that mean something in XML, and signs that XML forbids, do no harm', async () => {
  const { first } = await opened({ ...sheet, title: 'a<b>&\u0000c' })

  expect(first['A1']?.v).toBe('a<b>&c')
})

test('the checksum is that of the standard', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})

test('a spreadsheet program reads the file as it was written', async () => {
  const { rows } = await opened({
    ...sheet,
    rows: [
      ['双凤桥街道', 1148],
      ['=1+1', null],
    ],
  })

  expect(rows).toEqual([['渝北区，2026-06-10'], ['区划', '走访（人）'], ['双凤桥街道', 1148], ['=1+1']])
})

test('days are days, money is yuan to the fen, a share has one decimal, and a code of digits stays a text', async () => {
  const { first } = await opened({
    title: '台账',
    columns: [{ head: '日期', kind: 'day' }, { head: '金额', kind: 'money' }, { head: '率', kind: 'share' }, { head: '代码' }],
    rows: [
      ['2026-06-10', 123_456n, 66.666, '500112017005'],
      ['1899-01-01', -5, null, '01'],
    ],
  })

  expect(first['A3']).toMatchObject({ t: 'n', v: 46183, w: '2026-06-10' })
  expect(first['B3']).toMatchObject({ t: 'n', v: 1234.56, w: '1,234.56' })
  expect(first['C3']).toMatchObject({ t: 'n', v: 66.666, w: '66.7' })
  expect(first['D3']).toMatchObject({ t: 's', v: '500112017005' })
  expect([first['A4']?.v, first['B4']?.v]).toEqual(['1899-01-01', -0.05])
})

test('each printed page has the title and the heads, and each column the room of what stands in it', async () => {
  const { book, first } = await opened({ ...sheet, rows: [['重庆市渝北区双凤桥街道凤鸣路社区居民委员会', 1]] }, "一/二'三")

  expect(book.SheetNames).toEqual(['一 二 三'])
  expect(book.Workbook?.Names).toMatchObject([{ Name: '_xlnm.Print_Titles', Ref: "'一 二 三'!$1:$2" }])
  expect(first['!autofilter']).toEqual({ ref: 'A2:B3' })
  const { first: shares } = await opened({ title: '率', columns: [{ head: '率', kind: 'share' }], rows: [[200 / 3]] })
  expect(shares['!cols']?.[0]?.width).toBeLessThan(10)
  const [place = 0, visits = 0] = (first['!cols'] ?? []).map(({ width }) => Math.round(width ?? 0))
  expect(place).toBeGreaterThan(40)
  expect(visits).toBeLessThan(20)
})

test('a text longer than its column is wrapped, in a row as high as its lines', async () => {
  const { first } = await opened({ title: '台账', columns: [{ head: '内容' }], rows: [['短'], ['走访慰问'.repeat(30)]] })

  const [, , short = 0, long = 0] = (first['!rows'] ?? []).map((row) => row.hpt ?? 0)
  expect([short, long]).toEqual([16, 16 * 6])
})
