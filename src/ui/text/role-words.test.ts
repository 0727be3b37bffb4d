import { expect, test } from 'vitest'
import { roleWords } from './role-words.ts'

const head = { zh: '乡镇（街道）站长', en: 'Township head' }
const worker = { zh: '服务站专干', en: 'Station worker' }

test('the posts of an account are named in the language of the reader', () => {
  expect(roleWords([head, worker], 'zh-CN')).toBe('乡镇（街道）站长、服务站专干')
  expect(roleWords([head, worker], 'en')).toBe('Township head, Station worker')
})

test('who holds no post is called nothing', () => {
  expect(roleWords([], 'en')).toBe('')
})
