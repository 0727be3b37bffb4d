import { rangeOf, regionOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { nextByDay, placeAfter } from '../../../../platform/database/day-cursor.ts'
import { listFileIds } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { linesOf } from './matter-lines.ts'
import { LINE_COLUMNS, type MatterRow, sealedTo } from './matter-rows.ts'
import { seatsOf } from './seats.ts'

/** The seats whose matters come to somebody's inbox: the applicant's come to nobody's. */
const inboxSeats = (context: ViewContext): string[] => seatsOf(context.actor).filter((seat) => seat !== 'applicant')

/**
 * Each seat is read in the order of the index and no further than a page: a province with millions of open matters reads
 * fifty of them.
 */
const PAGE = `select ${LINE_COLUMNS} from unnest($2::text[]) as s(seat) cross join lateral (
    select * from casework.matters c
     where c.holder_place = $1 and c.holder = s.seat and c.closed_on is null and (c.due_on, c.id) > ($3::date, $4::uuid)
       and ($5::text is null or c.type_code = $5) and ($6::uuid is null or c.claimed_by = $6) and (not $8::boolean or c.claimed_by is null)
     order by c.due_on, c.id limit $7) m
  order by m.due_on, m.id limit $7`

const FIRST = { day: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

async function countWaiting({ tx, actor, today }: ViewContext, seats: readonly string[]): Promise<{ overdue: number; waiting: number }> {
  const { rows } = await tx.query<{ overdue: number; waiting: number }>(
    `select (select count(*)::int from (select from casework.matters where holder_place = $1 and holder = any($2) and closed_on is null and due_on < $3 limit 1000) as o) as overdue,
            (select count(*)::int from (select from casework.matters where holder_place = $1 and holder = any($2) and closed_on is null limit 1000) as w) as waiting`,
    [regionOf(actor.unitCode), seats, today],
  )
  return rows[0] ?? { overdue: 0, waiting: 0 }
}

export const listInbox = view(contract.listInbox, {
  grant: 'matter.read',
  where: (_, { actor }) => actor.unitCode,
  async run(context, { cursor, limit, typeCode, hands }) {
    const seats = inboxSeats(context)
    const after = placeAfter(cursor) ?? FIRST
    const { rows } = await context.tx.query<MatterRow>(PAGE, [
      regionOf(context.actor.unitCode),
      seats,
      after.day,
      after.id,
      typeCode ?? null,
      hands === 'mine' ? context.actor.accountId : null,
      limit + 1,
      hands === 'free',
    ])
    const page = rows.slice(0, limit)
    return {
      rows: await linesOf(context, page),
      ...(await countWaiting(context, seats)),
      ...nextByDay(rows, limit, ({ due_on }) => due_on),
    }
  },
})

export const listMatters = view(contract.listMatters, {
  grant: 'matter.survey',
  where: ({ place }) => place,
  async run(context, { place, personId, typeCode, open, cursor, limit }) {
    const { lo, hi } = rangeOf(place)
    // What was begun for a file that has been merged into this one was begun for the person.
    const files = personId === undefined ? null : await listFileIds(context.tx, personId)
    const after = placeAfter(cursor)
    const { rows } = await context.tx.query<MatterRow>(
      `select ${LINE_COLUMNS} from casework.matters m
        where m.unit_code >= $1 and m.unit_code < $2 and ($3::uuid[] is null or m.person_id = any($3)) and ($4::text is null or m.type_code = $4)
          and ($5::boolean is null or (m.closed_on is null) = $5)
          and ($6::date is null or (m.opened_on, m.id) < ($6::date, $7::uuid)) and m.type_code <> all($9)
        order by m.opened_on desc, m.id desc limit $8`,
      [lo, hi, files, typeCode ?? null, open ?? null, after?.day ?? null, after?.id ?? null, limit + 1, sealedTo(context.actor)],
    )
    const page = rows.slice(0, limit)
    return {
      rows: await linesOf(context, page),
      ...nextByDay(rows, limit, ({ opened_on }) => opened_on),
    }
  },
})
