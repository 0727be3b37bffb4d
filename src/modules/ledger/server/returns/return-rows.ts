import type { BureauCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { ReturnRefusal, ReturnSeen } from '../../contract.ts'

/** A return file that waits to be read. */
export interface Waiting {
  readonly bureau: BureauCode
  readonly id: string
  readonly batchId: string
  readonly address: string
}

/** What a taken file has settled, in fen. */
export interface Settled {
  readonly paid: { count: number; fen: bigint }
  readonly returned: { count: number; fen: bigint }
  /** Lines that an earlier file had settled alike. */
  readonly repeated: number
}

/** Undefined where it was read already. */
export async function findWaitingReturn(tx: Tx, returnId: string): Promise<Waiting | undefined> {
  const { rows } = await tx.query<Waiting>(
    `select r.bureau_code as bureau, r.id, r.batch_id as "batchId", f.address
       from ledger.return_files r join spine.files f on f.id = r.file_id and f.owner_id = r.asked_by
      where r.id = $1 and r.state = 'queued'`,
    [returnId],
  )
  return rows[0]
}

export async function sayReturn(tx: Tx, { bureau, id }: Waiting, said: { done: number; count: number | null }): Promise<void> {
  await tx.query(
    `update ledger.return_files set done_count = $3, line_count = $4 where bureau_code = $1 and id = $2 and state = 'queued'`,
    [bureau, id, said.done, said.count],
  )
}

export async function finishReturn(tx: Tx, { bureau, id }: Waiting, at: string, refusal: ReturnRefusal | null): Promise<void> {
  await tx.query(
    `update ledger.return_files set state = $3, refusal = $4, finished_at = $5, done_count = case $3 when 'taken' then line_count else 0 end
      where bureau_code = $1 and id = $2 and state = 'queued'`,
    [bureau, id, refusal === null ? 'taken' : 'refused', refusal === null ? null : JSON.stringify(refusal), at],
  )
}

interface Row extends Omit<ReturnSeen, 'paid' | 'returned' | 'repeated'> {
  readonly paid_count: number | null
  readonly paid_fen: bigint | null
  readonly returned_count: number | null
  readonly returned_fen: bigint | null
  readonly repeated_count: number | null
}

/** Return files of a batch, the latest first. */
export async function listReturns(tx: Tx, { bureau, id }: { bureau: BureauCode; id: string }): Promise<ReturnSeen[]> {
  const { rows } = await tx.query<Row>(
    `select r.id, r.file_name as "fileName", r.state, r.line_count as count, r.done_count as done, r.refusal, r.asked_at as at,
            b.paid_count, b.paid_fen, b.returned_count, b.returned_fen, b.repeated_count
       from ledger.return_files r left join ledger.bank_returns b on b.bureau_code = r.bureau_code and b.id = r.id
      where r.bureau_code = $1 and r.batch_id = $2 order by r.asked_at desc, r.id desc limit 20`,
    [bureau, id],
  )
  return rows.map(({ paid_count, paid_fen, returned_count, returned_fen, repeated_count, ...row }) => ({
    ...row,
    paid: { count: paid_count ?? 0, fen: String(paid_fen ?? 0n) },
    returned: { count: returned_count ?? 0, fen: String(returned_fen ?? 0n) },
    repeated: repeated_count ?? 0,
  }))
}
