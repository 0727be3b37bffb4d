import type { z } from 'zod'
import type { AccountId } from '../../../../kernel/id.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import type { FileState } from '../../domain/file-state.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { wherePersonIs } from '../file/edit-file.ts'

type Kind = z.infer<typeof contract.TimelineEntry>['kind']

interface Entry {
  kind: Kind
  /** Of a version that moved the state of the file: the states after and before, sealed. */
  after: Buffer | null
  before: Buffer | null
  at: string
  by: AccountId | null
  ref: string
  fields: string[]
  said: string | null
  can_undo: boolean
}

/** Everything that the registry knows of what was done to a file, in one shape. */
const ENTRIES = `
  select case when v.version = 1 then 'captured' else 'changed' end as kind,
         v.changed_at as at, v.changed_by as by, v.version::text as ref, v.fields, v.reason as said, false as can_undo,
         case when b.version is not null then v.snapshot end as after, b.snapshot as before
    from registry.person_versions v join registry.people p on p.bureau_code = v.bureau_code and p.id = v.person_id
    left join registry.person_versions b on b.bureau_code = v.bureau_code and b.person_id = v.person_id and b.version = v.version - 1
          and v.fields && array['status', 'deceasedOn']
   where v.person_id = $1 and p.status <> 'transferred'
  union all
  select 'transferAsked', t.opened_at, case when t.direction = 'asked' then t.opened_by end, t.id::text, '{}', t.reason, false, null, null
    from registry.transfer_requests t where t.person_id = $1
  union all
  select case when t.status = 'accepted' then 'transferred' else 'transferSettled' end, t.decided_at, t.decided_by, t.id::text, '{}', t.answer, false, null, null
    from registry.transfer_requests t where t.person_id = $1 and t.decided_at is not null
  union all
  select 'handedOver', h.moved_at, h.moved_by, h.hand_over_id::text, '{}', h.said, false, null, null
    from registry.handed_files h where h.person_id = $1
  union all
  select 'merged', m.merged_at, m.merged_by, m.id::text, '{}', m.reason, m.undone_at is null and m.kept_id = $1, null, null
    from registry.merges m where m.kept_id = $1 or m.merged_id = $1
  union all
  select 'mergeUndone', m.undone_at, m.undone_by, m.id::text, '{}', null, false, null, null
    from registry.merges m where m.undone_at is not null and (m.kept_id = $1 or m.merged_id = $1)
  union all
  select 'unmasked', u.seen_at, u.account_id, u.id::text, u.fields, u.reason, false, null, null
    from registry.unmaskings u join registry.people p on p.bureau_code = u.bureau_code and p.id = u.person_id
   where u.person_id = $1 and p.status <> 'transferred'`

const openState = ({ secrets }: Pick<ViewContext, 'secrets'>, of: string, sealed: Buffer): FileState =>
  JSON.parse(secrets.decrypt('registry.person_versions.snapshot', of, sealed)) as FileState

/** What a version says, by the states that it lies between: a death and its undoing change the same field. */
function kindOf({ kind, ref, before, after }: Entry, open: (version: number, sealed: Buffer) => FileState): Kind {
  if (!before || !after) return kind
  const [was, is] = [open(Number(ref) - 1, before).person, open(Number(ref), after).person]
  if (was.deceasedOn !== is.deceasedOn) return is.deceasedOn === null ? 'deathUndone' : 'died'
  if (is.status === 'archived') return 'archived'
  return was.status === 'archived' ? 'reopened' : kind
}

export const listTimeline = view(contract.listTimeline, {
  grant: 'person.read',
  where: wherePersonIs,
  async run(context, { personId, cursor, limit }) {
    const [at = '9999-01-01', ref = ''] = openCursor(context, `person.timeline ${personId}`, cursor) ?? []
    const { rows } = await context.tx.query<Entry>(
      `select * from (${ENTRIES}) e where (e.at, e.kind || e.ref) < ($2::timestamptz, $3) order by e.at desc, e.kind || e.ref desc limit $4`,
      [personId, at, ref, limit + 1],
    )
    const shown = rows.slice(0, limit).map((row) => ({
      kind: kindOf(row, (version, sealed) => openState(context, `${personId}/${version}`, sealed)),
      at: row.at,
      by: row.by,
      ref: row.ref,
      fields: row.fields,
      text: row.said,
      canUndo: row.can_undo && context.actor.grants.has('person.merge'),
    }))
    const last = shown.at(-1)
    const next =
      rows.length > limit && last ? { next: sealCursor(context, `person.timeline ${personId}`, [last.at, last.kind + last.ref]) } : {}
    return { rows: shown, ...next }
  },
})
