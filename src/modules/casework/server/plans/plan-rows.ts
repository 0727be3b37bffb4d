import { uuidv7 } from 'uuidv7'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext, WritingContext } from '../../../../platform/actions/context.ts'
import { dateColumn, textColumn, uuidColumn } from '../../../../platform/database/column-arrays.ts'
import { prepared } from '../../../../platform/database/prepared.ts'
import type { VisitReason } from '../../contract.ts'
import { closingDay } from '../../domain/contact-facts.ts'
import { keptByHand } from '../../domain/contact-rule.ts'
import { contactRules } from './contact-rules.ts'

export interface NewPlan {
  readonly personId: string
  readonly unitCode: UnitCode
  readonly reason: VisitReason
  /** The contact rule behind it; null where somebody planned it by hand. */
  readonly ruleCode: string | null
  readonly dueOn: PlainDate
  /** The visit after which the rule set it. */
  readonly setByVisitId?: string
}

export interface ClosedPlan {
  unit_code: UnitCode
  person_id: string
  due_on: PlainDate
}

const INSERT_PLANS = prepared(
  `insert into casework.visit_plans (bureau_code, id, unit_code, person_id, reason, rule_code, due_on, set_by_visit_id, planned_by, planned_at)
   select left(p.unit_code, 6), p.id, p.unit_code, p.person_id, p.reason, p.rule_code, p.due_on, p.set_by_visit_id, $2, $3
     from unnest($1::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::date[], $9::uuid[])
       as p(id, unit_code, person_id, reason, rule_code, due_on, set_by_visit_id)`,
)

/** Plans visits, and counts each as overdue from its due day on until it is closed. */
export async function insertPlans(
  context: Pick<WritingContext, 'tx' | 'actor' | 'now' | 'fact'>,
  plans: readonly NewPlan[],
): Promise<string[]> {
  const ids = plans.map(() => uuidv7())
  await context.tx.query(INSERT_PLANS, [
    uuidColumn(ids),
    context.actor.accountId,
    context.now,
    textColumn(plans.map(({ unitCode }) => unitCode)),
    uuidColumn(plans.map(({ personId }) => personId)),
    textColumn(plans.map(({ reason }) => reason)),
    textColumn(plans.map(({ ruleCode }) => ruleCode)),
    dateColumn(plans.map(({ dueOn }) => dueOn)),
    uuidColumn(plans.map(({ setByVisitId }) => setByVisitId ?? null)),
  ])
  for (const plan of plans) {
    context.fact({ kind: 'contact.due', on: plan.dueOn, unitCode: plan.unitCode, personIds: [plan.personId] })
  }
  return ids
}

/** What a visit closes, and for whom. */
export interface Seen {
  readonly personIds: readonly string[]
  /** Those of them whose latest contact this is: of the others the plan by rule stands already. */
  readonly latestIds: readonly string[]
  readonly reason: VisitReason
  readonly visitId: string
  readonly unitCode: UnitCode
  readonly on: PlainDate
}

/**
 * The persons as a subquery: of an array in plain sight the planner counts the members, and plans anew each time. Of plans
 * by hand those of the reason until $6, or the earliest alone until $7.
 */
const CLOSE_DUE = prepared(
  `update casework.visit_plans p set status = 'done', visit_id = $2
    where bureau_code = $3 and person_id = any((select $1::uuid[])::uuid[]) and status = 'due'
      and case when rule_code is not null then person_id = any($5::uuid[])
               else reason = $4 and (due_on <= $6 or due_on <= $7 and due_on = (
                 select min(e.due_on) from casework.visit_plans e
                  where e.bureau_code = $3 and e.person_id = p.person_id and e.status = 'due' and e.rule_code is null and e.reason = $4))
          end
    returning unit_code, person_id, due_on`,
)

/** Closes the plans that were due for the persons seen: by rule, or by hand for the same reason and not for another year. */
export async function closeDuePlans(context: ActionContext, seen: Seen): Promise<void> {
  const { allUntil, nextUntil } = keptByHand(contactRules, seen.on)
  const { rows } = await context.tx.query<ClosedPlan>(CLOSE_DUE, [
    seen.personIds,
    seen.visitId,
    bureauOf(seen.unitCode),
    seen.reason,
    seen.latestIds,
    allUntil,
    nextUntil,
  ])
  for (const plan of rows) takeOffOverdue(context, plan, seen.on)
}

/** The counterpart of a plan's fact, on the day it stops being overdue. */
export const takeOffOverdue = (context: Pick<WritingContext, 'fact'>, plan: ClosedPlan, closedOn: PlainDate): void =>
  context.fact({
    kind: 'contact.due',
    on: closingDay(plan.due_on, closedOn),
    unitCode: plan.unit_code,
    personIds: [plan.person_id],
    quantity: -1,
  })
