import type { BureauCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { FundKind } from '../../contract.ts'

export interface FundLeft {
  readonly id: string
  readonly name: string
  readonly purpose: string | null
  /** What is there and not promised, fen. */
  readonly availableFen: bigint
}

/** The funds of a bureau, of one kind or of all, in the order in which they were opened. */
export async function listFunds(tx: Tx, { bureau, kind }: { bureau: BureauCode; kind?: FundKind }): Promise<FundLeft[]> {
  const { rows } = await tx.query<FundLeft>(
    `select id, name, purpose, balance_fen - held_fen as "availableFen" from ledger.accounts
      where bureau_code = $1 and kind = 'fund' and ($2::text is null or fund_kind = $2) order by opened_at, id limit 100`,
    [bureau, kind ?? null],
  )
  return rows
}
