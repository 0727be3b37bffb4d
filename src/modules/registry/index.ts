import type { Job } from '../../platform/jobs/jobs.ts'
import { exportJob } from './server/export/export-job.ts'
import { handOverJob } from './server/hand-over/hand-over-job.ts'
import { importJob } from './server/import/import-job.ts'

/** The registry's door for the other modules and for the program. */
export { filledFields } from './domain/changed-fields.ts'
export { measureCompleteness } from './domain/completeness.ts'
export type { FileState, IdentityState, KinState, PersonState, ServiceState } from './domain/file-state.ts'
export { actions } from './server/actions.ts'
export { changePerson } from './server/change/change-person.ts'
export { bindFile, findHome } from './server/doors/bind-file.ts'
export { openBankCards } from './server/doors/open-bank-cards.ts'
export { findClass } from './server/file/entitlement-classes.ts'
export { type FileChange, type FileMerge, type FileMove, followFiles, followMerges, followMoves } from './server/file/file-followers.ts'
export { findFile, findPersonUnit, type LoadedFile } from './server/file/load-file.ts'
export {
  COMPLETE_FROM,
  type ContactSubject,
  countClients,
  countPeopleByStation,
  findContactSubjects,
  listContactSubjects,
  touchLastContact,
} from './server/for-others/contact-subjects.ts'
export { countEntitled, type EntitledPerson, listEntitled } from './server/for-others/count-entitled.ts'
export { findByCitizenIds } from './server/for-others/find-by-citizen.ts'
export { findMobile } from './server/for-others/find-mobile.ts'
export { type Address, listAddresses } from './server/for-others/list-addresses.ts'
export { maskedField, packedKey, packedPeople } from './server/for-others/packed-people.ts'
export {
  type ClosedFile,
  findEndedIdentities,
  listClosedFiles,
  listPaidIdentities,
  listReturnedFiles,
  type PaidIdentity,
  type ReturnedFile,
} from './server/for-others/paid-identities.ts'
export { findPersonUnits, listFileIds, type PersonCard, personCards } from './server/for-others/person-cards.ts'
export { takeBackContact } from './server/for-others/take-back-contact.ts'
export { beginHandOver } from './server/hand-over/begin-hand-over.ts'
export { countFileLoads } from './server/hand-over/count-loads.ts'
export { countFiles, findHandOvers } from './server/hand-over/hand-over-rows.ts'
export { followStations, type StationContext, type StationMove } from './server/hand-over/station-followers.ts'
export { wordOfCode } from './server/import/code-words.ts'
export { ALL_ROWS, listOutcomes } from './server/import/outcomes.ts'
export { citizenIndex, STATE_COLUMNS, stateValues } from './server/rows/person-row.ts'
export { reindexPeople } from './server/rows/reindex-people.ts'
export { searchKeysOf } from './server/rows/search-keys.ts'
export { sealedTables } from './server/sealed-tables.ts'
export { views } from './server/views.ts'

export const jobs: readonly Job[] = [importJob, exportJob, handOverJob]
