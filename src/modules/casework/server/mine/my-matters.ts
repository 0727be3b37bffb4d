import { view } from '../../../../platform/actions/declare.ts'
import { nextByDay, placeAfter } from '../../../../platform/database/day-cursor.ts'
import * as contract from '../../contract.ts'
import { getMatterType } from '../matters/load-types.ts'
import { MY_COLUMNS, MY_TABLES, type MyRow, myLines } from './my-lines.ts'
import { isShownTo, ownPerson, whereOwnFileIs } from './own-person.ts'

/** Open ones first, then the others, latest first. Beyond a page: by the day on which it began. */
export const listMyMatters = view(contract.listMyMatters, {
  grant: 'own.read',
  where: whereOwnFileIs,
  async run(context, { cursor, limit }) {
    const after = placeAfter(cursor)
    const { rows } = await context.tx.query<MyRow>(
      `select ${MY_COLUMNS} from ${MY_TABLES}
        where m.person_id = $1 and ($2::date is null or (m.opened_on, m.id) < ($2::date, $3::uuid))
        order by m.opened_on desc, m.id desc limit $4`,
      [ownPerson(context.actor), after?.day ?? null, after?.id ?? null, limit + 1],
    )
    const page = rows.slice(0, limit)
    const shown = page.filter((row) => isShownTo(context.actor, getMatterType(row.type_code, row.type_version)))
    const lines = await myLines(context, shown)
    return {
      rows: [...lines.filter(({ outcome }) => outcome === null), ...lines.filter(({ outcome }) => outcome !== null)],
      ...nextByDay(rows, limit, ({ opened_on }) => opened_on),
    }
  },
})
