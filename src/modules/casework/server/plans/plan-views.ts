import type { PersonId } from '../../../../kernel/id.ts'
import { daysBetween, type PlainDate } from '../../../../kernel/plain-date.ts'
import { rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { nextByDay, placeAfter } from '../../../../platform/database/day-cursor.ts'
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

export const listPlans = view(ListPlans, {
  grant: 'visit.read',
  where: ({ place }) => place,
  async run(context, { place, cursor, limit, dueBefore, dueFrom, personId }) {
    const { lo, hi } = rangeOf(place)
    const after = placeAfter(cursor)
    const { rows } = await context.tx.query<PlanRow>(
      `select id, unit_code, person_id, reason, rule_code, due_on from casework.visit_plans
        where unit_code >= $1 and unit_code < $2 and status = 'due'
          and ($3::date is null or due_on < $3) and ($4::date is null or due_on >= $4) and ($5::uuid is null or person_id = $5)
          and ($6::date is null or (due_on, id) > ($6::date, $7::uuid))
        order by due_on, id limit $8`,
      [lo, hi, dueBefore ?? null, dueFrom ?? null, personId ?? null, after?.day ?? null, after?.id ?? null, limit + 1],
    )
    const page = rows.slice(0, limit)
    return {
      rows: await plansOf(page, context),
      ...nextByDay(rows, limit, ({ due_on }) => due_on),
    }
  },
})
