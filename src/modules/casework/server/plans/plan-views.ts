import type { PersonId } from '../../../../kernel/id.ts'
import { daysBetween, type PlainDate } from '../../../../kernel/plain-date.ts'
import { rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { nextByDay, placeAfter } from '../../../../platform/database/day-cursor.ts'
import { type Condition, type DayPage, readByDay } from '../../../../platform/database/day-page.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { personCards } from '../../../registry/index.ts'
import { listPlans as ListPlans, type Plan, type VisitReason } from '../../contract.ts'

export interface PlanRow {
  id: string
  unit_code: UnitCode
  person_id: PersonId
  reason: VisitReason
  rule_code: string | null
  due_on: PlainDate
}

/** Plans with their persons' masked cards; of a person who cannot be seen, nothing. */
export async function plansOf(rows: readonly PlanRow[], context: ViewContext): Promise<Plan[]> {
  const cards = await personCards(context, [...new Set(rows.map((row) => row.person_id))])
  const can = { record: context.actor.grants.has('visit.write'), drop: context.actor.grants.has('visit.plan') }
  return rows.flatMap((row) => {
    const person = cards.get(row.person_id)
    if (!person) return []
    return {
      id: row.id,
      unitCode: row.unit_code,
      person,
      reason: row.reason,
      ruleCode: row.rule_code,
      dueOn: row.due_on,
      daysLeft: daysBetween(context.today, row.due_on),
      lastContactOn: person.lastContactOn,
      can,
    }
  })
}

/** Plans that are due as they are asked for; those of one person lie in an index of their own. */
interface DuePlans extends Pick<DayPage, 'range' | 'after' | 'limit'> {
  readonly from?: PlainDate | undefined
  /** Before this day. */
  readonly before?: PlainDate | undefined
  readonly personId?: string | undefined
}

/** The earliest of the plans that are due. */
export async function readDue(tx: Tx, { from, before, personId, ...page }: DuePlans): Promise<PlanRow[]> {
  const asked: readonly Condition[] = [
    ["r.status = 'due'", []],
    ...(before === undefined ? [] : [['r.due_on < ?', [before]] as const]),
    ...(from === undefined ? [] : [['r.due_on >= ?', [from]] as const]),
    ...(personId === undefined ? [] : [['r.person_id = ?', [personId]] as const]),
  ]
  const byDay = { table: 'casework.visit_plans', day: 'due_on', first: 'earliest', areFew: personId !== undefined, asked, ...page } as const
  const plan = 'select r.id, r.unit_code, r.person_id, r.reason, r.rule_code, r.due_on from casework.visit_plans r'
  return await readByDay<PlanRow>(tx, byDay, plan)
}

export const listPlans = view(ListPlans, {
  grant: 'visit.read',
  where: ({ place }) => place,
  async run(context, { place, cursor, limit, dueBefore, dueFrom, personId }) {
    const days = { from: dueFrom, before: dueBefore }
    const rows = await readDue(context.tx, { range: rangeOf(place), ...days, personId, after: placeAfter(cursor), limit: limit + 1 })
    return {
      rows: await plansOf(rows.slice(0, limit), context),
      ...nextByDay(rows, limit, ({ due_on }) => due_on),
    }
  },
})
