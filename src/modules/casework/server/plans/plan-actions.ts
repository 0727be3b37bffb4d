import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/scope.ts'
import { findContactSubjects, listContactSubjects } from '../../../registry/index.ts'
import { addPlan as AddPlan, dropPlan as DropPlan, makeRound as MakeRound } from '../../contract.ts'
import { insertPlans, takeOffOverdue } from './plan-rows.ts'

/** More persons than this are planned in several rounds: one action is one transaction. */
const ROUND_LIMIT = 5_000

async function homeOf(tx: Tx, personId: string): Promise<UnitCode | undefined> {
  return (await findContactSubjects(tx, [personId])).get(personId)?.unitCode
}

export const addPlan = action(AddPlan, {
  grant: 'visit.plan',
  where: async ({ personId }, { tx }) => await homeOf(tx, personId),
  refusals: { 'person-not-found': 404, 'in-the-past': 422 },
  async run(context, { personId, reason, dueOn }) {
    if (dueOn < context.today) return refuse({ code: 'in-the-past', today: context.today })
    const subject = (await findContactSubjects(context.tx, [personId])).get(personId)
    if (!subject || subject.deceasedOn) return refuse({ code: 'person-not-found' })
    context.subject(personId)
    const [id = ''] = await insertPlans(context, [{ personId, unitCode: subject.unitCode, reason, ruleCode: null, dueOn }])
    return ok({ id })
  },
})

interface PlanState {
  unit_code: UnitCode
  person_id: string
  due_on: PlainDate
  status: 'due' | 'done' | 'dropped'
}

export const dropPlan = action(DropPlan, {
  grant: 'visit.plan',
  async where({ planId }, { tx }) {
    const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from casework.visit_plans where id = $1', [planId])
    return rows[0]?.unit_code
  },
  refusals: { 'already-closed': 409 },
  async run(context, { planId, reason }) {
    const { rows } = await context.tx.query<PlanState>(
      `select unit_code, person_id, due_on, status from casework.visit_plans where bureau_code = left($2, 6) and id = $1 for update`,
      [planId, context.unitCode],
    )
    const plan = rows[0]
    if (!plan) throw new Error('the plan was there a moment ago: plans are never removed')
    if (plan.status !== 'due') return refuse({ code: 'already-closed', status: plan.status })
    await context.tx.query(
      `update casework.visit_plans set status = 'dropped', dropped_reason = $3 where bureau_code = left($2, 6) and id = $1`,
      [planId, context.unitCode, reason],
    )
    takeOffOverdue(context, plan, context.today)
    context.subject(plan.person_id)
    return ok({ id: planId })
  },
})

export const makeRound = action(MakeRound, {
  grant: 'visit.plan',
  where: ({ place }) => place,
  refusals: { 'in-the-past': 422, 'too-many': 422 },
  async run(context, { place, reason, dueOn, classCodes }) {
    if (dueOn < context.today) return refuse({ code: 'in-the-past', today: context.today })
    const subjects = await listContactSubjects(context.tx, { ...rangeOf(place), classCodes, limit: ROUND_LIMIT })
    if (subjects.length > ROUND_LIMIT) return refuse({ code: 'too-many', persons: subjects.length, limit: ROUND_LIMIT })
    // Of two rounds at once for the same day the second sees what the first has planned.
    await context.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 12))', [[reason, dueOn].join()])
    const { rows } = await context.tx.query<{ person_id: string }>(
      `select person_id from casework.visit_plans where person_id = any($1::uuid[]) and status <> 'dropped' and reason = $2 and due_on = $3`,
      [subjects.map((subject) => subject.id), reason, dueOn],
    )
    const planned = new Set(rows.map((row) => row.person_id))
    const fresh = subjects.filter((subject) => !planned.has(subject.id))
    await insertPlans(
      context,
      fresh.map((subject) => ({ personId: subject.id, unitCode: subject.unitCode, reason, ruleCode: null, dueOn })),
    )
    context.note({ planned: fresh.length })
    return ok({ planned: fresh.length, alreadyPlanned: planned.size })
  },
})
