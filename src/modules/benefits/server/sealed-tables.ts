import { type SealedTable, sealedIn } from '../../../platform/rotation/index.ts'

/** Where pensions keep ciphertexts: accounts, under the person. */
export const sealedTables: readonly SealedTable[] = [
  sealedIn('benefits.entitlements', 'person_id::text', 'payee_account'),
  { table: 'benefits.payee_changes', columns: [{ column: 'payee', row: 'person_id::text', as: "'benefits.entitlements.payee_account'" }] },
]
