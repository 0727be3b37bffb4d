import type { Action } from '../../platform/actions/declare.ts'
import { confirmClosing } from './server/closings/confirm-closing.ts'
import { acceptClosing, lockClosing, returnClosing } from './server/closings/settle-closing.ts'

export type { OpenTable } from './contract-open.ts'
export { compileMeasures } from './domain/measures.ts'
export { readDefinitions } from './server/definitions.ts'
export { listIndicators } from './server/figure-list.ts'
export { type FigureAnswer, type FigureAsked, figureOf } from './server/figure-of.ts'
export { inOneSnapshot } from './server/figures.ts'
export { readKnownFigure } from './server/known-figures.ts'
export { emitPlaces } from './server/place-facts.ts'
export { registerOpenFigures } from './server/public/open-routes.ts'
export { readFigure } from './server/read-figure.ts'
export { rebuild } from './server/rebuild.ts'
export { startFolding } from './server/start-folding.ts'
export { views } from './server/views.ts'

export const actions: readonly Action[] = [confirmClosing, acceptClosing, returnClosing, lockClosing]
