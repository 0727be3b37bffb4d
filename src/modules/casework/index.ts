import type { Action, View } from '../../platform/actions/declare.ts'
import { correctVisit } from './server/correct-visit.ts'
import { followFiles } from './server/follow-files.ts'
import { addPlan, dropPlan, makeRound } from './server/plan-actions.ts'
import { listPlans } from './server/plan-views.ts'
import { recordVisit } from './server/record-visit.ts'
import { seeToday } from './server/today-view.ts'
import { getVisit, listVisits } from './server/visit-views.ts'

export { followFiles }

export const actions: readonly Action[] = [recordVisit, correctVisit, addPlan, dropPlan, makeRound]

export const views: readonly View[] = [listVisits, getVisit, listPlans, seeToday]
