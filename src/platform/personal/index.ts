export { findRequestPerson } from './answer-person.ts'
export type { DemoPerson } from './contract.ts'
export type { PersonalContext } from './personal-context.ts'
export { personalRoutes } from './personal-routes.ts'
