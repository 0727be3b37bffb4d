import { expect, test } from 'vitest'
import { ancestorCodes, isPseudoNode, naturalParent } from './natural-tree.ts'

const PSEUDO = new Set(['500100000000', '500200000000', '429000000000', '620201000000'])
const isRealPlace = (code: string) => !PSEUDO.has(code)

test.each([
  ['凤鸣路社区', '500112017005', '500112017000'],
  ['双凤桥街道', '500112017000', '500112000000'],
  ['渝北区, below the municipality', '500112000000', '500000000000'],
  ['城口县, below the municipality', '500229000000', '500000000000'],
  ['仙桃市, below its province', '429004000000', '420000000000'],
  ['a town of 东莞, below the city', '441900101000', '441900000000'],
  ['a town of 嘉峪关, below the city', '620201101000', '620200000000'],
  ['重庆市, below the nation', '500000000000', '000000000000'],
])('the natural parent of %s', (_, code, parent) => {
  expect(naturalParent(code, isRealPlace)).toBe(parent)
})

test('the nation has no parent', () => {
  expect(naturalParent('000000000000', isRealPlace)).toBeUndefined()
})

test('the ancestors of a unit are those of its division, from the top and without doubles', () => {
  expect(ancestorCodes('500112017005-2')).toEqual(['500000000000', '500100000000', '500112000000', '500112017000'])
  expect(ancestorCodes('441900101001')).toEqual(['440000000000', '441900000000', '441900101000'])
})

test('a county that only repeats its city is no tier, one with a name of its own is', () => {
  const nameOf = (code: string) => (code === '620200000000' ? '嘉峪关市' : '阿克苏地区')

  expect(isPseudoNode({ code: '620201000000', name: '嘉峪关市' }, nameOf)).toBe(true)
  expect(isPseudoNode({ code: '652901000000', name: '阿克苏市' }, nameOf)).toBe(false)
  expect(isPseudoNode({ code: '500100000000', name: '市辖区' }, nameOf)).toBe(true)
  expect(isPseudoNode({ code: '620202101001', name: '嘉峪关市' }, nameOf)).toBe(false)
})
