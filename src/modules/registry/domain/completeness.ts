import type { FindClass } from './check-identity.ts'
import { type FileState, isOpenIdentity } from './file-state.ts'

/** Asked of everybody. */
const OF_EVERYBODY = [
  'name',
  'citizenId',
  'phone',
  'address',
  'householdRegion',
  'residenceRegion',
  'politicalStatus',
  'maritalStatus',
  'education',
  'employment',
  'living',
  'bankCard',
  'identities',
  'contact',
] as const

/** Asked of those who served; a martyr's mother has no date of discharge. */
const OF_VETERANS = ['enlistedOn', 'dischargedOn', 'rankGroup', 'branch', 'placementWay'] as const

export type AskedField = (typeof OF_EVERYBODY)[number] | (typeof OF_VETERANS)[number]

/** Someone all of whose identities are those of kin did not serve; without any identity we must assume they did. */
function isAskedForService(file: FileState, findClass: FindClass): boolean {
  const open = file.identities.filter(isOpenIdentity)
  return file.service.length > 0 || open.length === 0 || open.some(({ classCode }) => findClass(classCode)?.served !== false)
}

function isFilled(file: FileState, field: AskedField): boolean {
  if (field === 'identities') return file.identities.some(isOpenIdentity)
  if (field === 'contact') return file.kin.some((member) => member.isContact)
  if (field in file.person) return file.person[field as keyof FileState['person']] !== null
  return file.service.some((spell) => spell[field as keyof FileState['service'][number]] !== null)
}

/**
 * How complete a file is: the share of the fields that the capture form asks of such a person, in whole percent rounded
 * down (100 means nothing is missing), and what is missing, in the order of the form.
 */
export function measureCompleteness(file: FileState, findClass: FindClass): { percent: number; missing: AskedField[] } {
  const asked: readonly AskedField[] = isAskedForService(file, findClass) ? [...OF_EVERYBODY, ...OF_VETERANS] : OF_EVERYBODY
  const missing = asked.filter((field) => !isFilled(file, field))
  return { percent: Math.floor(((asked.length - missing.length) * 100) / asked.length), missing }
}
