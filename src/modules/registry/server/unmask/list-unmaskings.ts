import type { z } from 'zod'
import type { AccountId } from '../../../../kernel/id.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { wherePersonIs } from '../file/edit-file.ts'

interface UnmaskingColumns {
  id: string
  account_id: AccountId
  purpose: z.infer<typeof contract.UnmaskPurpose>
  reason: string
  fields: contract.MaskedField[]
  seen_at: string
}

export const listUnmaskings = view(contract.listUnmaskings, {
  grant: 'person.read',
  where: wherePersonIs,
  async run(context, { personId, cursor, limit }) {
    const [at = '9999-01-01', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] =
      openCursor(context, `person.unmaskings ${personId}`, cursor) ?? []
    const { rows } = await context.tx.query<UnmaskingColumns>(
      `select u.id, u.account_id, u.purpose, u.reason, u.fields, u.seen_at
         from registry.unmaskings u join registry.people p on p.bureau_code = u.bureau_code and p.id = u.person_id
        where p.id = $1 and p.status <> 'transferred' and (u.seen_at, u.id) < ($2::timestamptz, $3::uuid)
        order by u.seen_at desc, u.id desc limit $4`,
      [personId, at, id, limit + 1],
    )
    const shown = rows.slice(0, limit).map((row) => ({
      id: row.id,
      accountId: row.account_id,
      purpose: row.purpose,
      reason: row.reason,
      fields: row.fields,
      seenAt: row.seen_at,
    }))
    const last = shown.at(-1)
    return rows.length > limit && last
      ? { rows: shown, next: sealCursor(context, `person.unmaskings ${personId}`, [last.seenAt, last.id]) }
      : { rows: shown }
  },
})
