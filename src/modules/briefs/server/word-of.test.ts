import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode, UnitCode } from '../../../kernel/region-code.ts'
import type { BriefRow } from './brief-rows.ts'
import { wordOf } from './word-of.ts'

const run = promisify(execFile)
const period = { from: '2026-05-01' as PlainDate, to: '2026-05-31' as PlainDate }
const place = '500112000000' as RegionCode

const BRIEF: BriefRow = {
  id: '0197f000-0000-7000-8000-000000000001',
  unitCode: place as string as UnitCode,
  place,
  template: 'monthBrief',
  period,
  knownOn: '2026-06-01' as PlainDate,
  state: 'signed',
  version: 3,
  title: '渝北区工作简报',
  text: {
    title: [{ kind: 'text', text: '渝北区工作简报' }],
    blocks: [
      { kind: 'heading', inlines: [{ kind: 'text', text: '走访联系' }] },
      { kind: 'subheading', inlines: [{ kind: 'text', text: '上门走访 <重点> & 日常' }] },
      {
        kind: 'text',
        inlines: [
          { kind: 'text', text: '走访' },
          { kind: 'figure', key: 'f1' },
          { kind: 'text', text: '。' },
        ],
      },
      { kind: 'heading', inlines: [{ kind: 'text', text: '下步打算' }] },
    ],
  },
  figures: [
    { key: 'f1', code: 'visits', label: '走访', place, period, say: 'exact', value: 143, previous: 100, lastYear: 0, words: '143次' },
  ],
  isUnlocked: true,
  hands: [],
  figuresAt: '2026-06-01T02:00:00.000Z',
  changedAt: '2026-06-01T02:00:00.000Z',
  returnedWhy: null,
}

const write = () => wordOf(BRIEF, { origin: 'https://guidui.example', place: { name: '渝北区', tier: 'county' } })

test('the same brief makes the same bytes', () => {
  expect(write().equals(write())).toBe(true)
})

const hasOffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
)

test.runIf(hasOffice)('LibreOffice opens it: headings counted, the number a link to its rows', { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guidui-brief-'))
  try {
    await writeFile(join(folder, 'brief.docx'), write())
    const to = (format: string) =>
      run(
        'soffice',
        [
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--headless',
          '--convert-to',
          format,
          '--outdir',
          folder,
          join(folder, 'brief.docx'),
        ],
        { timeout: 150_000 },
      )
    await to('pdf')
    await to('txt:Text (encoded):UTF8')
    await to('html')
    const pdf = await readFile(join(folder, 'brief.pdf'), 'latin1')
    const html = await readFile(join(folder, 'brief.html'), 'utf8')
    const text = await readFile(join(folder, 'brief.txt'), 'utf8')

    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    // The one number is the one link of the sheet.
    expect(html.match(/<a [^>]*href=/gi)).toHaveLength(1)
    expect(html.replaceAll('&amp;', '&')).toContain(
      'https://guidui.example/desk/network/rows?code=visits&place=500112000000&from=2026-05-01&to=2026-05-31',
    )
    for (const words of [
      '一、走访联系',
      '（一）上门走访 <重点> & 日常',
      '走访143次。',
      '二、下步打算',
      '（数据未锁定）',
      '渝北区退役军人事务局',
      '2026年6月1日',
    ])
      expect(text).toContain(words)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
