import { readFileSync } from 'node:fs'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readElsewhere } from '../../../test/other-program.ts'
import { buildZip, workbookParts } from './fixtures/build-zip.ts'
import { fileOf, freshPath, readAll, readAllHere } from './fixtures/read-all.ts'
import { returnWorkbook } from './return-workbook.ts'
import { writeCsv } from './write-csv.ts'
import { writeWorkbook } from './write-workbook.ts'

const WIDTH = 5
const columns = Array.from({ length: WIDTH }, (_, i) => ({ title: `列${i + 1}`, kind: 'text' as const }))

/** Any text but the spoiled kind, which reading repairs on purpose. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(
      '张',
      '𠮷',
      '·',
      '🎖️',
      '\n',
      '\t',
      '"',
      ',',
      ';',
      '=',
      '+',
      '-',
      '@',
      '＝',
      "'",
      '<',
      '&',
      '_x0041_',
      '_',
      '\u0001',
      '\u001f',
      '　',
      ' ',
    ),
    maxLength: 8,
  }),
)
const grid = fc.array(fc.array(text, { minLength: WIDTH, maxLength: WIDTH }), { maxLength: 12 })

const trimmed = (cells: readonly string[]): string[] => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
const expected = (rows: readonly string[][]): { rowNumber: number; cells: string[] }[] =>
  [columns.map((column) => column.title), ...rows]
    .map((cells, index) => ({ rowNumber: index + 1, cells: trimmed(cells) }))
    .filter((row) => row.cells.length > 0)

test('any grid written as xlsx is read back equal', async () => {
  await fc.assert(
    fc.asyncProperty(grid, async (rows) => {
      const path = freshPath('.xlsx')

      await writeWorkbook(path, { sheets: [{ name: '表', columns, rows }] })

      expect((await readAllHere(path)).rows).toEqual(expected(rows))
    }),
    { numRuns: 150 },
  )
})

test('any grid written as csv is read back equal', async () => {
  await fc.assert(
    fc.asyncProperty(grid, async (rows) => {
      const path = freshPath('.csv')
      const plain = rows.map((cells) => cells.map((cell) => cell.replace(/[\0-\x08\x0e-\x1f]/g, '')))

      await writeCsv(path, { name: '表', columns, rows: plain })

      expect((await readAllHere(path)).rows).toEqual(expected(plain))
    }),
    { numRuns: 200 },
  )
})

const DANGEROUS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '＝1', '＋1', '－1', '＠1', "=cmd|' /C calc'!A0"]

test('what begins like a formula is a string cell in xlsx and has an apostrophe in csv', async () => {
  const [path, csv] = [freshPath('.xlsx'), freshPath('.csv')]
  const sheet = { name: '表', columns: [{ title: '文', kind: 'text' as const }], rows: DANGEROUS.map((cell) => [cell]) }

  await writeWorkbook(path, { sheets: [sheet] })
  await writeCsv(csv, sheet)

  const { cellAt } = readElsewhere(path)
  const cells = DANGEROUS.map((_, i) => cellAt(`A${i + 2}`))
  expect(cells.map(({ t, f }) => ({ t, f }))).toEqual(DANGEROUS.map(() => ({ t: 's', f: undefined })))
  expect((await readAllHere(path)).rows.slice(1).map((row) => row.cells[0])).toEqual(DANGEROUS)
  const lines = readFileSync(csv, 'utf8').split('\r\n').slice(1, -1)
  expect(lines.every((line) => /^"?'/.test(line))).toBe(true)
})

test('kinds are kept: days are days, fen are exact yuan, ids are text, what does not fit is text', async () => {
  const path = freshPath('.xlsx')
  const kinds = [
    { title: '日', kind: 'day' as const },
    { title: '元', kind: 'money' as const },
    { title: '数', kind: 'number' as const },
    { title: '号', kind: 'text' as const },
  ]
  const rows = [
    ['2024-02-29', 123456789012345n, 3.5, '990112195001010014'],
    ['1899-01-01', -5n, '约 3', null],
    ['2023-02-29', 12345678901234567n, 7, ''],
  ]

  await writeWorkbook(path, { sheets: [{ name: '[表]/1', columns: kinds, rows }], notes: ['导出人：张三 & 李四 <科室>'] })

  const { cellAt, xml } = readElsewhere(path)
  expect(cellAt('A3')).toMatchObject({ t: 'd', v: new Date('2024-02-29T00:00:00Z') })
  expect(cellAt('B3')).toMatchObject({ t: 'n', v: 1234567890123.45 })
  expect(cellAt('D3')).toMatchObject({ t: 's', v: '990112195001010014' })
  expect(/<pane [^>]*>/.exec(xml)?.[0]).toMatch(/ySplit="2".*state="frozen"/)
  expect(/<pageSetup [^>]*>/.exec(xml)?.[0]).toMatch(/paperSize="9".*orientation="landscape"/)
  expect((await readAllHere(path)).rows.map((row) => row.cells)).toEqual([
    ['导出人：张三 & 李四 <科室>'],
    ['日', '元', '数', '号'],
    ['2024-02-29', '1234567890123.45', '3.5', '990112195001010014'],
    ['1899-01-01', '-0.05', '约 3'],
    ['2023-02-29', '123456789012345.67', '7'],
  ])
})

test('a workbook made by another program is read: shared strings, dates, formulas', async () => {
  const sheet = utils.aoa_to_sheet(
    [
      ['姓名', '入伍'],
      ['张三', new Date('1990-12-01T00:00:00Z'), { t: 'n', v: 2, f: '1+1' }],
    ],
    { UTC: true },
  )
  const bytes = write({ SheetNames: ['人员'], Sheets: { 人员: sheet } }, { type: 'buffer', bookSST: true })

  const { rows } = await readAll(fileOf(bytes as Buffer))

  expect(rows.map((row) => row.cells)).toEqual([
    ['姓名', '入伍'],
    ['张三', '1990-12-01', '2'],
  ])
})

const OUTCOMES = new Map([
  [4, { result: '已导入', isBad: false }],
  [6, { result: '未导入', reason: '身份证号校验码不对', isBad: true }],
])

test('a returned workbook has the same rows at the same numbers, and result and reason beside them, once', async () => {
  const original = fileOf('台账\n\n姓名,住址\n张三,渝北区,多出的一格\n\n李四\n', '.csv')
  const [once, twice] = [freshPath('.xlsx'), freshPath('.xlsx')]

  await returnWorkbook({ path: original, headerRowNumber: 3, outcomes: async () => OUTCOMES, out: once })
  const answer = await returnWorkbook({ path: once, headerRowNumber: 3, outcomes: async () => OUTCOMES, out: twice })

  expect(answer.ok).toBe(true)
  const expectedRows = [
    { rowNumber: 1, cells: ['台账'] },
    { rowNumber: 3, cells: ['姓名', '住址', '', '结果', '原因'] },
    { rowNumber: 4, cells: ['张三', '渝北区', '多出的一格', '已导入'] },
    { rowNumber: 6, cells: ['李四', '', '', '未导入', '身份证号校验码不对'] },
  ]
  expect((await readAllHere(once)).rows).toEqual(expectedRows)
  expect((await readAllHere(twice)).rows).toEqual(expectedRows)
  const { cellAt } = readElsewhere(once)
  expect(cellAt('A6').s).toMatchObject({ fgColor: { rgb: 'FDE3E1' } })
  expect(cellAt('A4').s).not.toMatchObject({ fgColor: { rgb: 'FDE3E1' } })
})

test('a damaged workbook is not given back, and no file is left', async () => {
  const broken = fileOf(buildZip(workbookParts('<row r="1"><c r="A1"><v>1</v></c></row>')).subarray(0, -30))
  const out = freshPath('.xlsx')

  const answer = await returnWorkbook({ path: broken, headerRowNumber: 1, outcomes: async () => OUTCOMES, out })

  expect(answer).toMatchObject({ ok: false, refusal: { code: 'damaged' } })
  expect(() => readFileSync(out)).toThrow()
})
