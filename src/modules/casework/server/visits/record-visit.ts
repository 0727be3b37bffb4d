import type { VisitId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { keepPhotos } from '../../../../platform/files/index.ts'
import { type ContactSubject, findContactSubjects, touchLastContact } from '../../../registry/index.ts'
import { recordVisit as RecordVisit, type RecordVisitRefusal, type VisitFields } from '../../contract.ts'
import { isLatest, nextPlans } from '../plans/next-plans.ts'
import { closeDuePlans, insertPlans } from '../plans/plan-rows.ts'
import { holdPersons } from './hold-persons.ts'
import { emitVisitFacts } from './visit-facts.ts'
import { insertVisit } from './visit-rows.ts'

/** Says whether a visit can have happened: all persons known here, on a day between birth and death and not to come. */
export async function checkVisit(
  context: ActionContext,
  fields: VisitFields,
): Promise<Result<ReadonlyMap<string, ContactSubject>, RecordVisitRefusal>> {
  const [, subjects] = await Promise.all([holdPersons(context.tx, fields.personIds), findContactSubjects(context.tx, fields.personIds)])
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
  const latest = [...subjects.values()].filter((subject) => isLatest(subject, fields.doneOn))
  const next = nextPlans(latest, { visitId: id, doneOn: fields.doneOn })
  emitVisitFacts(context, fields, 1)
  await Promise.all([
    touchLastContact(context.tx, fields.personIds, fields.doneOn),
    insertVisit(context, { id, fields, ...(visit.correctsId ? { correctsId: visit.correctsId } : {}) }),
    closeDuePlans(context, {
      personIds: fields.personIds,
      latestIds: latest.map((subject) => subject.id),
      reason: fields.reason,
      visitId: id,
      unitCode: fields.unitCode,
      on: fields.doneOn,
    }),
    // After those of before are closed: a person has one plan by rule.
    next.length > 0 ? insertPlans(context, next) : undefined,
  ])
  return { nextDueOn: next.map((plan) => plan.dueOn).sort()[0] ?? null }
}

/** The photos of a visit, kept at its station; undefined where one of them is not the account's to give. */
export const keepPhotosOf = ({ tx, actor, now }: ActionContext, { photoIds, unitCode }: VisitFields): Promise<string[] | undefined> =>
  keepPhotos(tx, { ids: photoIds, unitCode, ownerId: actor.accountId, now })

/** The journal leaf is about one person, or about nobody by name: of a visit to several it tells the number. */
export function nameSubject(context: ActionContext, personIds: readonly string[]): void {
  const [only, ...others] = personIds
  if (only && others.length === 0) context.subject(only)
}

/** How it is answered when a visit is not written down, the first time and when it is put right. */
export const VISIT_REFUSALS = {
  'person-not-found': 404,
  'at-another-station': 422,
  'in-the-future': 422,
  'before-birth': 422,
  'after-death': 422,
  'photo-not-found': 422,
} as const

export const recordVisit = action(RecordVisit, {
  grant: 'visit.write',
  where: (visit) => visit.unitCode,
  refusals: VISIT_REFUSALS,
  async run(context, fields) {
    const checked = await checkVisit(context, fields)
    if (!checked.ok) return checked
    const photoIds = await keepPhotosOf(context, fields)
    if (!photoIds) return refuse({ code: 'photo-not-found' })
    const landed = await landVisit(context, { id: context.actionId, fields: { ...fields, photoIds }, subjects: checked.value })
    context.note({ people: fields.personIds.length, way: fields.way })
    nameSubject(context, fields.personIds)
    return ok({ id: context.actionId as VisitId, turnouts: fields.personIds.length, nextDueOn: landed.nextDueOn })
  },
})
