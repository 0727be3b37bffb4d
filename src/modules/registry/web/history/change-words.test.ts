import { expect, test } from 'vitest'
import type { RegistryText } from '../messages.ts'
import { changeWords } from './change-words.ts'

const text: RegistryText = (key, values) => (key === 'registry.list' ? '、' : values ? `${key}(${Object.values(values).join()})` : key)

test('a changed field says what it was and what it is', () => {
  expect(changeWords({ field: 'phone', before: '100****4821', after: '100****7733' }, text)).toBe(
    'registry.field.phone：100****4821 → 100****7733',
  )
})

test('a field that was filled for the first time says only what it is', () => {
  expect(changeWords({ field: 'living', before: null, after: 'alone' }, text)).toBe('registry.field.living：registry.living.alone')
})

test('a field that was emptied says so', () => {
  expect(changeWords({ field: 'phone', before: '100****4821', after: null }, text)).toBe(
    'registry.field.phone：100****4821 → registry.change.none',
  )
})

test('identities and places are named', () => {
  const nameOf = (code: string) => (code === 'DIS' ? '残疾军人' : '凤鸣路社区')

  expect(changeWords({ field: 'identities', before: null, after: 'DIS confirmed' }, text, nameOf)).toBe(
    'registry.field.identities：残疾军人 registry.identity.confirmed',
  )
  expect(changeWords({ field: 'householdRegion', before: null, after: '500112017005' }, text, nameOf)).toBe(
    'registry.field.householdRegion：凤鸣路社区',
  )
})

test('of kin and service the entries are told that differ, with the words of their codes', () => {
  const kin = { field: 'kin' as const, before: 'kin:son 周*明 100****5678', after: 'kin:son 周*明 100****9999 file:contact' }
  const service = {
    field: 'service' as const,
    before: null,
    after: '1980-12-01– rank:nco honour:thirdClassMerit/1985; 1970-01-01–1972-01-01',
  }

  expect(changeWords(kin, text)).toBe(
    'registry.field.kin：registry.kin.son 周*明 100****5678 → registry.kin.son 周*明 100****9999 registry.file.contact',
  )
  expect(changeWords(service, text)).toBe(
    'registry.field.service：1980-12-01– registry.rank.nco registry.honour.thirdClassMerit 1985、1970-01-01–1972-01-01',
  )
})
