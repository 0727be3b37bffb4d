import type { BureauCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'

/** What a fund of a bureau is for, null where for anything; undefined where the bureau has no such fund. */
export async function findFundPurpose(
  tx: Tx,
  { bureau, accountId }: { bureau: BureauCode; accountId: string },
): Promise<{ purpose: string | null } | undefined> {
  const { rows } = await tx.query<{ purpose: string | null }>(
    "select purpose from ledger.accounts where bureau_code = $1 and id = $2 and kind = 'fund'",
    [bureau, accountId],
  )
  return rows[0]
}
