import { regionOf } from '../../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../../platform/actions/context.ts'
import { view } from '../../../../../platform/actions/declare.ts'
import { nextByDay, placeAfter } from '../../../../../platform/database/day-cursor.ts'
import { findDivision, listChildren } from '../../../../network/index.ts'
import * as contract from '../../../contract.ts'
import { linesOf } from '../matter-lines.ts'
import { LINE_COLUMNS, type MatterRow, sealedTo } from '../matter-rows.ts'

type EscalatedRow = MatterRow & { escalated_place: string }

/** Each place is read in the order of the index and no further than a page. */
const PAGE = `select ${LINE_COLUMNS}, m.escalated_place from unnest($1::text[]) as p(place) cross join lateral (
    select * from casework.matters c
     where c.escalated_place = p.place and c.closed_on is null and c.escalated_at is not null and (c.due_on, c.id) > ($2::date, $3::uuid)
       and c.type_code <> all($5)
     order by c.due_on, c.id limit $4) m
  order by m.due_on, m.id limit $4`

const FIRST = { day: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

/** The own division and those of the next tier below, by their names. */
async function placesOf({ tx, actor, today }: ViewContext): Promise<Map<string, string>> {
  const own = regionOf(actor.unitCode)
  const division = await findDivision(tx, own)
  const below = await listChildren(tx, own, today)
  return new Map([[String(own), division?.name ?? ''], ...below.map(({ code, name }): [string, string] => [code, name])])
}

async function countOverdue({ tx, actor }: ViewContext, places: readonly string[]): Promise<number> {
  const { rows } = await tx.query<{ overdue: number }>(
    `select count(*)::int as overdue from (select from casework.matters
      where escalated_place = any($1) and closed_on is null and escalated_at is not null and type_code <> all($2) limit 1000) as o`,
    [places, sealedTo(actor)],
  )
  return rows[0]?.overdue ?? 0
}

export const listEscalated = view(contract.listEscalated, {
  grant: 'matter.oversee',
  where: (_, { actor }) => actor.unitCode,
  async run(context, { cursor, limit }) {
    const places = await placesOf(context)
    const codes = [...places.keys()]
    const after = placeAfter(cursor) ?? FIRST
    const { rows } = await context.tx.query<EscalatedRow>(PAGE, [codes, after.day, after.id, limit + 1, sealedTo(context.actor)])
    const page = rows.slice(0, limit)
    const lines = await linesOf(context, page)
    return {
      rows: lines.map((line, at) => ({ ...line, placeName: places.get(page[at]?.escalated_place ?? '') ?? '' })),
      overdue: await countOverdue(context, codes),
      ...nextByDay(rows, limit, ({ due_on }) => due_on),
    }
  },
})
