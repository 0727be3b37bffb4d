import type { SealedTable } from '../../../platform/rotation/index.ts'

/** Where batches keep ciphertexts: a line may hold an account as somebody else sealed it. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: 'ledger.batch_lines',
    columns: [
      {
        column: 'bank_account',
        row: 'coalesce(sealed_for, line_id)::text',
        as: "coalesce(sealed_as, 'ledger.batch_lines.bank_account')",
      },
    ],
  },
]
