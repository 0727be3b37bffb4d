import type { z } from 'zod'
import type { AccountId } from '../../../../kernel/id.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { wherePersonIs } from '../file/edit-file.ts'

type Kind = z.infer<typeof contract.TimelineEntry>['kind']

interface Entry {
  kind: Kind
  at: string
  by: AccountId | null
  ref: string
  fields: string[]
  said: string | null
  can_undo: boolean
}

/** Everything that the registry knows of what was done to a file, in one shape. */
const ENTRIES = `
  select case when v.version = 1 then 'captured' when 'deceasedOn' = any(v.fields) then 'died'
              when 'status' = any(v.fields) and p.status = 'archived' then 'archived' else 'changed' end as kind,
         v.changed_at as at, v.changed_by as by, v.version::text as ref, v.fields, v.reason as said, false as can_undo
    from registry.person_versions v join registry.people p on p.bureau_code = v.bureau_code and p.id = v.person_id
   where v.person_id = $1 and p.status <> 'transferred'
  union all
  select 'transferAsked', t.opened_at, case when t.direction = 'asked' then t.opened_by end, t.id::text, '{}', t.reason, false
    from registry.transfer_requests t where t.person_id = $1
  union all
  select case when t.status = 'accepted' then 'transferred' else 'transferSettled' end, t.decided_at, t.decided_by, t.id::text, '{}', t.answer, false
    from registry.transfer_requests t where t.person_id = $1 and t.decided_at is not null
  union all
  select 'merged', m.merged_at, m.merged_by, m.id::text, '{}', m.reason, m.undone_at is null and m.kept_id = $1
    from registry.merges m where m.kept_id = $1 or m.merged_id = $1
  union all
  select 'mergeUndone', m.undone_at, m.undone_by, m.id::text, '{}', null, false
    from registry.merges m where m.undone_at is not null and (m.kept_id = $1 or m.merged_id = $1)
  union all
  select 'unmasked', u.seen_at, u.account_id, u.id::text, u.fields, u.reason, false
    from registry.unmaskings u join registry.people p on p.bureau_code = u.bureau_code and p.id = u.person_id
   where u.person_id = $1 and p.status <> 'transferred'`

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
      kind: row.kind,
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
