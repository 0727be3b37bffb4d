import { expect, test } from 'vitest'
import { demoRoleWords, roleWords } from './role-words.ts'

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

test('a demo account says its role and what it does in the language of the reader', () => {
  const shown = { roleName: '服务站专干：登记、走访', roleNameEn: 'Station worker: records, visits' }

  expect(demoRoleWords(shown, 'zh-CN')).toEqual({ role: '服务站专干', doing: '登记、走访' })
  expect(demoRoleWords(shown, 'en')).toEqual({ role: 'Station worker', doing: 'records, visits' })
  expect(demoRoleWords({ roleName: '心理热线督导员' }, 'en')).toEqual({ role: '心理热线督导员', doing: '' })
})
