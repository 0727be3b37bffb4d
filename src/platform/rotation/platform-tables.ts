import { type SealedTable, sealedIn } from './sealed-table.ts'

/** Where the spine and the doors keep ciphertexts. */
export const platformTables: readonly SealedTable[] = [
  sealedIn('spine.receipts', 'action_id::text', 'answer'),
  {
    table: 'access.accounts',
    columns: [
      { column: 'totp_secret', row: 'id::text' },
      { column: 'totp_pending', row: 'id::text', as: "'access.accounts.totp_secret'" },
    ],
  },
  sealedIn('access.personal_accounts', "encode(phone_index, 'hex')", 'phone'),
]
