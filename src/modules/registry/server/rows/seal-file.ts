import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Sealing } from '../../../../platform/secrets/secrets.ts'
import { filledFields } from '../../domain/changed-fields.ts'
import { measureCompleteness } from '../../domain/completeness.ts'
import type { FileState } from '../../domain/file-state.ts'
import { findClass } from '../file/entitlement-classes.ts'
import { sealFields, stateValues } from './person-row.ts'
import { type SearchKey, searchKeysOf } from './search-keys.ts'

/** A file to be opened with many others. */
export interface FreshFile {
  readonly id: string
  readonly unitCode: UnitCode
  readonly state: FileState
  /** Where it comes from: kept with its first version. */
  readonly source: string
  /** The citizen's keyed hash, where it has been worked out already. */
  readonly index?: Buffer | undefined
}

/** The same with all that is derived from it: work for the processor, which asks nothing of the database. */
export interface SealedFile extends FreshFile {
  readonly completeness: number
  /** The columns of `STATE_COLUMNS`. */
  readonly values: readonly unknown[]
  readonly keys: readonly SearchKey[]
  readonly fields: string
  readonly snapshot: Buffer
}

/** Seals what is personal in new files, and derives what they are found by. */
export function sealFiles(secrets: Sealing, files: readonly FreshFile[]): SealedFile[] {
  const fields = sealFields(
    secrets,
    files.map(({ id, state }) => ({ id, state: state.person })),
  )
  const snapshots = secrets.encryptMany(
    'registry.person_versions.snapshot',
    files.map(({ id, state }) => ({ rowId: `${id}/1`, plain: JSON.stringify(state) })),
  )
  return files.map(({ id, unitCode, state, source, index }, at) => {
    const keys = searchKeysOf(state.person)
    const sealed = fields[at]
    return {
      id,
      unitCode,
      state,
      source,
      index,
      keys,
      completeness: measureCompleteness(state, findClass).percent,
      values: stateValues(id, state.person, { secrets, keys, index, sealed }),
      fields: `{${filledFields(state).join(',')}}`,
      snapshot: snapshots[at] ?? Buffer.alloc(0),
    }
  })
}
