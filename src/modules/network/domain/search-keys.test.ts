import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfPrefix, exactForms, rankOf, searchKeys, searchText } from './search-keys.ts'

const FENGMINGLU = ['feng', 'ming', 'lu', 'she', 'qu']

test('a community is found from each character of its proper name on, by pinyin and by initials', () => {
  const keys = searchKeys('凤鸣路社区居民委员会', FENGMINGLU)

  expect(keys.starts).toEqual(['凤鸣路社区', 'fengminglushequ', 'fmlsq'])
  expect(keys.inside).toEqual(['鸣路社区', '路社区'])
})

test('the word 社区 or 村 begins no key: it would match half the country', () => {
  const keys = searchKeys('凤鸣路社区居民委员会', FENGMINGLU)

  expect([...keys.starts, ...keys.inside].some((key) => key.startsWith('社区'))).toBe(false)
})

test.each([
  ['凤鸣路社区居民委员会', '凤鸣路社区'],
  [' Feng Ming ', 'fengming'],
  ['ＦＭＬ', 'fml'],
  ["xi'an", 'xian'],
  ['lüliang', 'lvliang'],
  ['５００１１２', '500112'],
])('%j is searched as %s', (typed, text) => {
  expect(searchText(typed)).toBe(text)
})

test('渝北, yubei and yb all say 渝北区 exactly, one letter says nothing', () => {
  expect(exactForms('渝北')).toContain('渝北区')
  expect(exactForms('yubei')).toContain('yubeiqu')
  expect(exactForms('yb')).toContain('ybq')
  expect(exactForms('y')).toEqual([])
})

test('a name that begins with the words stands before any that contains them', () => {
  expect(rankOf(5, 'starts')).toBeLessThan(rankOf(1, 'inside'))
  expect(rankOf(3, 'starts')).toBeLessThan(rankOf(5, 'starts'))
})

test('the end of a prefix comes after all that begins with it, in the byte order of UTF-8', () => {
  const bytes = (text: string) => Buffer.from(text, 'utf8')
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (prefix, rest) => {
      expect(Buffer.compare(bytes(prefix + rest), bytes(endOfPrefix(prefix)))).toBeLessThan(0)
    }),
  )
})
