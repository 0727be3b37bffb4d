import type { Job } from '../../platform/jobs/jobs.ts'

/** The registry's door for the other modules and for the program. */
export { actions } from './server/actions.ts'
export { type ContactSubject, findContactSubjects, listContactSubjects, touchLastContact } from './server/contact-subjects.ts'
export { COMPLETE_FROM, countClients } from './server/count-clients.ts'
export { entitlementClasses, findClass } from './server/entitlement-classes.ts'
export { findPersonUnits, listFileIds, type PersonCard, personCards } from './server/person-cards.ts'
export { views } from './server/views.ts'

export const jobs: readonly Job[] = []
