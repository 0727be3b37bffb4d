import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/scope.ts'
import { findContactSubjects, takeBackContact } from '../../../registry/index.ts'
import { closingDay } from '../../domain/contact-facts.ts'
import type { RecordedVisit } from '../visits/visit-queries.ts'
import { nextPlans } from './next-plans.ts'
import { type ClosedPlan, closeDuePlans, insertPlans, takeOffOverdue } from './plan-rows.ts'

/** Visits that count: neither a counter-record nor answered by one. */
const COUNTS = `not v.is_counter and not exists (
  select from casework.visits c where c.bureau_code = v.bureau_code and c.corrects_id = v.id and c.is_counter)`

interface LastVisit {
  person_id: string
  visit_id: string
  done_on: PlainDate
}

/** The latest visit that counts, of each person who has one. Reads their bureau only. */
async function findLastVisits(tx: Tx, bureauCode: string, personIds: readonly string[]): Promise<Map<string, LastVisit>> {
  const { rows } = await tx.query<LastVisit>(
    `select distinct on (s.person_id) s.person_id, s.visit_id, s.done_on
       from casework.visit_people s join casework.visits v on v.bureau_code = s.bureau_code and v.id = s.visit_id
      where s.bureau_code = $1 and s.person_id = any($2::uuid[]) and ${COUNTS}
      order by s.person_id, s.done_on desc, s.visit_id desc`,
    [bureauCode, personIds],
  )
  return new Map(rows.map((row) => [row.person_id, row]))
}

/**
 * Undoes what a visit did to the contacts of its persons, after its counter-record is written: the plan it set is
 * dropped, the plans it closed are due again, the day of the last contact is that of the visit before it. Facts are the
 * exact negatives. Where a later visit stands, that one has closed the plan too, and it is not due again.
 */
export async function takeBackContacts(context: ActionContext, visit: RecordedVisit): Promise<void> {
  const { personIds, unitCode, doneOn } = visit.fields
  const last = await findLastVisits(context.tx, bureauOf(unitCode), personIds)
  await dropPlansSetBy(context, visit)
  const isStanding = (personId: string) => (last.get(personId)?.done_on ?? '') >= doneOn
  await reopenPlansClosedBy(
    context,
    visit,
    personIds.filter((id) => !isStanding(id)),
  )
  await takeBackContact(
    context.tx,
    personIds.map((personId) => ({ personId, on: doneOn, earlier: last.get(personId)?.done_on ?? null })),
  )
  await settleByLatest(context, unitCode, [...last.values()])
}

async function dropPlansSetBy(context: ActionContext, visit: RecordedVisit): Promise<void> {
  const { rows } = await context.tx.query<ClosedPlan>(
    `update casework.visit_plans set status = 'dropped', dropped_reason = 'visit-taken-back'
      where bureau_code = $1 and set_by_visit_id = $2 and status = 'due' returning unit_code, person_id, due_on`,
    [bureauOf(visit.fields.unitCode), visit.id],
  )
  for (const plan of rows) takeOffOverdue(context, plan, plan.due_on)
}

async function reopenPlansClosedBy(context: ActionContext, visit: RecordedVisit, personIds: readonly string[]): Promise<void> {
  const { rows } = await context.tx.query<ClosedPlan>(
    `update casework.visit_plans set status = 'due', visit_id = null
      where bureau_code = $1 and visit_id = $2 and status = 'done' and (rule_code is null or person_id = any($3::uuid[]))
      returning unit_code, person_id, due_on`,
    [bureauOf(visit.fields.unitCode), visit.id, personIds],
  )
  for (const { unit_code: unit, person_id: personId, due_on: dueOn } of rows) {
    context.fact({ kind: 'contact.due', on: closingDay(dueOn, visit.fields.doneOn), unitCode: unit, personIds: [personId] })
  }
}

/**
 * Lets the visit that is now the latest do what it had left to the one taken back: close what is due by rule and set the
 * next. A visit that has set its plan already is left alone, even where somebody dropped that plan since.
 */
async function settleByLatest(context: ActionContext, unitCode: UnitCode, last: readonly LastVisit[]): Promise<void> {
  const { rows } = await context.tx.query<{ person_id: string; visit_id: string }>(
    `select person_id, set_by_visit_id as visit_id from casework.visit_plans
      where bureau_code = $1 and set_by_visit_id = any($2::uuid[])`,
    [bureauOf(unitCode), last.map(({ visit_id }) => visit_id)],
  )
  const settled = new Set(rows.map(({ person_id, visit_id }) => `${person_id} ${visit_id}`))
  for (const { person_id: personId, visit_id: visitId, done_on: on } of last) {
    if (settled.has(`${personId} ${visitId}`)) continue
    const subjects = await findContactSubjects(context.tx, [personId])
    await closeDuePlans(context, { personIds: [personId], latestIds: [personId], reason: 'routine', visitId, unitCode, on })
    await insertPlans(context, nextPlans([...subjects.values()], { visitId, doneOn: on }))
  }
}
