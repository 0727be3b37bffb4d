import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseName, repairText } from './chinese-text.ts'

test.each([
  ['ＡＢ１２３号', 'AB123号'],
  ['凤鸣路（东），１８号', '凤鸣路（东），18号'],
  ['　 周建国\u200b\ufeff ', '周建国'],
  ['a \u00a0\t b', 'a b'],
  ['e\u0301', 'é'],
  ['\uf9dc', '隆'],
])('%j is repaired to %j', (text, repaired) => {
  expect(repairText(text)).toBe(repaired)
})

test.each([
  ['张　三', '张三'],
  [' 周 建 国 ', '周建国'],
  ['买买提 • 吐尔逊', '买买提·吐尔逊'],
  ['买买提．吐尔逊', '买买提·吐尔逊'],
  ['John  Smith', 'John Smith'],
  ['𠮷 野', '𠮷野'],
])('the name %j is stored as %j', (name, stored) => {
  expect(normaliseName(name)).toBe(stored)
})

test('repairing twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'张三Ａ１ 　·•．\u200b（), e\u0301') }), (text) => {
      expect(repairText(repairText(text))).toBe(repairText(text))
      expect(normaliseName(normaliseName(text))).toBe(normaliseName(text))
    }),
    { numRuns: 5_000 },
  )
})
