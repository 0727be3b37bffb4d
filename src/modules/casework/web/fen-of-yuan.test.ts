import { expect, test } from 'vitest'
import { fenOfYuan } from './fen-of-yuan.ts'

test.each([
  ['1,000.5', '100050'],
  ['0.07', '7'],
  ['12', '1200'],
  ['２９９．５', '29950'],
  ['1.5万', '1500000'],
  ['1.234', undefined],
  ['-1', undefined],
  ['一千', undefined],
  ['', undefined],
])('%s yuan are %s fen', (typed, fen) => {
  expect(fenOfYuan(typed)).toBe(fen)
})
