import type { Action } from '../../platform/actions/declare.ts'
import { drawAssessment } from './server/assessments/draw-assessment.ts'
import { answerObjection, objectToAssessment } from './server/assessments/objections.ts'
import { lockAssessment, publishAssessment } from './server/assessments/settle-assessment.ts'
import { confirmClosing } from './server/closings/confirm-closing.ts'
import { acceptClosing, lockClosing, returnClosing } from './server/closings/settle-closing.ts'

export type { Figure, Period } from './contract.ts'
export type { OpenTable } from './contract-open.ts'
export { compileMeasures } from './domain/measures.ts'
export { isClosedMonthly, listOpenMonths } from './server/closings/open-months.ts'
export { readDefinitions } from './server/definitions.ts'
export { listIndicators } from './server/figure-list.ts'
export { type FigureAnswer, type FigureAsked, figureOf } from './server/figure-of.ts'
export { inOneSnapshot } from './server/figures.ts'
export { foldOnce } from './server/fold.ts'
export { readKnownFigure } from './server/known-figures.ts'
export { emitPlaces } from './server/place-facts.ts'
export { registerOpenFigures } from './server/public/open-routes.ts'
export { type EverySide, readEverySide } from './server/read-every-side.ts'
export { type AskedFigure, readFigure } from './server/read-figure.ts'
export { REBUILT_TABLES, rebuild } from './server/rebuild.ts'
export { startFolding } from './server/start-folding.ts'
export { views } from './server/views.ts'

export const actions: readonly Action[] = [
  confirmClosing,
  acceptClosing,
  returnClosing,
  lockClosing,
  drawAssessment,
  publishAssessment,
  objectToAssessment,
  answerObjection,
  lockAssessment,
]
