import type { UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'
import { conflictingFields } from '../../domain/changed-fields.ts'
import { type FileField, type FileState, isOpenFile } from '../../domain/file-state.ts'
import { findPersonUnit, type LoadedFile, lockFile } from './load-file.ts'
import { emitStocks } from './registry-facts.ts'
import { type SavedFile, saveFile, type Why } from './save-file.ts'

export type Changed = Result<FileState, { readonly code: string }>
type RefusalIn<C> = C extends { readonly ok: false; readonly refusal: infer R } ? R : never

/** An edit of a file: the new state, from the state that holds now. */
export interface Edit<C extends Changed> {
  readonly personId: string
  readonly why: Why
  readonly change: (file: LoadedFile) => C | Promise<C>
}

/** What the clerk saw, and which fields they want to save. */
interface Seen {
  readonly version: number
  readonly wanted: readonly FileField[]
}

interface Closed {
  readonly code: 'file-closed'
}

interface Meanwhile {
  readonly code: 'changed-meanwhile'
  readonly version: number
  readonly fields: FileField[]
}

/** The place of an action on a person: where the file lies. Not in the actor's range: undefined, and so not found. */
export const wherePersonIs = (input: { personId: string }, { tx }: ViewContext): Promise<UnitCode | undefined> =>
  findPersonUnit(tx, input.personId)

/** Changes a file where nobody can be in the way: locked, saved as the next version, its facts emitted. */
export async function editFile<C extends Changed>(
  context: ActionContext,
  edit: Edit<C>,
): Promise<Result<SavedFile, RefusalIn<C> | Closed>> {
  const file = await lockFile(context, edit.personId)
  return file && isOpenFile(file.state.person) ? await apply(context, file, edit) : refuse({ code: 'file-closed' })
}

/**
 * The same for a form that was read in a version. What others changed meanwhile stays, unless it is the very same fields:
 * then `changed-meanwhile`, and nothing is lost on either side.
 */
export async function editSeenFile<C extends Changed>(
  context: ActionContext,
  edit: Edit<C> & { readonly seen: Seen },
): Promise<Result<SavedFile, RefusalIn<C> | Closed | Meanwhile>> {
  const file = await lockFile(context, edit.personId)
  if (!file || !isOpenFile(file.state.person)) return refuse({ code: 'file-closed' })
  const meanwhile = await findConflict(context, file, edit.seen)
  return meanwhile ? refuse(meanwhile) : await apply(context, file, edit)
}

async function apply<C extends Changed>(context: ActionContext, file: LoadedFile, edit: Edit<C>): Promise<Result<SavedFile, RefusalIn<C>>> {
  const changed: Changed = await edit.change(file)
  if (!changed.ok) return refuse(changed.refusal as RefusalIn<C>)
  const { unitCode } = file
  emitStocks(context, file.id, { before: { unitCode, state: file.state }, after: { unitCode, state: changed.value } })
  return ok(await saveFile(context, file, { after: changed.value, why: edit.why }))
}

/** Which of the wanted fields someone else changed after the clerk read them. */
export async function findConflict({ tx }: Pick<ViewContext, 'tx'>, file: LoadedFile, seen: Seen): Promise<Meanwhile | undefined> {
  if (seen.version === file.version) return undefined
  const { rows } = await tx.query<{ fields: FileField[] }>(
    'select fields from registry.person_versions where bureau_code = left($1, 6) and person_id = $2 and version > $3',
    [file.unitCode, file.id, seen.version],
  )
  const fields = conflictingFields(
    seen.wanted,
    rows.flatMap((row) => row.fields),
  )
  const isUnheardOf = seen.version > file.version
  return fields.length > 0 || isUnheardOf ? { code: 'changed-meanwhile', version: file.version, fields } : undefined
}
