import { type SealedTable, sealedIn } from '../../../platform/rotation/index.ts'

/** Where funds, pairs and claims keep ciphertexts; the account of a claim is sealed as that of the line that will pay it. */
export const sealedTables: readonly SealedTable[] = [
  sealedIn('assistance.donations', 'id::text', 'donor'),
  sealedIn('assistance.grants', 'id::text', 'means'),
  sealedIn('assistance.helpers', 'id::text', 'name'),
  { table: 'assistance.claims', columns: [{ column: 'bank_account', row: 'id::text', as: "'ledger.batch_lines.bank_account'" }] },
]
