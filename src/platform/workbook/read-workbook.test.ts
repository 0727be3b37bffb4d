import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { buildZip, workbookParts } from './fixtures/build-zip.ts'
import { fileOf, readAll, readAllHere } from './fixtures/read-all.ts'
import { readHeads, readWorkbook } from './read-workbook.ts'

const fixture = (name: string): string => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))
const workbook = (rows: string, styles = '', date1904 = ''): string => {
  const further = [{ name: 'xl/styles.xml', body: `<styleSheet>${styles}</styleSheet>` }]
  const book = {
    name: 'xl/workbook.xml',
    body: `<workbook><workbookPr ${date1904}/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  }
  return fileOf(buildZip(workbookParts(rows, [...further, book])))
}

test('a ledger written by LibreOffice is read: title, gaps, rich text, dates, zeros, formulas, rare characters', async () => {
  const path = fixture('ledger-by-libreoffice.xlsx')

  const { rows, source, refusal } = await readAll(path)

  expect(refusal).toBeUndefined()
  expect(source).toEqual({ kind: 'xlsx', sheet: '人员' })
  expect(rows).toEqual([
    { rowNumber: 1, cells: ['凤鸣路社区退役军人台账'] },
    { rowNumber: 3, cells: ['姓名*', '身份证号（18位）', '出生日期', '编号', '合计', '备注'] },
    { rowNumber: 4, cells: ['张大勇', '990112195001010014', '1950-01-01', '000042', '4.5', '1'] },
    {
      rowNumber: 8,
      cells: ['古丽·𠮷', '990112195001010000', '', '', '甲乙', '<第一行>\n第二行 & =1+1'],
      notes: [{ column: 1, note: 'digits-lost' }],
    },
  ])
})

test('a GB 18030 text written by LibreOffice is read', async () => {
  const path = fixture('people-gb18030-by-libreoffice.csv')

  const { rows, source } = await readAll(path)

  expect(source).toEqual({ kind: 'csv', encoding: 'gb18030', delimiter: ',' })
  expect(rows.map((row) => row.cells)).toEqual([
    ['姓名', '出生日期', '住址'],
    ['张大勇', '1950-01-01', '重庆市渝北区, 凤鸣路'],
    ['李四', '1960年2月3日'],
  ])
})

test('numbers are read as they are shown: days in both date systems, times, percentages and errors as stored', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="170"/><xf numFmtId="20"/></cellXfs>'
  const rows =
    '<row r="1"><c r="A1" s="1"><v>45292</v></c><c r="B1" s="2"><v>45292.5</v></c><c r="C1" s="3"><v>45292</v></c><c r="D1" s="4"><v>0.75</v></c><c r="E1"><v>0.30000000000000004</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#N/A</v></c><c r="H1" s="1"><v>60</v></c></row>'

  const [since1900, since1904] = [await readAllHere(workbook(rows, styles)), await readAllHere(workbook(rows, styles, 'date1904="1"'))]

  expect(since1900.rows[0]?.cells).toEqual([
    '2024-01-01',
    '2024-01-01 12:00:00',
    '2024-01-01',
    '18:00:00',
    '0.3',
    'TRUE',
    '#N/A',
    '1900-02-29',
  ])
  expect(since1904.rows[0]?.cells.slice(0, 2)).toEqual(['2028-01-02', '2028-01-02 12:00:00'])
})

test('sparse cells go by their reference, empty ones vanish, prefixes and CDATA do not matter', async () => {
  const rows =
    '<x:row r="2"><x:c r="C2"><x:v>3</x:v></x:c><c r="ZZ2" s="4"/></x:row><row><c><v>1</v></c><c t="str"><f>A1&amp;"&lt;"</f><v>&lt;甲&#x20BB7;</v></c></row><row r="9"><c r="B9" t="inlineStr"><is><r><t>一</t></r><r><t xml:space="preserve"> 二</t></r><rPh><t>yi</t></rPh></is></c></row><row r="10"><c r="A10" t="str"><v><![CDATA[<b>]]></v></c></row>'

  const { rows: read } = await readAllHere(workbook(rows))

  expect(read).toEqual([
    { rowNumber: 2, cells: ['', '', '3'] },
    { rowNumber: 3, cells: ['1', '<甲𠮷'] },
    { rowNumber: 9, cells: ['', '一 二'] },
    { rowNumber: 10, cells: ['<b>'] },
  ])
})

const PEOPLE = '姓名,住址\r\n张大勇,"渝北区,凤鸣路""1""号\n二单元"\r\n\r\n李四,\r\n'
const READ = [
  { rowNumber: 1, cells: ['姓名', '住址'] },
  { rowNumber: 2, cells: ['张大勇', '渝北区,凤鸣路"1"号\n二单元'] },
  { rowNumber: 4, cells: ['李四'] },
]

test.each([
  ['utf-8', Buffer.from(PEOPLE)],
  ['utf-8', Buffer.from(`\ufeff${PEOPLE}`)],
  ['utf-16le', iconv.encode(PEOPLE, 'utf-16le', { addBOM: true })],
  ['utf-16be', iconv.encode(PEOPLE, 'utf-16be', { addBOM: true })],
  ['gb18030', iconv.encode(PEOPLE, 'gbk')],
])('a csv in %s reads the same', async (encoding, bytes) => {
  const path = fileOf(bytes, '.csv')

  const { rows, source } = await readAllHere(path)

  expect(source).toMatchObject({ encoding })
  expect(rows).toEqual(READ)
})

test('GBK that begins after a megabyte of plain letters is still found', async () => {
  const path = fileOf(Buffer.concat([Buffer.from('a,b\n'.repeat(300_000)), iconv.encode('姓名,张大勇\n', 'gbk')]), '.csv')

  const { rows } = await readAllHere(path)

  expect(rows.at(-1)).toEqual({ rowNumber: 300_001, cells: ['姓名', '张大勇'] })
})

test.each([
  [',', 'a,b;c\nd,e;f\n'],
  ['\t', '姓名\t住址,门牌\n张\t渝北,1\n'],
  [';', '重庆市渝北区\na;b;c\n1,5;2,5;3\n2;3;4'],
  ['|', 'sep=|\na,b|c\n'],
])('the delimiter %j is found', async (delimiter, text) => {
  const path = fileOf(text, '.txt')

  const { source } = await readAllHere(path)

  expect(source).toMatchObject({ delimiter })
})

test('an id wrapped against spreadsheets is unwrapped, and spoiled cells are repaired and noted', async () => {
  const spoiled = iconv.decode(Buffer.from('重庆渝北'), 'gbk')
  const path = fileOf(`="0012",'=1+1,${spoiled},正常,ä¸­å›½,锟斤拷\n`, '.csv')

  const { rows } = await readAllHere(path)

  expect(rows).toEqual([
    {
      rowNumber: 1,
      cells: ['0012', '=1+1', '重庆渝北', '正常', '中国', '锟斤拷'],
      notes: [
        { column: 2, note: 'repaired' },
        { column: 4, note: 'repaired' },
        { column: 5, note: 'garbled' },
      ],
    },
  ])
})

test('a preview stops the thread early, and an abort ends the reading with its reason', async () => {
  const path = fileOf('张三,1\n'.repeat(200_000), '.csv')
  const abort = new AbortController()

  const head = await readHeads({ path }, 2)
  const reading = (async () => {
    for await (const batch of readWorkbook({ path, signal: abort.signal })) if (batch.ok) abort.abort(new Error('cancelled by the clerk'))
  })()

  expect(head.ok && head.value[0]?.rows).toHaveLength(2)
  await expect(reading).rejects.toThrow('cancelled by the clerk')
})
