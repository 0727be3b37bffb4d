import { expect, test } from 'vitest'
import { composeBrief } from './compose.ts'
import { dropBareHeadings } from './drop-bare-headings.ts'
import { findNumbers } from './find-numbers.ts'
import { parseTemplate } from './parse-template.ts'
import { plainText } from './plain-text.ts'
import { readTemplate } from './template.ts'
import { officeOf, wholeOf } from './whole-of.ts'

test('digits and Chinese numerals that count something are found; ordinals, names and harmless words are not', () => {
  expect(findNumbers('走访1,200户，上门三百余次，占百分之八十，比去年翻一番')).toEqual(['1,200', '三百余次', '百分之八十', '翻一番'])
  expect(findNumbers('进一步落实“一”条主线，第一家建成，为退役军人提供一对一帮扶，一是抓走访')).toEqual([])
  expect(findNumbers('建成四级网络')).toEqual(['四级'])
})

test('a template with a typed number or an unknown token cannot be read', () => {
  const filed = { code: 'x', zh: 'x', en: 'x', genre: 'brief', rhythm: 'any', title: '{{place}}' } as const
  const block = (text: string) => ({ ...filed, blocks: [{ kind: 'text' as const, text }] })

  expect(() => readTemplate(block('走访1200户'))).toThrow('1200 has no source')
  expect(() => readTemplate(block('建成三支队伍'))).toThrow('三支 has no source')
  expect(readTemplate(block('建成{{name 四级}}网络')).codes).toEqual([])
  expect(() => parseTemplate('{{figure visits say=loudly}}')).toThrow('no token')
})

test('a number is bound to a word, a place and a period of its own where the template says so', () => {
  const [piece] = parseTemplate('{{figure visits/routine at=500112000000 from=2020-01-01 say=more as=户}}')

  expect(piece).toEqual({
    kind: 'figure',
    code: 'visits',
    word: 'routine',
    at: '500112000000',
    within: { from: '2020-01-01' },
    say: 'more',
    as: '户',
  })
  expect(() => parseTemplate('{{figure visits at=渝北}}')).toThrow('no place')
  expect(() => parseTemplate('{{figure visits to=2020}}')).toThrow('no day')
})

test('what may be left out is, where it is nothing or not defined, and its numbers with it', () => {
  const text =
    '走访{{figure visits}}。[[上门{{figure homeVisits}}。]][[兵支书{{figure soldierSecretaries}}。]][[{{places visits top=1}}居前。]]'
  const template = readTemplate({
    code: 'x',
    zh: 'x',
    en: 'x',
    genre: 'brief',
    rhythm: 'any',
    title: '{{place}}',
    blocks: [{ kind: 'text', text }],
  })
  const values: Record<string, number> = { 'visits A': 12, 'homeVisits A': 0, 'visits B': 5, 'visits C': 7 }
  const answered = composeBrief(template, {
    place: { code: 'A', name: '甲区', office: '甲区退役军人事务局', whole: '全区' },
    children: ['B', 'C'].map((code) => ({ code, shortName: `${code}镇` })),
    period: { from: '2026-05-01', to: '2026-05-31' },
    day: '2026-06-01',
    knownOf: (code) => (code === 'soldierSecretaries' ? undefined : { code, label: code, unitKind: 'visit', isRatio: false }),
    answerOf: ({ code, place }) => ({ value: values[`${code} ${place}`] ?? 0, previous: null, lastYear: null }),
  })

  expect(plainText(answered.text.blocks[0]?.inlines ?? [], answered.figures)).toBe('走访12次。C镇（7次）居前。')
  expect(answered.figures.map(({ key, code, place }) => [key, code, place])).toEqual([
    ['f1', 'visits', 'A'],
    ['f2', 'visits', 'C'],
  ])
})

test('a heading under which nothing is said falls away, and its parent with it where nothing else is left', () => {
  const kinds = (given: readonly ('heading' | 'subheading' | 'text')[]) =>
    dropBareHeadings(given.map((kind) => ({ kind }))).map(({ kind }) => kind)

  expect(kinds(['heading', 'text', 'heading', 'heading', 'text'])).toEqual(['heading', 'text', 'heading', 'text'])
  expect(kinds(['heading', 'subheading', 'heading', 'subheading', 'text'])).toEqual(['heading', 'subheading', 'text'])
  expect(kinds(['text', 'heading'])).toEqual(['text'])
})

test('a place is called by what it is, and its office by the tier', () => {
  expect(['广东省', '重庆市', '渝北区', '双凤桥街道', '凤鸣路社区'].map(wholeOf)).toEqual(['全省', '全市', '全区', '全街道', '全社区'])
  expect(officeOf('广东省', 'province')).toBe('广东省退役军人事务厅')
  expect(officeOf('重庆市', 'province')).toBe('重庆市退役军人事务局')
  expect(officeOf('渝北区', 'county')).toBe('渝北区退役军人事务局')
})
