import { type SealedTable, sealedIn } from '../../../platform/rotation/index.ts'

/** Where records of work keep ciphertexts. */
export const sealedTables: readonly SealedTable[] = [sealedIn('worklog.records', 'id::text', 'notes')]
