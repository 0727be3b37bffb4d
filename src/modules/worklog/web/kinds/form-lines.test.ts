import { expect, test } from 'vitest'
import { readFormLines } from './form-lines.ts'

test('a form is written one field a line: name, type, and its unit or its words', () => {
  expect(readFormLines('植树* 数字 个\n\n形式 选择 现场/线上\n地点 文字')).toEqual({
    ok: true,
    value: [
      { code: 'fa', zh: '植树', en: '植树', type: 'number', required: true, unit: '个' },
      {
        code: 'fb',
        zh: '形式',
        en: '形式',
        type: 'choice',
        required: false,
        choices: [
          { code: 'c1', zh: '现场', en: '现场' },
          { code: 'c2', zh: '线上', en: '线上' },
        ],
      },
      { code: 'fc', zh: '地点', en: '地点', type: 'text', required: false },
    ],
  })
})

test.each([
  ['植树 数字', 1],
  ['地点 文字\n植树 数字 棵', 2],
  ['形式 选择 现场', 1],
  ['植树', 1],
  ['植树 照片', 1],
])('%j cannot be read, and the line is named', (text, line) => {
  expect(readFormLines(text)).toEqual({ ok: false, refusal: { line } })
})
