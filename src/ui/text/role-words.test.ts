import { expect, test } from 'vitest'
import { roleWords } from './role-words.ts'

const held = { roleNames: ['乡镇（街道）站长', '服务站专干'], roleNamesEn: ['Township head', 'Station worker'] }

test('the posts of an account are named in the language of the reader', () => {
  expect(roleWords(held, 'zh-CN')).toBe('乡镇（街道）站长、服务站专干')
  expect(roleWords(held, 'en')).toBe('Township head, Station worker')
})

test('an account that a device has kept from before the English names is called by the Chinese ones', () => {
  expect(roleWords({ roleNames: held.roleNames }, 'en')).toBe('乡镇（街道）站长、服务站专干')
})

test('who holds no post is called nothing', () => {
  expect(roleWords({ roleNames: [], roleNamesEn: [] }, 'en')).toBe('')
})
