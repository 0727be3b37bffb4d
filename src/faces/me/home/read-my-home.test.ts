import { expect, test } from 'vitest'
import { seeMyHome } from '../../../modules/casework/contract.ts'
import { type MyHome, readMyHome } from './read-my-home.ts'

const home: MyHome = {
  name: '周建国',
  isAgent: false,
  unitName: '凤鸣路社区退役军人服务站',
  station: { name: '凤鸣路社区退役军人服务站', phone: '10000000000', address: '', openingHours: '' },
  open: [],
  unread: 0,
  fileRemarks: 2,
  confirmation: null,
  toRate: [],
}

test('what the contract promises is read', () => {
  expect(seeMyHome.output.safeParse(home).success).toBe(true)
  expect(readMyHome(home)).toEqual(home)
})

test.each(Object.keys(home))('an answer without %s is not what the contract promises', (part) => {
  expect(readMyHome({ ...home, [part]: undefined })).toBeUndefined()
})

test('nor is nothing', () => {
  expect(readMyHome(null)).toBeUndefined()
})
