import { bureauOf } from '../../../../../kernel/region-code.ts'
import type { ActionContext, ViewContext } from '../../../../../platform/actions/context.ts'
import type { Matter } from '../../../contract.ts'
import type { MatterRow } from '../matter-rows.ts'

const NOTE = 'casework.matter_hands.note'

/** Into whose hands a matter goes; undefined: back to all who hold the seat. */
export interface NewHands {
  readonly to: { readonly accountId: string; readonly name: string } | undefined
  readonly note: string | undefined
}

/** Puts a locked matter into somebody's hands, and keeps who did so and what was said. */
export async function putIntoHands(context: ActionContext, row: MatterRow, { to, note }: NewHands): Promise<void> {
  const { tx, secrets, actor, actionId, now } = context
  const bureau = bureauOf(row.unit_code)
  const [accountId, name] = [to?.accountId ?? null, to?.name ?? null]
  await tx.query('update casework.matters set claimed_by = $3, claimed_name = $4 where bureau_code = $1 and id = $2', [
    bureau,
    row.id,
    accountId,
    name,
  ])
  await tx.query(
    `insert into casework.matter_hands (bureau_code, id, matter_id, unit_code, to_account, to_name, by_account, by_name, note, given_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      bureau,
      actionId,
      row.id,
      row.unit_code,
      accountId,
      name,
      actor.accountId,
      actor.name,
      note ? secrets.encrypt(NOTE, actionId, note) : null,
      now,
    ],
  )
  context.note({ matter: row.id, to: accountId })
  if (row.person_id !== null) context.subject(row.person_id)
}

/** Through whose hands a matter went, latest first; the notes for whoever may read its answers. */
export async function listHands({ tx, secrets }: ViewContext, row: MatterRow, mayRead: boolean): Promise<Matter['hands']> {
  const { rows } = await tx.query<{ id: string; at: string; by_name: string; to_name: string | null; note: Buffer | null }>(
    'select id, given_at as at, by_name, to_name, note from casework.matter_hands where bureau_code = left($2, 6) and matter_id = $1 order by given_at desc, id desc limit 50',
    [row.id, row.unit_code],
  )
  return rows.map(({ id, at, by_name, to_name, note }) => ({
    at,
    byName: by_name,
    toName: to_name,
    note: note !== null && mayRead ? secrets.decrypt(NOTE, id, note) : null,
  }))
}
