import type { PersonId } from '../../../../kernel/id.ts'
import type { ActionContext, WritingContext } from '../../../../platform/actions/context.ts'
import { changedFields, filledFields } from '../../domain/changed-fields.ts'
import { measureCompleteness } from '../../domain/completeness.ts'
import type { FileField, FileState } from '../../domain/file-state.ts'
import { isCompared, suspectTwins } from '../duplicates/suspect-twins.ts'
import { STATE_COLUMNS, stateValues } from '../rows/person-row.ts'
import { insertSearchKeys, replaceSearchKeys, searchKeysOf } from '../rows/search-keys.ts'
import { findClass } from './entitlement-classes.ts'
import { tellFollowers } from './file-followers.ts'
import type { LoadedFile } from './load-file.ts'
import { emitComplete, isComplete } from './registry-facts.ts'
import { saveParts } from './save-parts.ts'

export interface Why {
  readonly reason: string
  readonly source?: string | null | undefined
}

export interface SavedFile {
  readonly personId: PersonId
  readonly version: number
  readonly completeness: number
}

/** Opens a file: person, parts, search keys and version 1. The citizen has been claimed in the directory. */
export async function insertFile(context: ActionContext, file: { id: PersonId; state: FileState }, why: Why): Promise<SavedFile> {
  const { tx, secrets, unitCode } = context
  const { id, state } = file
  const completeness = measureCompleteness(state, findClass).percent
  const keys = searchKeysOf(state.person)
  const values = stateValues(id, state.person, { secrets, keys })
  await tx.query(
    `insert into registry.people (bureau_code, unit_code, id, captured_on, captured_by, updated_at, completeness, ${STATE_COLUMNS.join(', ')})
     values (left($1, 6), $1, $2, $3, $4, $5, $6, ${STATE_COLUMNS.map((_, at) => `$${at + 7}`).join(', ')})`,
    [unitCode, id, context.today, context.actor.accountId, context.now, completeness, ...values],
  )
  await saveParts({ tx, secrets, personId: id, unitCode }, undefined, state)
  await insertSearchKeys(tx, { id, unitCode, keys })
  await recordVersion(context, { id, unitCode, version: 1, state, fields: filledFields(state) }, why)
  emitComplete(context, { personId: id, unitCode, was: false, is: isComplete(state, completeness) })
  await suspectTwins(context, [{ id, unitCode }])
  await tellFollowers(context, [{ personId: id, unitCode, was: false, is: isCallable(state) }])
  return { personId: id, version: 1, completeness }
}

/**
 * Saves a locked file in its new state as its next version; nothing changed, nothing saved.
 */
export async function saveFile(context: WritingContext, before: LoadedFile, change: { after: FileState; why: Why }): Promise<SavedFile> {
  const { tx, secrets } = context
  const { id, unitCode } = before
  const { after, why } = change
  const fields = changedFields(before.state, after)
  if (fields.length === 0) return { personId: id, version: before.version, completeness: before.completeness }
  const version = before.version + 1
  const completeness = measureCompleteness(after, findClass).percent
  const keys = searchKeysOf(after.person)
  await saveParts({ tx, secrets, personId: id, unitCode }, before.state, after)
  await tx.query(
    `update registry.people set version = $3, completeness = $4, updated_at = $5, ${STATE_COLUMNS.map((name, at) => `${name} = $${at + 6}`).join(', ')}
     where bureau_code = left($1, 6) and id = $2`,
    [unitCode, id, version, completeness, context.now, ...stateValues(id, after.person, { secrets, keys })],
  )
  if (fields.includes('name') || fields.includes('status')) await replaceSearchKeys(tx, { id, unitCode, keys })
  await recordVersion(context, { id, unitCode, version, state: after, fields }, why)
  const wasComplete = isComplete(before.state, before.completeness)
  emitComplete(context, { personId: id, unitCode, was: wasComplete, is: isComplete(after, completeness) })
  if (isCompared(fields)) await suspectTwins(context, [{ id, unitCode }])
  await tellFollowers(context, [{ personId: id, unitCode, was: isCallable(before.state), is: isCallable(after) }])
  return { personId: id, version, completeness }
}

const isCallable = ({ person }: FileState): boolean => person.status === 'active'

interface Version {
  readonly id: string
  readonly unitCode: string
  readonly version: number
  readonly state: FileState
  readonly fields: readonly FileField[]
}

async function recordVersion(context: WritingContext, { id, unitCode, version, state, fields }: Version, why: Why): Promise<void> {
  const snapshot = context.secrets.encrypt('registry.person_versions.snapshot', `${id}/${version}`, JSON.stringify(state))
  await context.tx.query(
    `insert into registry.person_versions (bureau_code, person_id, version, unit_code, changed_at, changed_by, reason, source, fields, snapshot)
     values (left($1, 6), $2, $3, $1, $4, $5, $6, $7, $8, $9)`,
    [unitCode, id, version, context.now, context.actor.accountId, why.reason, why.source ?? null, [...fields], snapshot],
  )
  context.subject(id)
}
