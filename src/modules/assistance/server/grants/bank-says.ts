import { bureauOf } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { listLineStates } from '../../../ledger/index.ts'
import type { GrantRow } from './grant-rows.ts'

export interface BankWord {
  readonly state: 'paid' | 'returned' | 'waiting'
  /** Why it came back, in the bank's words. */
  readonly reason: string | null
}

/** What became of a grant in its batch, followed through the batches that paid it again. */
export async function bankSays(tx: Tx, { id, unit_code, batch_id }: Pick<GrantRow, 'id' | 'unit_code' | 'batch_id'>): Promise<BankWord> {
  let batchId = batch_id
  while (batchId !== null) {
    const [line] = await listLineStates(tx, { bureau: bureauOf(unit_code), batchId, only: [id] })
    if (line?.state === 'paid' || line?.state === 'returned') return { state: line.state, reason: line.reason }
    batchId = line?.reissuedIn ?? null
  }
  return { state: 'waiting', reason: null }
}
