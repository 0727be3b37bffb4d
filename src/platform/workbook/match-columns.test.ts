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
      titles: ['序 号', '姓　名*', '身份证\n号码（18位）', '电话(座机)', '联系电话：', '姓名'],
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

test('titles in two rows are one header where they name more together than either alone', () => {
  const grouped = rows(
    ['渝北区优抚对象台账'],
    ['序号', '姓名', '身份证号', '联系方式', ''],
    ['', '', '', '电话（手机）', '电话（座机）'],
    ['1', '张三', '', '', ''],
  )

  expect(matchColumns(grouped, FIELDS)).toMatchObject({
    ok: true,
    value: {
      headerRowNumber: 3,
      titles: ['序号', '姓名', '身份证号', '电话（手机）', '电话（座机）'],
      columns: new Map([
        ['name', 1],
        ['citizenId', 2],
        ['mobile', 3],
        ['landline', 4],
      ]),
      unmatched: [{ column: 0, title: '序号' }],
    },
  })
})

test('a row of people with gaps, and a title above, are no part of the header', () => {
  const plain = rows(['台账', '', '2024年'], ['姓名', '身份证号', '备注', '联系电话'], ['', '', '', '10012345678'], ['张三', '1', '', ''])

  expect(matchColumns(plain, FIELDS)).toMatchObject({ ok: true, value: { headerRowNumber: 2, unmatched: [{ column: 2, title: '备注' }] } })
  expect(matchColumns(rows(['姓名', '身份证号'], ['', '']), FIELDS)).toMatchObject({ ok: true, value: { headerRowNumber: 1 } })
})
