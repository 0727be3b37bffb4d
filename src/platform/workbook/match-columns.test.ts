import { expect, test } from 'vitest'
import { matchColumns, matchRefusalSentence } from './match-columns.ts'

const FIELDS = [
  { key: 'name', titles: ['姓名', '名字'], required: true },
  { key: 'citizenId', titles: ['公民身份号码', '身份证号', '身份证号码'], required: true },
  { key: 'mobile', titles: ['电话（手机）', '联系电话'], required: false },
  { key: 'landline', titles: ['电话（座机）'], required: false },
]
const rows = (...grid: string[][]) => grid.map((cells, index) => ({ rowNumber: index + 1, cells }))

test('the header is found below its titles, whatever its spaces, widths, stars and hints', () => {
  const ledger = rows(
    ['凤鸣路社区退役军人台账'],
    ['填表单位：凤鸣路社区', '', '2024年1月'],
    ['序 号', '姓　名*', '身份证\n号码（18位）', '电话(座机)', '联系电话：', '姓名'],
    ['1', '张三', '姓名', '', '', ''],
  )

  const matched = matchColumns(ledger, FIELDS)

  expect(matched).toEqual({
    ok: true,
    value: {
      headerRowNumber: 3,
      columns: new Map([
        ['name', 1],
        ['citizenId', 2],
        ['landline', 3],
        ['mobile', 4],
      ]),
      unmatched: [{ column: 0, title: '序 号' }],
      duplicates: [{ key: 'name', columns: [1, 5] }],
    },
  })
})

test('missing columns are named with the row', () => {
  const matched = matchColumns(rows(['姓名', '备注']), FIELDS)

  expect(!matched.ok && matchRefusalSentence(matched.refusal)).toBe(
    '第 1 行的列名里缺少：公民身份号码。请补上这些列，或按模板改正列名后再上传。',
  )
})

test('a table without known titles, or with them below the tenth row, has no header', () => {
  const deep = rows(...Array.from({ length: 10 }, () => ['说明']), ['姓名', '身份证号'])

  expect(matchColumns(deep, FIELDS)).toMatchObject({ ok: false, refusal: { code: 'no-header', expected: ['姓名', '公民身份号码'] } })
  expect(matchColumns(rows(['__proto__', 'constructor', '', '*']), FIELDS)).toMatchObject({ ok: false, refusal: { code: 'no-header' } })
})
