import type { FileField } from '../../contract.ts'
import { type CodeList, codeWord } from '../code-word.ts'
import type { RegistryText } from '../messages.ts'

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

/** The name of a place or of an entitlement class, by its code. */
export type NameOf = (code: string) => string

const same: NameOf = (code) => code

/** `DIS confirmed` → 残疾军人 已认定 */
function identityWords(held: string, text: RegistryText, nameOf: NameOf): string {
  const [code = '', status = ''] = held.split(' ')
  return `${nameOf(code)} ${codeWord(text, 'identity', status)}`
}

/** The lists whose codes stand among the parts of an entry. */
const ENTRY_LISTS: readonly CodeList[] = ['kin', 'rank', 'branch', 'placement', 'honour', 'file']

/** `kin:son 周*明 100****5678` → 儿子 周*明 100****5678 */
function entriesWords(entries: string, text: RegistryText): string {
  const partWords = (part: string): string => {
    const [, list = '', code = '', year] = /^([a-z]+):(\w+)(?:\/(\d{4}))?$/.exec(part) ?? []
    const known = ENTRY_LISTS.find((one) => one === list)
    return known === undefined ? part : [codeWord(text, known, code), ...(year === undefined ? [] : [year])].join(' ')
  }
  const words = entries.split('; ').map((entry) => entry.split(' ').map(partWords).join(' '))
  return words.join(text('registry.list'))
}

/** 手机：100****4821 → 100****7733. Of a list only the entries that differ. */
export function changeWords({ field, before, after }: Change, text: RegistryText, nameOf: NameOf = same): string {
  const name = text(`registry.field.${field}`)
  if (before === null && after === null) return name
  const colon = text('registry.list') === '、' ? '：' : ': '
  const now = valueWords(field, after, text, nameOf)
  return before === null ? `${name}${colon}${now}` : `${name}${colon}${valueWords(field, before, text, nameOf)} → ${now}`
}

/** One value as it is kept in a version: masked text, a code, entries in parts, or a number of them. */
export function valueWords(field: FileField, value: string | null, text: RegistryText, nameOf: NameOf = same): string {
  if (value === null) return text('registry.change.none')
  if (field === 'service' || field === 'kin')
    return /^\d+$/.test(value) ? text('registry.change.count', { count: value }) : entriesWords(value, text)
  if (field === 'householdRegion' || field === 'residenceRegion') return nameOf(value)
  if (field === 'identities')
    return value
      .split(', ')
      .map((held) => identityWords(held, text, nameOf))
      .join(text('registry.list'))
  const list = lists[field]
  return list === undefined ? value : codeWord(text, list, value)
}
