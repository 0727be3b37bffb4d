import { expect, test } from 'vitest'
import { findPasswordFault, hashPassword, isPasswordOf, isPasswordTooOld, NOBODYS_HASH } from './password.ts'
import { ASVS_PASSWORDS, MLPS_PASSWORDS } from './settings.ts'

const of = (password: string) => ({ password, login: 'li.hua', name: '李华' })

test('a password belongs to its own hash and to no other', async () => {
  const passwordHash = await hashPassword('Quiet-Harbour-7')

  expect(await isPasswordOf(passwordHash, 'Quiet-Harbour-7')).toBe(true)
  expect(await isPasswordOf(passwordHash, 'Quiet-Harbour-8')).toBe(false)
})

test('nobody’s password is checked at the same cost as anybody’s, and is never right', async () => {
  const costOf = (passwordHash: string) => passwordHash.split('$').slice(0, 4)
  const lengthsOf = (passwordHash: string) => passwordHash.split('$').map((part) => part.length)
  const anybodys = await hashPassword('Quiet-Harbour-7')

  expect(costOf(NOBODYS_HASH)).toEqual(costOf(anybodys))
  expect(lengthsOf(NOBODYS_HASH)).toEqual(lengthsOf(anybodys))
  expect(await isPasswordOf(undefined, 'Quiet-Harbour-7')).toBe(false)
})

test('the same letter composed in two ways is the same password', async () => {
  const passwordHash = await hashPassword('Caf\u00e9-Harbour-7')

  expect(await isPasswordOf(passwordHash, 'Cafe\u0301-Harbour-7')).toBe(true)
})

test.each([
  ['Quiet-Harb7', 'too-short'],
  ['quietharbourquiet', 'too-few-kinds'],
  ['Li.Hua-walks-home-9', 'holds-own-name'],
  ['李华回到了山城重庆Ab1', 'holds-own-name'],
  ['Guidui-is-here-42', 'too-simple'],
  ['aA1aA1aA1aA1', 'too-simple'],
  [`aB1-${'long'.repeat(40)}`, 'too-long'],
  ['Quiet-Harbour-7', undefined],
  ['山城的夜雨涨秋池何当Ab', undefined],
])('%s is judged %s under classified protection', (password, fault) => {
  expect(findPasswordFault(MLPS_PASSWORDS, { ...of(password), name: password.startsWith('李华') ? '李华回' : '李华' })).toBe(fault)
})

test('a long phrase of one kind is enough where length is what counts', () => {
  expect(findPasswordFault(ASVS_PASSWORDS, of('seven quiet boats at noon'))).toBeUndefined()
  expect(findPasswordFault(ASVS_PASSWORDS, of('Quiet-Harb-77'))).toBe('too-short')
})

test('a password is changed after ninety days, and not on the ninetieth', () => {
  const setAt = new Date('2026-01-01T00:00:00Z')

  expect(isPasswordTooOld(MLPS_PASSWORDS, setAt, new Date('2026-04-01T00:00:00Z'))).toBe(false)
  expect(isPasswordTooOld(MLPS_PASSWORDS, setAt, new Date('2026-04-01T00:00:01Z'))).toBe(true)
  expect(isPasswordTooOld(ASVS_PASSWORDS, setAt, new Date('2036-04-01T00:00:01Z'))).toBe(false)
})
