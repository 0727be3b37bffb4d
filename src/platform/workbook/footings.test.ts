import { expect, test } from 'vitest'
import { isFooting, withoutFootings } from './footings.ts'
import { type RowBatch, rowsOf, type SheetRow } from './row-batch.ts'

test.each([
  ['合计', '', '12'],
  ['', '合 计', '12'],
  ['小计：3 人'],
  ['本页小计'],
  ['制表人：张三', '', '审核人：李四'],
  ['填报单位：凤鸣路社区'],
  ['备注：一户一行'],
])('%j is no row of the list', (...cells) => {
  expect(isFooting(cells)).toBe(true)
})

test.each([
  ['1', '张大勇', '合计'],
  ['备注', '无'],
  ['总计张', '990112195001010014'],
  ['合计', '990112195001010014'],
  ['注册志愿者'],
  ['', ''],
])('%j is one, or nothing', (...cells) => {
  expect(isFooting(cells)).toBe(false)
})

const batchOf = (rows: readonly (readonly string[])[], notes: RowBatch['notes'] = []): RowBatch => {
  const cells = rows.flat()
  const ends = cells.map((_, at) => cells.slice(0, at + 1).join('').length)
  return {
    source: { kind: 'xlsx', sheet: '表' },
    text: cells.join(''),
    bounds: new Uint32Array(ends.flatMap((end, at) => [end - (cells[at] ?? '').length, end])),
    rowStarts: new Uint32Array([...rows, []].map((_, at) => rows.slice(0, at).flat().length)),
    rowNumbers: new Uint32Array(rows.map((_, at) => at + 3)),
    notes,
  }
}

test('what is left of a batch are its rows as they were, with their numbers and notes', () => {
  const batch = batchOf(
    [['1', '张大勇'], ['小计', '1'], ['2', '李二'], ['合计']],
    [
      { cell: 3, note: 'garbled' },
      { cell: 5, note: 'repaired' },
    ],
  )

  expect(rowsOf(withoutFootings(batch))).toEqual<SheetRow[]>([
    { rowNumber: 3, cells: ['1', '张大勇'] },
    { rowNumber: 5, cells: ['2', '李二'], notes: [{ column: 1, note: 'repaired' }] },
  ])
})

test('a batch without footings is not made anew', () => {
  const batch = batchOf([['1', '张大勇']])

  expect(withoutFootings(batch)).toBe(batch)
})
