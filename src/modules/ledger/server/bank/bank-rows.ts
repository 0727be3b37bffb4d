import type { BureauCode, RegionCode, UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { BankFormatName } from '../../contract.ts'
import type { BatchState } from '../batches/batch-states.ts'

/** A batch as the actions on it see it. */
export interface BatchHead {
  readonly bureau: BureauCode
  readonly id: string
  readonly unitCode: UnitCode
  readonly accountId: string
  readonly fundName: string
  readonly purpose: string | null
  readonly title: string
  readonly sourceModule: string
  readonly lineCount: number
  readonly totalFen: bigint
  readonly state: BatchState
  readonly openedAt: string
  readonly openedOn: string
  readonly madeBy: string
  readonly checkedBy: string | null
  readonly format: BankFormatName | null
  readonly fileHash: Buffer | null
  readonly filedAt: string | null
  readonly paidAt: string | null
  readonly reconciledAt: string | null
}

/** What the bank sent back of a batch `b` and nobody has paid again yet; by `batch_lines_returned_idx`. */
export const RETURNED_COUNT = `(select count(*)::integer from ledger.batch_lines r
    where r.bureau_code = b.bureau_code and r.batch_id = b.id and r.state = 'returned') as "returnedCount"`

export const BATCH_COLUMNS = `
  b.bureau_code as bureau, b.id, b.unit_code as "unitCode", b.account_id as "accountId", a.name as "fundName", b.purpose, b.title,
  b.source_module as "sourceModule", b.line_count as "lineCount", b.total_fen as "totalFen", b.state, b.opened_at as "openedAt",
  (b.opened_at at time zone 'Asia/Shanghai')::date as "openedOn", b.made_by as "madeBy", b.checked_by as "checkedBy", b.format,
  b.file_hash as "fileHash", b.filed_at as "filedAt", b.paid_at as "paidAt", b.reconciled_at as "reconciledAt"`
export const FROM_BATCHES = 'ledger.batches b join ledger.accounts a on a.bureau_code = b.bureau_code and a.id = b.account_id'

/** A batch in the reader's range. */
export async function findBatchHead(tx: Tx, batchId: string): Promise<BatchHead | undefined> {
  const { rows } = await tx.query<BatchHead & { totalFen: bigint }>(`select ${BATCH_COLUMNS} from ${FROM_BATCHES} where b.id = $1`, [
    batchId,
  ])
  return rows[0] && { ...rows[0], totalFen: BigInt(rows[0].totalFen) }
}

/** The same, locked: whatever is done to a batch is done one after the other. @throws where it is not there */
export async function lockBatch(tx: Tx, place: UnitCode | RegionCode, batchId: string): Promise<BatchHead> {
  await tx.query('select from ledger.batches where bureau_code = left($1, 6) and id = $2 for update', [place, batchId])
  const found = await findBatchHead(tx, batchId)
  if (!found) throw new Error('the batch has gone')
  return found
}

/** Where a batch lies, for `where` of an action. */
export const placeOfBatch = async ({ batchId }: { batchId: string }, { tx }: { tx: Tx }): Promise<UnitCode | undefined> =>
  (await findBatchHead(tx, batchId))?.unitCode

export interface Making {
  readonly id: string
  readonly state: 'queued' | 'made' | 'cancelled'
  readonly done: number
  readonly fileId: string | null
  readonly askedBy: string
  readonly format: BankFormatName
}

/** The making of a bank file that was asked for last. */
export async function findMaking(tx: Tx, { bureau, id }: Pick<BatchHead, 'bureau' | 'id'>): Promise<Making | undefined> {
  const { rows } = await tx.query<Making>(
    `select id, state, done_count as done, file_id as "fileId", asked_by as "askedBy", format from ledger.bank_files
      where bureau_code = $1 and batch_id = $2 order by asked_at desc, id desc limit 1`,
    [bureau, id],
  )
  return rows[0]
}
