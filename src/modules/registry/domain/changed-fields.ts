import type { FileField, FileState, PersonState } from './file-state.ts'

/** Which scalar fields make which field of a version: sex and birth follow from the id number. */
const SCALARS = [
  'name',
  'citizenId',
  'phone',
  'address',
  'bankCard',
  'householdRegion',
  'residenceRegion',
  'politicalStatus',
  'maritalStatus',
  'education',
  'employment',
  'living',
  'deceasedOn',
  'status',
] as const satisfies readonly (FileField & keyof PersonState)[]

const PARTS = ['service', 'identities', 'kin'] as const satisfies readonly (FileField & keyof FileState)[]

const inOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Whether two parts say the same, in whatever order their properties were written. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder)

/** What differs between two states of a file, in the order of the form. */
export function changedFields(before: FileState, after: FileState): FileField[] {
  return [
    ...SCALARS.filter((field) => before.person[field] !== after.person[field]),
    ...PARTS.filter((part) => !isSame(before[part], after[part])),
  ]
}

/** All that a new file says about someone. */
export function filledFields(state: FileState): FileField[] {
  const scalars = SCALARS.filter((field) => field !== 'status' && state.person[field] !== null)
  return [...scalars, ...PARTS.filter((part) => state[part].length > 0)]
}

/**
 * Which of the fields that someone wants to save were changed by others since they read the file. None: their edit is
 * laid over the newer version, for nobody's work is lost by it.
 */
export function conflictingFields(wanted: readonly FileField[], changedSince: readonly FileField[]): FileField[] {
  return wanted.filter((field) => changedSince.includes(field))
}
