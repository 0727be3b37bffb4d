import type { BureauCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'

export interface LineAnswer {
  readonly lineId: string
  readonly state: string
  /** Why the bank sent it back, in the bank's words. */
  readonly reason: string | null
  /** The batch that pays it again. */
  readonly reissuedIn: string | null
}

/**
 * What the bank answered for lines of a batch, in the order of their ids. Also for who sees no books: a caller gives the ids of
 * what it owes only where its own rows let the reader see them.
 */
export async function listAnswers(
  tx: Tx,
  asked: { bureau: BureauCode; batchId: string; lineIds: readonly string[] },
): Promise<readonly LineAnswer[]> {
  const { rows } = await tx.query<LineAnswer>(
    `select line_id as "lineId", state, reason, reissued_in as "reissuedIn" from ledger.answers_of_lines($1, $2, $3)`,
    [asked.bureau, asked.batchId, asked.lineIds],
  )
  return rows
}
