export { emitPlaces } from './server/place-facts.ts'
export { rebuild } from './server/rebuild.ts'
export { startFolding } from './server/start-folding.ts'
export { views } from './server/views.ts'
