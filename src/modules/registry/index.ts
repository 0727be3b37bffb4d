import type { Job } from '../../platform/jobs/jobs.ts'

/** The registry's door for the other modules and for the program. */
export type { PersonRow as PersonCard } from './contract.ts'
export { actions } from './server/actions.ts'
export { type ContactSubject, countClients, findContactSubjects, listContactSubjects } from './server/contact-subjects.ts'
export { entitlementClasses, findClass } from './server/entitlement-classes.ts'
export { findPersonUnits, listFileIds, personCards, touchLastContact } from './server/person-cards.ts'
export { views } from './server/views.ts'

export const jobs: readonly Job[] = []
