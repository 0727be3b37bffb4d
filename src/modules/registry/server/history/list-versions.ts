import type { AccountId } from '../../../../kernel/id.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import type { FileField, FileState } from '../../domain/file-state.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { wherePersonIs } from '../file/edit-file.ts'
import { shownChange } from './shown-change.ts'

interface VersionColumns {
  version: number
  changed_at: string
  changed_by: AccountId
  reason: string
  source: string | null
  fields: FileField[]
  snapshot: Buffer
}

export const listVersions = view(contract.listVersions, {
  grant: 'person.read',
  where: wherePersonIs,
  async run(context, { personId, cursor, limit }) {
    const before = openCursor(context, `person.versions ${personId}`, cursor)?.[0] ?? 2 ** 31 - 1
    const { rows } = await context.tx.query<VersionColumns>(
      `select v.version, v.changed_at, v.changed_by, v.reason, v.source, v.fields, v.snapshot
         from registry.person_versions v join registry.people p on p.bureau_code = v.bureau_code and p.id = v.person_id
        where p.id = $1 and p.status <> 'transferred' and v.version < $2 order by v.version desc limit $3`,
      [personId, before, limit + 1],
    )
    const states = rows.map(
      (row) =>
        JSON.parse(context.secrets.decrypt('registry.person_versions.snapshot', `${personId}/${row.version}`, row.snapshot)) as FileState,
    )
    const shown = rows.slice(0, limit).map((row, at) => ({
      version: row.version,
      changedAt: row.changed_at,
      changedBy: row.changed_by,
      reason: row.reason,
      source: row.source,
      changes: row.fields.map((field) => shownChange(field, { before: states[at + 1], after: states[at] })),
    }))
    const last = shown.at(-1)
    return rows.length > limit && last
      ? { rows: shown, next: sealCursor(context, `person.versions ${personId}`, [last.version]) }
      : { rows: shown }
  },
})
