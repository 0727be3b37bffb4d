import { expect, test } from 'vitest'
import * as contract from '../contract.ts'
import { type CodeList, codeWord } from './code-word.ts'
import { isRegistryKey, type RegistryText } from './messages.ts'

const lists: [CodeList, readonly string[]][] = [
  ['sex', contract.Sex.options],
  ['status', contract.PersonStatus.options],
  ['political', contract.PoliticalStatus.options],
  ['marital', contract.MaritalStatus.options],
  ['education', contract.Education.options],
  ['employment', contract.Employment.options],
  ['living', contract.Living.options],
  ['rank', contract.RankGroup.options],
  ['branch', contract.Branch.options],
  ['placement', contract.PlacementWay.options],
  ['honour', contract.HonourKind.options],
  ['identity', contract.IdentityStatus.options],
  ['cause', contract.DisabilityCause.options],
  ['kin', contract.KinRelation.options],
  ['purpose', contract.UnmaskPurpose.options],
  ['match', contract.MatchKind.options],
  ['field', [...contract.FileField.options, ...contract.MaskedField.options]],
  ['transferStatus', contract.TransferStatus.options],
  ['importStatus', contract.ImportStatus.options],
  ['exportStatus', contract.ExportStatus.options],
]

test.each(lists)('every code of %s has its word', (list, codes) => {
  expect(codes.filter((code) => !isRegistryKey(`registry.${list}.${code}`))).toEqual([])
})

test('a code that is newer than the page is shown as it is', () => {
  const text: RegistryText = (key) => key

  expect(codeWord(text, 'living', 'onMars')).toBe('onMars')
})
