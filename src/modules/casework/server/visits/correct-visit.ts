import { uuidv7 } from 'uuidv7'
import type { VisitId } from '../../../../kernel/id.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/scope.ts'
import { findContactSubjects } from '../../../registry/index.ts'
import { correctVisit as CorrectVisit, type VisitFields } from '../../contract.ts'
import { takeBackContacts } from '../plans/reopen-plans.ts'
import { holdPersons } from './hold-persons.ts'
import { checkVisit, keepPhotosOf, landVisit, nameSubject, VISIT_REFUSALS } from './record-visit.ts'
import { emitVisitFacts } from './visit-facts.ts'
import { findVisitForCorrection, findVisitUnit, type RecordedVisit } from './visit-queries.ts'
import { insertVisit } from './visit-rows.ts'

/** Takes a visit's figures back exactly as they were counted: its own row says where and what. */
async function takeBack(context: ActionContext, visit: RecordedVisit, counter: { id: string; reason: string }): Promise<void> {
  await insertVisit(context, { id: counter.id, fields: bare(visit.fields), correctsId: visit.id, counterReason: counter.reason })
  emitVisitFacts(context, visit.fields, -1)
  await takeBackContacts(context, visit)
}

/** What a counter-record repeats of the first: who and when, not what was said. */
function bare(fields: VisitFields): VisitFields {
  const { note: _note, goods: _goods, ...rest } = fields
  return { ...rest, goodsValueFen: '0', photoIds: [] }
}

/**
 * Who is seen here by the corrected visit, and who is elsewhere since: the visit saw them all the same. Somebody out of sight
 * stays in the record, for whoever corrects it cannot have meant to take them off.
 */
async function whoWasSeen(
  tx: Tx,
  { personIds, unitCode }: VisitFields,
  corrected: VisitFields['personIds'],
): Promise<{ here: VisitFields['personIds']; away: VisitFields['personIds'] }> {
  const subjects = await findContactSubjects(tx, personIds)
  const gone = personIds.filter((id) => subjects.get(id)?.unitCode !== unitCode)
  return {
    here: corrected.filter((id) => !gone.includes(id)),
    away: gone.filter((id) => corrected.includes(id) || !subjects.has(id)),
  }
}

export const correctVisit = action(CorrectVisit, {
  grant: 'visit.write',
  where: async ({ visitId }, { tx }) => await findVisitUnit(tx, visitId),
  refusals: { ...VISIT_REFUSALS, 'already-corrected': 409, 'is-a-counter-record': 422 },
  async run(context, input) {
    const visit = await findVisitForCorrection(context, input.visitId)
    if (!visit) throw new Error('the visit was there a moment ago: visits are never removed')
    if (visit.isCounter) return refuse({ code: 'is-a-counter-record' })
    if (visit.counterId) return refuse({ code: 'already-corrected', by: visit.counterId })

    await holdPersons(context.tx, [...visit.fields.personIds, ...(input.corrected?.personIds ?? [])])
    const counterId = context.actionId as VisitId
    await takeBack(context, visit, { id: counterId, reason: input.reason })
    context.note({ visit: visit.id })
    nameSubject(context, visit.fields.personIds)
    if (!input.corrected) return ok({ counterId, correctedId: null })

    const { here, away } = await whoWasSeen(context.tx, visit.fields, input.corrected.personIds)
    const corrected = { ...input.corrected, personIds: here, unitCode: visit.fields.unitCode }
    const checked = await checkVisit(context, corrected)
    if (!checked.ok) return checked
    const photoIds = await keepPhotosOf(context, corrected)
    if (!photoIds) return refuse({ code: 'photo-not-found' })
    const correctedId = uuidv7() as VisitId
    const fields = { ...corrected, personIds: [...here, ...away], photoIds }
    await landVisit(context, { id: correctedId, fields, subjects: checked.value, correctsId: visit.id })
    return ok({ counterId, correctedId })
  },
})
