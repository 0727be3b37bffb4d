import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type WordPaper, writeWordFile } from './word-file.ts'

const run = promisify(execFile)

const PAPER: WordPaper = {
  title: '处理意见书',
  rows: [
    ['姓名', '欧阳建国', '性别', '男'],
    ['办理事项', '☑建档立卡　☐恢复户口'],
  ],
  paragraphs: ['欧阳建国：', '你反映的“工龄 <认定> & 接续”事项，意见如下：\n一、按规定认定。', `二、生僻字𠮷、控制符\u0007已去。`],
  signature: ['渝北区退役军人服务中心', '2026年6月10日'],
}

/** The parts of an archive, read by its central directory. */
function partsOf(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  const count = zip.readUInt16LE(zip.length - 12)
  let at = zip.readUInt32LE(zip.length - 6)
  for (let part = 0; part < count; part += 1) {
    const [size, name] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const start = zip.readUInt32LE(at + 42) + 30 + name
    parts.set(zip.toString('utf8', at + 46, at + 46 + name), inflateRawSync(zip.subarray(start, start + size)).toString('utf8'))
    at += 46 + name
  }
  return parts
}

test('a paper is a package of the parts that Word asks for, its words escaped and whole', () => {
  const parts = partsOf(writeWordFile(PAPER))
  const document = parts.get('word/document.xml') ?? ''

  expect([...parts.keys()].sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/fontTable.xml',
    'word/styles.xml',
  ])
  expect(document).toContain('工龄 &lt;认定&gt; &amp; 接续')
  expect(document).toContain('生僻字𠮷、控制符已去。')
  expect(document).toContain('<w:gridSpan w:val="3"/>')
  expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
  for (const id of document.matchAll(/w:pStyle w:val="(\w+)"/g)) expect(parts.get('word/styles.xml')).toContain(`w:styleId="${id[1]}"`)
  for (const name of ['仿宋', '宋体']) expect(parts.get('word/fontTable.xml')).toContain(`w:name="${name}"`)
})

test('the same words make the same bytes', () => {
  expect(writeWordFile(PAPER).equals(writeWordFile(PAPER))).toBe(true)
})

const hasOffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
)

test.runIf(hasOffice)('LibreOffice opens it and prints every word on one sheet of A4', { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guidui-word-'))
  try {
    await writeFile(join(folder, 'paper.docx'), writeWordFile(PAPER))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'paper.docx')], {
      timeout: 150_000,
    })
    await run(
      'soffice',
      [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'paper.docx')],
      {
        timeout: 150_000,
      },
    )

    const pdf = await readFile(join(folder, 'paper.pdf'), 'latin1')
    const text = await readFile(join(folder, 'paper.txt'), 'utf8')

    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[56]\S* 84[12]\S*\s*\]/)
    for (const word of ['处理意见书', '欧阳建国', '☑建档立卡', '工龄 <认定> & 接续', '𠮷', '2026年6月10日']) expect(text).toContain(word)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
