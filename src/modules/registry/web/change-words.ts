import type { FileField } from '../contract.ts'
import { type CodeList, codeWord } from './code-word.ts'
import type { RegistryText } from './messages.ts'

interface Change {
  field: FileField
  before: string | null
  after: string | null
}

const lists: Partial<Record<FileField, CodeList>> = {
  politicalStatus: 'political',
  maritalStatus: 'marital',
  education: 'education',
  employment: 'employment',
  living: 'living',
  status: 'status',
}

/** 手机：100****4821 → 100****7733. Lists say how many they hold. */
export function changeWords({ field, before, after }: Change, text: RegistryText): string {
  const name = text(`registry.field.${field}`)
  if (before === null && after === null) return name
  const colon = text('registry.list') === '、' ? '：' : ': '
  return `${name}${colon}${valueWords(field, before, text)} → ${valueWords(field, after, text)}`
}

/** One value as it is kept in a version: masked text, a code, or a number of entries. */
export function valueWords(field: FileField, value: string | null, text: RegistryText): string {
  if (value === null) return text('registry.change.none')
  if (field === 'service' || field === 'kin') return text('registry.change.count', { count: value })
  const list = lists[field]
  return list === undefined ? value : codeWord(text, list, value)
}
