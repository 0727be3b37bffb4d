import { rangeOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { nextByDay, placeAfter } from '../../../../platform/database/day-cursor.ts'
import { type Condition, readByDay } from '../../../../platform/database/day-page.ts'
import { listFileIds, type PersonCard, personCards } from '../../../registry/index.ts'
import { getVisit as GetVisit, listVisits as ListVisits, type Visit } from '../../contract.ts'
import { findVisitUnit, VISIT, type VisitRow } from './visit-queries.ts'
import { openNote } from './visit-rows.ts'

function visitOf(row: VisitRow, cards: ReadonlyMap<string, PersonCard>, context: ViewContext): Visit {
  const state = row.is_counter ? 'counterRecord' : row.counter_id ? 'corrected' : 'counts'
  const mayRead = context.actor.grants.has('visit.write')
  const people = row.person_ids.flatMap((id) => cards.get(id) ?? [])
  return {
    id: row.id,
    unitCode: row.unit_code,
    madeByUnit: row.made_by_unit,
    doneOn: row.done_on,
    reason: row.reason,
    way: row.way,
    deliveries: row.deliveries,
    goods: row.goods,
    goodsValueFen: String(row.goods_value_fen),
    note: mayRead ? openNote(context.secrets, row.id, row.note) : null,
    photoIds: mayRead ? row.photo_ids : [],
    people,
    outOfSight: row.person_ids.length - people.length,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    state,
    correctsId: row.corrects_id,
    counterReason: row.counter_reason,
    can: { correct: state === 'counts' && mayRead },
  }
}

async function visitsOf(rows: readonly VisitRow[], context: ViewContext): Promise<Visit[]> {
  const cards = await personCards(context, [...new Set(rows.flatMap((row) => row.person_ids))])
  return rows.map((row) => visitOf(row, cards, context))
}

interface Filter {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly reason?: string | undefined
  /** A file and those merged into it. */
  readonly personIds?: readonly string[] | undefined
}

/** Conditions by what was asked. */
function conditionsOf(filter: Filter): Condition[] {
  const asked: readonly (readonly [string, unknown])[] = [
    ['r.done_on >= ?', filter.from],
    ['r.done_on <= ?', filter.to],
    ['r.reason = ?', filter.reason],
    [
      'exists (select from casework.visit_people s where s.bureau_code = r.bureau_code and s.visit_id = r.id and s.person_id = any(?::uuid[]))',
      filter.personIds,
    ],
  ]
  return asked.flatMap(([sql, value]): Condition[] => (value === undefined ? [] : [[sql, [value]]]))
}

const BY_DAY = { table: 'casework.visits', day: 'done_on', first: 'newest' } as const

export const listVisits = view(ListVisits, {
  grant: 'visit.read',
  where: ({ place }, { actor }) => place ?? actor.unitCode,
  async run(context, { place, cursor, limit, personId, ...filter }) {
    const within = place ? rangeOf(place) : context.actor.scope
    const asked = conditionsOf({ ...filter, ...(personId ? { personIds: await listFileIds(context.tx, personId) } : {}) })
    const areFew = personId !== undefined
    const page = { ...BY_DAY, range: within, asked, areFew, after: placeAfter(cursor), limit: limit + 1 }
    const rows = await readByDay<VisitRow>(context.tx, page, VISIT)
    return {
      rows: await visitsOf(rows.slice(0, limit), context),
      ...nextByDay(rows, limit, ({ done_on }) => done_on),
    }
  },
})

export const getVisit = view(GetVisit, {
  grant: 'visit.read',
  where: async ({ visitId }, { tx }) => await findVisitUnit(tx, visitId),
  async run(context, { visitId }) {
    const { rows } = await context.tx.query<VisitRow>(`${VISIT} where r.id = $1`, [visitId])
    return (await visitsOf(rows, context))[0]
  },
})
