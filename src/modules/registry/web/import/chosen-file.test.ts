import { expect, test } from 'vitest'
import { findFileFault, kindOf, sizeWords } from './chosen-file.ts'

test.each([
  ['名单.xlsx', 12_000],
  ['名单.CSV', 1],
  ['花名册.2026.xlsx', 104_857_600],
])('%s of %i bytes may be sent', (name, size) => {
  expect(findFileFault({ name, size })).toBeUndefined()
})

test.each([
  ['名单.xls', 12_000, 'old-kind'],
  ['名单.et', 12_000, 'old-kind'],
  ['照片.jpg', 12_000, 'no-table'],
  ['名单', 12_000, 'no-table'],
  ['名单.xlsx', 0, 'empty-file'],
  ['名单.xlsx', 104_857_601, 'file-too-large'],
])('%s of %i bytes is refused before it is sent: %s', (name, size, code) => {
  expect(findFileFault({ name, size })).toMatchObject({ code })
})

test('size and kind are said as people say them', () => {
  expect([734, 12_300, 3_600_000].map(sizeWords)).toEqual(['734 B', '12 KB', '3.4 MB'])
  expect(['a.xlsx', 'B.CSV'].map(kindOf)).toEqual(['Excel', 'CSV'])
})
