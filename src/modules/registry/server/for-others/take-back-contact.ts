import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Tx } from '../../../../platform/database/tx.ts'

/** Takes back a last contact that did not happen: where it still stands on `on`, it becomes the earlier day, or none. */
export async function takeBackContact(
  tx: Tx,
  contacts: readonly { readonly personId: string; readonly on: PlainDate; readonly earlier: PlainDate | null }[],
): Promise<void> {
  await tx.query(
    `update registry.people p set last_contact_on = c.earlier
       from jsonb_to_recordset($1::jsonb) as c(person_id uuid, on_day date, earlier date)
      where p.id = c.person_id and p.status <> 'transferred' and p.last_contact_on = c.on_day`,
    [JSON.stringify(contacts.map(({ personId, on, earlier }) => ({ person_id: personId, on_day: on, earlier })))],
  )
}
