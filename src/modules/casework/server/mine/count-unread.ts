import type { ViewContext } from '../../../../platform/actions/context.ts'
import { matterTypes } from '../matters/load-types.ts'
import { isShownTo, ownPerson } from './own-person.ts'

/** How many messages are unread, of those that are shown: what an agent may not see is not counted either. */
export async function countUnread({ tx, actor }: ViewContext): Promise<number> {
  const shown = matterTypes.filter((type) => isShownTo(actor, type)).map(({ code }) => code)
  const { rows } = await tx.query<{ unread: number }>(
    `select count(*)::int as unread
       from casework.notices n left join casework.matters m on m.bureau_code = n.bureau_code and m.id = n.matter_id
      where n.person_id = $1 and n.read_at is null and (m.type_code = any($2) or (n.topic is not null and $3))`,
    [ownPerson(actor), shown, actor.person?.agent === undefined],
  )
  return rows[0]?.unread ?? 0
}
