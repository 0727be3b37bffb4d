import type { BureauCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'

/** Whether one of these accounts, or one that a posting moved, is kept by another module: by hand it moves neither way. */
export async function isKeptElsewhere(
  tx: Tx,
  bureau: BureauCode,
  { accountIds = [], postingId = null }: { accountIds?: readonly (string | null)[]; postingId?: string | null },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select from ledger.accounts a
      where a.bureau_code = $1 and a.kept_by is not null
        and (a.id = any($2::uuid[]) or a.id in (select e.account_id from ledger.entries e where e.bureau_code = $1 and e.posting_id = $3))
      limit 1`,
    [bureau, accountIds.filter((id) => id !== null), postingId],
  )
  return rowCount === 1
}
