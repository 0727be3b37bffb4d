import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BuiltPart, buildZip, workbookParts } from './fixtures/build-zip.ts'
import { fileOf, readAll, readAllHere } from './fixtures/read-all.ts'
import { workbookRefusalSentence } from './refusals.ts'

const LEDGER = readFileSync(new URL('./fixtures/ledger-by-libreoffice.xlsx', import.meta.url))
const SHEET = 'xl/worksheets/sheet1.xml'
const STRINGS = 'xl/sharedStrings.xml'

/** A deflate stream of `megabytes` of zeros, at the best ratio deflate has: about 1,000 to 1. */
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1_048_576)

const workbook = (rows: string, further: readonly BuiltPart[] = []): Buffer => buildZip(workbookParts(rows, further))
const cell = (reference: string, text: string): string => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
const ole = (name: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_016), Buffer.from(name, 'utf16le'), Buffer.alloc(2_048)])

const XXE = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1">${cell('A1', '&a;')}</row></sheetData></worksheet>`
const LAUGHS = `<!DOCTYPE l [<!ENTITY l "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i} "${`&l${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]><sst><si><t>&l8;</t></si></sst>`

const wide = `<row r="1">${Array.from({ length: 16_384 }, (_, i) => `<c><v>${i}</v></c>`).join('')}</row>`

const HOSTILE: readonly (readonly [name: string, code: string, bytes: () => Buffer])[] = [
  ['an empty file', 'empty-file', () => Buffer.alloc(0)],
  ['a bomb that declares its size', 'unpacks-too-large', () => workbook('', [{ name: SHEET, body: zeros(64) }])],
  ['a bomb that declares ten bytes', 'damaged', () => workbook('', [{ name: SHEET, body: zeros(64), declared: 10 }])],
  ['a bomb of repeated cells', 'unpacks-too-large', () => workbook(`<row>${'<c/>'.repeat(8_000_000)}</row>`)],
  ['a part that declares 4 GB', 'unpacks-too-large', () => workbook('', [{ name: 'xl/media/a.png', body: 'x', declared: 4_294_967_294 }])],
  [
    'a hundred thousand parts',
    'too-many-parts',
    () => buildZip(Array.from({ length: 60_000 }, (_, i) => ({ name: `a/${i}`, body: '', packed: Buffer.alloc(0) }))),
  ],
  ['16,384 columns', 'too-many-columns', () => workbook(wide)],
  ['a cell of 40,000 characters', 'cell-too-long', () => workbook(`<row r="1">${cell('A1', '长'.repeat(40_000))}</row>`)],
  ['a cell of a million characters', 'cell-too-long', () => workbook(`<row r="1">${cell('A1', 'ab'.repeat(450_000))}</row>`)],
  ['an external entity', 'entities', () => workbook('', [{ name: SHEET, body: XXE }])],
  ['a billion laughs', 'entities', () => workbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', [{ name: STRINGS, body: LAUGHS }])],
  ['an encrypted workbook', 'encrypted', () => ole('EncryptedPackage')],
  ['a zip with a password', 'encrypted', () => buildZip([{ name: 'xl/workbook.xml', body: 'x', flags: 1 }])],
  ['an .xls renamed', 'old-format', () => ole('Workbook')],
  ['a Word file of 2003', 'not-a-workbook', () => ole('WordDocument')],
  ['a web page renamed', 'old-format', () => Buffer.from('<html><table><tr><td>张三</td></tr></table></html>')],
  [
    'a Word file',
    'not-a-workbook',
    () =>
      buildZip([
        { name: '[Content_Types].xml', body: '' },
        { name: 'word/document.xml', body: '' },
      ]),
  ],
  ['a zip of other files', 'not-a-workbook', () => buildZip([{ name: 'ledger.xlsx', body: LEDGER }])],
  ['a PDF', 'not-a-workbook', () => Buffer.from('%PDF-1.7\n1 0 obj')],
  ['a picture', 'not-a-workbook', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a program', 'not-a-workbook', () => Buffer.concat([Buffer.from('a,b\n'), Buffer.alloc(4_000, 1)])],
  ['two parts of one name', 'damaged', () => buildZip([...workbookParts(''), { name: SHEET, body: '<worksheet/>' }])],
  [
    'a wrong checksum',
    'damaged',
    () => workbook('', [{ name: SHEET, body: '<worksheet><sheetData></sheetData></worksheet>'.padEnd(400_000), crc: 7 }]),
  ],
  ['bytes that do not inflate', 'damaged', () => workbook('', [{ name: SHEET, body: 'x', packed: Buffer.from('ffffffffffff', 'hex') }])],
  [
    'a sheet cut in the middle of a row',
    'damaged',
    () => workbook('', [{ name: SHEET, body: `<worksheet><sheetData><row r="1">${cell('A1', 'a')}` }]),
  ],
  ['rows in no order', 'damaged', () => workbook('<row r="5"/><row r="2"/>')],
  ['a row past the last', 'damaged', () => workbook('<row r="99999999"><c r="A1"><v>1</v></c></row>')],
  [
    'a text that is not there',
    'damaged',
    () => workbook('<row r="1"><c r="A1" t="s"><v>7</v></c></row>', [{ name: STRINGS, body: '<sst/>' }]),
  ],
  ['an attribute without an end', 'damaged', () => workbook('', [{ name: SHEET, body: `<worksheet a="${'>'.repeat(1_500_000)}` }])],
  ['a comment without an end', 'damaged', () => workbook('', [{ name: SHEET, body: `<worksheet><!--${'-'.repeat(1_500_000)}` }])],
  ['a workbook without rows', 'no-rows', () => workbook('<row r="1"><c r="A1" s="0"/></row>')],
  ['a csv with a quote that never closes', 'cell-too-long', () => Buffer.from(`姓名,备注\n张三,"${'没有结尾\n'.repeat(20_000)}`)],
  ['a csv of 300 columns', 'too-many-columns', () => Buffer.from('1,'.repeat(300))],
  ['a csv of one endless line', 'too-many-columns', () => Buffer.from('a,'.repeat(4_000_000))],
]

test.each(HOSTILE)('%s is refused: %s', async (_, code, bytes) => {
  const path = fileOf(bytes())

  const { refusal } = await readAllHere(path)

  expect(refusal?.code).toBe(code)
  expect(refusal && workbookRefusalSentence(refusal)).toMatch(/请.+。$/)
})

test('a refusal crosses from the reading thread as it is', async () => {
  const path = fileOf(workbook('', [{ name: SHEET, body: zeros(64), declared: 10 }]))

  const { rows, refusal } = await readAll(path)

  expect(rows).toEqual([])
  expect(refusal).toEqual({ code: 'damaged', detail: '部件大小与目录不符' })
})

test('a heap that fills ends the thread and not the server', async () => {
  const styles = `<styleSheet><numFmts>${Array.from({ length: 300_000 }, (_, i) => `<numFmt numFmtId="${i}" formatCode="0.${i}${'x'.repeat(20)}"/>`).join('')}</numFmts></styleSheet>`
  const path = fileOf(workbook('', [{ name: 'xl/styles.xml', body: styles }]))

  const { refusal } = await readAll(path, { heapMegabytes: 12 })

  expect(refusal).toEqual({ code: 'too-much-memory' })
})

test('a file larger than the budget is refused before it is opened', async () => {
  const path = fileOf(LEDGER)

  const { refusal } = await readAll(path, { fileBytes: 100 })

  expect(refusal).toEqual({ code: 'file-too-large', bytes: LEDGER.length, limit: 100 })
})

test('a file that keeps the thread busy too long is stopped', async () => {
  const path = fileOf(Array.from({ length: 400_000 }, (_, i) => `${i},张三,重庆市渝北区\n`).join(''), '.csv')

  const { refusal } = await readAll(path, { busyMs: 1, busyMsPerMegabyte: 0 })

  expect(refusal).toEqual({ code: 'took-too-long' })
})

test('names that climb out of the archive are only names', async () => {
  const path = fileOf(workbook(`<row r="1">${cell('A1', '__proto__')}${cell('B1', 'constructor')}</row>`, [{ name: 'a/b/c', body: 'x' }]))
  const climbing = fileOf(workbook('', [{ name: '../../etc/passwd', body: 'x' }]))

  expect((await readAll(path)).rows).toEqual([{ rowNumber: 1, cells: ['__proto__', 'constructor'] }])
  expect((await readAll(climbing)).refusal?.code).toBe('damaged')
})

test('a workbook cut anywhere is refused and never half accepted', async () => {
  const cuts = Array.from({ length: 40 }, (_, i) => Math.floor((LEDGER.length * (i + 1)) / 41))

  const answers = await Promise.all(cuts.map((cut) => readAllHere(fileOf(LEDGER.subarray(0, cut)))))

  expect(answers.map((answer) => answer.refusal?.code)).toEqual(cuts.map(() => 'damaged'))
})

test('any bytes give rows or a refusal, never a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => {
      const { rows, refusal } = await readAllHere(fileOf(Buffer.from(bytes)))

      expect(rows.length > 0 || refusal !== undefined).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a real workbook with bytes changed gives rows or a refusal, never a fault', async () => {
  const change = fc.tuple(fc.nat({ max: LEDGER.length - 1 }), fc.nat({ max: 255 }))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const bytes = Buffer.from(LEDGER)
      for (const [place, value] of changes) bytes[place] = value

      const { rows, refusal } = await readAllHere(fileOf(bytes))

      expect(rows.length > 0 || refusal !== undefined).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('a sheet of any markup gives rows or a refusal, never a fault', async () => {
  const piece = fc.constantFrom(
    '<row>',
    '<row r="3">',
    '</row>',
    '<c>',
    '<c r="B2" t="s">',
    '<c r="ZZZ9">',
    '</c>',
    '<v>',
    '</v>',
    '<v>1e400</v>',
    '&#x110000;',
    '&amp',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<',
    '>',
    '"',
    "'",
    '<is><t>',
    '一',
    '\u0000',
    '<x:c r="A1"><x:v>1</x:v></x:c>',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const { rows, refusal } = await readAllHere(fileOf(workbook(pieces.join(''))))

      expect(rows.length > 0 || refusal !== undefined).toBe(true)
    }),
    { numRuns: 400 },
  )
})
