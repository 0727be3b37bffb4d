import type { Action, View } from '../../platform/actions/declare.ts'
import { correctVisit } from './server/correct-visit.ts'
import { listEarlierVisits } from './server/earlier-visits.ts'
import { addPlan, dropPlan, makeRound } from './server/plan-actions.ts'
import { listPlans } from './server/plan-views.ts'
import { recordVisit } from './server/record-visit.ts'
import { seeToday } from './server/today-view.ts'
import { getVisit, listVisits } from './server/visit-views.ts'

export { closingDay } from './domain/contact-facts.ts'
export { type ContactSubject, firstContact, nextContact, ruleFor } from './domain/contact-rule.ts'
export { contactRules } from './server/contact-rules.ts'
export { followFiles } from './server/follow-files.ts'
export { followMove } from './server/follow-move.ts'

export const actions: readonly Action[] = [recordVisit, correctVisit, addPlan, dropPlan, makeRound]

export const views: readonly View[] = [listVisits, getVisit, listEarlierVisits, listPlans, seeToday]
