import type { AccountId } from '../../../../kernel/id.ts'
import { maskAddress, maskBankCard, maskCitizenId, maskName, maskPhone } from '../../../../kernel/mask.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import type { FileField, FileState } from '../../domain/file-state.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { wherePersonIs } from '../file/edit-file.ts'

interface VersionColumns {
  version: number
  changed_at: string
  changed_by: AccountId
  reason: string
  source: string | null
  fields: FileField[]
  snapshot: Buffer
}

const MASKS: Partial<Record<FileField, (value: string) => string>> = {
  name: maskName,
  citizenId: maskCitizenId,
  phone: maskPhone,
  address: maskAddress,
  bankCard: maskBankCard,
}

/** A field of a state in words that may be shown: masked, codes as they are, lists by what they hold. */
function shownField(state: FileState | undefined, field: FileField): string | null {
  if (!state) return null
  if (field === 'service' || field === 'kin') return String(state[field].length)
  if (field === 'identities') return state.identities.map((one) => `${one.classCode} ${one.status}`).join(', ') || null
  if (field === 'unit') return null
  const value = state.person[field]
  return value === null ? null : (MASKS[field]?.(value) ?? value)
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
      changes: row.fields.map((field) => ({ field, before: shownField(states[at + 1], field), after: shownField(states[at], field) })),
    }))
    const last = shown.at(-1)
    return rows.length > limit && last
      ? { rows: shown, next: sealCursor(context, `person.versions ${personId}`, [last.version]) }
      : { rows: shown }
  },
})
