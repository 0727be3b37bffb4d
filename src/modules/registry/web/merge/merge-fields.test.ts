import { expect, test } from 'vitest'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { compareFiles } from './merge-fields.ts'

const file = {
  nameMasked: '周*国',
  citizenIdMasked: '990112********0017',
  phoneMasked: null,
  addressMasked: null,
  bankCardMasked: null,
  householdRegion: '500112017005' as RegionCode,
  residenceRegion: null,
  politicalStatus: null,
  maritalStatus: 'married' as const,
  education: null,
  employment: null,
  living: null,
}
const kindOf = (field: string, rows: ReturnType<typeof compareFiles>) => rows.find((row) => row.field === field)?.kind

test('fields that neither file has are not shown', () => {
  expect(compareFiles(file, file).map(({ field }) => field)).toEqual(['name', 'citizenId', 'householdRegion', 'maritalStatus'])
})

test('two values that are open to see and alike need no choice', () => {
  expect(kindOf('maritalStatus', compareFiles(file, file))).toBe('same')
})

test('masked values may differ behind the mask, so the clerk chooses', () => {
  expect(kindOf('name', compareFiles(file, file))).toBe('differs')
})

test('what only the file that goes has comes over by itself', () => {
  expect(kindOf('phone', compareFiles(file, { ...file, phoneMasked: '100****4821' }))).toBe('filled')
})

test('what only the kept file has stays', () => {
  expect(kindOf('phone', compareFiles({ ...file, phoneMasked: '100****4821' }, file))).toBe('alone')
})
