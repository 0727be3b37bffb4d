import type { VisitId } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { action } from '../../../platform/actions/declare.ts'
import { type ContactSubject, findContactSubjects, touchLastContact } from '../../registry/index.ts'
import { recordVisit as RecordVisit, type RecordVisitRefusal, type VisitFields } from '../contract.ts'
import { nextContact } from '../domain/contact-rule.ts'
import { contactRules } from './contact-rules.ts'
import { closeDuePlans, insertPlans } from './plan-rows.ts'
import { emitVisitFacts } from './visit-facts.ts'
import { insertVisit } from './visit-rows.ts'

/** Says whether a visit can have happened: all persons known here, on a day between birth and death and not to come. */
export async function checkVisit(
  context: ActionContext,
  fields: VisitFields,
): Promise<Result<ReadonlyMap<string, ContactSubject>, RecordVisitRefusal>> {
  const subjects = await findContactSubjects(context.tx, fields.personIds)
  const missing = fields.personIds.filter((id) => !subjects.has(id))
  if (missing.length > 0) return refuse({ code: 'person-not-found', personIds: missing })
  const elsewhere = fields.personIds.filter((id) => subjects.get(id)?.unitCode !== fields.unitCode)
  if (elsewhere.length > 0) return refuse({ code: 'at-another-station', personIds: elsewhere })
  if (fields.doneOn > context.today) return refuse({ code: 'in-the-future', today: context.today })
  for (const subject of subjects.values()) {
    if (fields.doneOn < subject.bornOn) return refuse({ code: 'before-birth', personId: subject.id })
    // A visit of condolence to the family comes after the death.
    const gone = subject.deceasedOn
    if (gone && fields.doneOn > gone && fields.reason !== 'death')
      return refuse({ code: 'after-death', personId: subject.id, deceasedOn: gone })
  }
  return ok(subjects)
}

/** Writes a checked visit with everything that follows from it: facts, closed plans, the next plan by rule. */
export async function landVisit(
  context: ActionContext,
  visit: { id: string; fields: VisitFields; subjects: ReadonlyMap<string, ContactSubject>; correctsId?: string },
): Promise<{ nextDueOn: PlainDate | null }> {
  const { id, fields, subjects } = visit
  // First: of two visits at once to the same person, the second waits here and then closes the plan that the first set.
  await touchLastContact(context.tx, fields.personIds, fields.doneOn)
  await insertVisit(context, { id, fields, ...(visit.correctsId ? { correctsId: visit.correctsId } : {}) })
  emitVisitFacts(context, fields, 1)
  // A visit entered late closes nothing that a later one has set.
  const moved = [...subjects.values()].filter(({ lastContactOn }) => lastContactOn === null || lastContactOn < fields.doneOn)
  await closeDuePlans(context, { fields, visitId: id, byRule: moved.map((subject) => subject.id) })
  const next = nextPlans(moved, fields.doneOn)
  if (next.length > 0) await insertPlans(context, next)
  return { nextDueOn: next.map((plan) => plan.dueOn).sort()[0] ?? null }
}

const nextPlans = (subjects: readonly ContactSubject[], doneOn: PlainDate) =>
  subjects.flatMap((subject) => {
    const next = subject.deceasedOn ? undefined : nextContact(contactRules, subject, doneOn)
    return next ? [{ personId: subject.id, unitCode: subject.unitCode, reason: 'routine' as const, ...next }] : []
  })

export const recordVisit = action(RecordVisit, {
  grant: 'visit.write',
  where: (visit) => visit.unitCode,
  refusals: { 'person-not-found': 404, 'at-another-station': 422, 'in-the-future': 422, 'before-birth': 422, 'after-death': 422 },
  async run(context, fields) {
    const checked = await checkVisit(context, fields)
    if (!checked.ok) return checked
    const landed = await landVisit(context, { id: context.actionId, fields, subjects: checked.value })
    context.note({ people: fields.personIds.length, way: fields.way })
    const [only, ...others] = fields.personIds
    if (only && others.length === 0) context.subject(only)
    return ok({ id: context.actionId as VisitId, turnouts: fields.personIds.length, nextDueOn: landed.nextDueOn })
  },
})
