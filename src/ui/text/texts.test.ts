import { expect, test } from 'vitest'
import { makeTexts } from './texts.ts'

function textsOf(zhCN: Record<string, string>, en: Record<string, string> = {}) {
  const texts = makeTexts()
  texts.add('zh-CN', zhCN)
  texts.add('en', en)
  return texts
}

test('names in a sentence are filled in, each as often as it stands there', () => {
  const texts = textsOf({ greet: '{{name}}，{{place}}的{{name}}' })

  expect(texts.t('greet', { lng: 'zh-CN', name: '陈晓琴', place: '渝北' })).toBe('陈晓琴，渝北的陈晓琴')
})

test('what somebody typed is never read as a sentence', () => {
  const texts = textsOf({ note: '备注：{{note}}', secret: '不给看' })

  expect(texts.t('note', { lng: 'zh-CN', note: '{{secret}} $& $1' })).toBe('备注：{{secret}} $& $1')
})

test('a value that is missing leaves its place empty', () => {
  expect(textsOf({ left: '还剩{{days}}天' }).t('left', { lng: 'zh-CN' })).toBe('还剩天')
})

test.each([
  [0, '0 people'],
  [1, '1 person'],
  [2, '2 people'],
])('English counts %i', (count, sentence) => {
  const texts = textsOf({ people: '{{count}} 人' }, { people: '{{count}} people', people_one: '{{count}} person' })

  expect(texts.t('people', { lng: 'en', count })).toBe(sentence)
  expect(texts.t('people', { lng: 'zh-CN', count })).toBe(`${count} 人`)
})

test('English that is not there is said in Chinese, and what is nowhere by its key', () => {
  const texts = textsOf({ only: '只有中文' })

  expect(texts.t('only', { lng: 'en' })).toBe('只有中文')
  expect(texts.t('nowhere', { lng: 'en' })).toBe('nowhere')
})
