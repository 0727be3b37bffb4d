import { ok } from '../../../../kernel/result.ts'
import { action, view } from '../../../../platform/actions/declare.ts'
import { nextByDay, placeAfter } from '../../../../platform/database/day-cursor.ts'
import * as contract from '../../contract.ts'
import { getMatterType } from '../matters/load-types.ts'
import { countUnread } from './count-unread.ts'
import { isShownTo, ownPerson, whereOwnFileIs } from './own-person.ts'

interface NoticeRow {
  id: string
  matter_id: string | null
  type_code: string | null
  type_version: number | null
  topic: contract.NoticeTopic | null
  words_zh: string
  words_en: string
  at: string
  day: string
  is_read: boolean
}

const typeOf = ({ type_code, type_version }: NoticeRow) => getMatterType(type_code ?? '', type_version ?? 0)

/** What belongs to no matter is for nobody but the person: no authority covers it. */
const isForReader = (actor: Parameters<typeof isShownTo>[0], row: NoticeRow): boolean =>
  row.topic === null ? isShownTo(actor, typeOf(row)) : actor.person?.agent === undefined

const messageOf = (row: NoticeRow) => ({
  id: row.id,
  matterId: row.matter_id,
  title: row.topic === null ? typeOf(row).name : contract.NOTICE_TOPICS[row.topic],
  words: { zh: row.words_zh, en: row.words_en },
  at: new Date(row.at).toISOString(),
  isRead: row.is_read,
})

export const listMyMessages = view(contract.listMyMessages, {
  grant: 'own.read',
  where: whereOwnFileIs,
  async run(context, { cursor, limit }) {
    const after = placeAfter(cursor)
    const { rows } = await context.tx.query<NoticeRow>(
      `select n.id, n.matter_id, m.type_code, m.type_version, n.topic, n.words_zh, n.words_en, n.created_at as at,
              to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD') as day, n.read_at is not null as is_read
         from casework.notices n left join casework.matters m on m.bureau_code = n.bureau_code and m.id = n.matter_id
        where n.person_id = $1 and ($2::date is null or (to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD'), n.id) < ($2::text, $3::uuid))
        order by day desc, n.id desc limit $4`,
      [ownPerson(context.actor), after?.day ?? null, after?.id ?? null, limit + 1],
    )
    const page = rows.slice(0, limit)
    return {
      rows: page.filter((row) => isForReader(context.actor, row)).map(messageOf),
      unread: await countUnread(context),
      ...nextByDay(rows, limit, ({ day }) => day),
    }
  },
})

/** Read on any of the phones that are bound to the file is read. */
export const readMyMessages = action(contract.readMyMessages, {
  grant: 'own.write',
  where: whereOwnFileIs,
  refusals: {},
  async run({ tx, actor, now, unitCode }, { ids }) {
    const { rowCount } = await tx.query(
      'update casework.notices set read_at = $4 where bureau_code = left($1, 6) and person_id = $2 and id = any($3::uuid[]) and read_at is null',
      [unitCode, ownPerson(actor), ids, now],
    )
    return ok({ read: rowCount ?? 0 })
  },
})
