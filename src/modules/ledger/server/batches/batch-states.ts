import type { BureauCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { gatherOpened } from '../../../../platform/secrets/open-many.ts'
import type { ColumnName, OpenedRows, Opening, Secrets } from '../../../../platform/secrets/secrets.ts'
import { type Payee, packPayee, readPayee } from '../../domain/bank/payee.ts'

export type BatchState = 'opened' | 'filed' | 'paid' | 'reconciled'

/** A line is `returned` when the bank could not pay it, and `reissued` once another batch pays it again. */
export type LineState = 'waiting' | 'filed' | 'paid' | 'returned' | 'reissued'

/** The state of a line `l` of a batch `b`: a row waits until the bank has answered, and is filed as soon as its batch is. */
export const LINE_STATE = `case when l.state = 'waiting' and b.state <> 'opened' then 'filed' else l.state end`
export const FROM_LINES = 'ledger.batch_lines l join ledger.batches b on b.bureau_code = l.bureau_code and b.id = l.batch_id'

export interface BatchProgress {
  readonly state: BatchState
  readonly lineCount: number
  readonly totalFen: bigint
  readonly openedAt: string
  readonly filedAt: string | null
  readonly paidAt: string | null
  readonly reconciledAt: string | null
}

/** How far a batch is; undefined where there is none of that id in the books of the bureau. */
export async function findBatch(tx: Tx, { bureau, batchId }: { bureau: BureauCode; batchId: string }): Promise<BatchProgress | undefined> {
  const { rows } = await tx.query<{
    state: BatchState
    line_count: number
    total_fen: bigint
    opened_at: string
    filed_at: string | null
    paid_at: string | null
    reconciled_at: string | null
  }>(
    `select state, line_count, total_fen, opened_at, filed_at, paid_at, reconciled_at from ledger.batches where bureau_code = $1 and id = $2`,
    [bureau, batchId],
  )
  const row = rows[0]
  return (
    row && {
      state: row.state,
      lineCount: row.line_count,
      totalFen: BigInt(row.total_fen),
      openedAt: row.opened_at,
      filedAt: row.filed_at,
      paidAt: row.paid_at,
      reconciledAt: row.reconciled_at,
    }
  )
}

/** What the bank sent back of a batch and nobody has paid again yet. */
export async function countReturned(
  tx: Tx,
  { bureau, batchId }: { bureau: BureauCode; batchId: string },
): Promise<{ count: number; fen: bigint }> {
  const { rows } = await tx.query<{ count: number; fen: bigint }>(
    `select count(*)::int as count, coalesce(sum(amount_fen), 0)::bigint as fen from ledger.batch_lines
      where bureau_code = $1 and batch_id = $2 and state = 'returned'`,
    [bureau, batchId],
  )
  return rows[0] ?? { count: 0, fen: 0n }
}

/** How far batches are, by their ids. */
export async function listBatchStates(tx: Tx, bureau: BureauCode, batchIds: readonly string[]): Promise<ReadonlyMap<string, BatchState>> {
  const { rows } = await tx.query<{ id: string; state: BatchState }>(
    'select id, state from ledger.batches where bureau_code = $1 and id = any($2::uuid[])',
    [bureau, batchIds],
  )
  return new Map(rows.map(({ id, state }) => [id, state]))
}

export interface LineProgress {
  readonly lineId: string
  readonly state: LineState
  readonly amountFen: bigint
  /** Why the bank sent it back, in the bank's words. */
  readonly reason: string | null
  readonly settledAt: string | null
  /** The batch that pays it again. */
  readonly reissuedIn: string | null
}

/** What has become of lines, in the order of their ids: at most `limit` (10,000) after `after`. */
export async function listLineStates(
  tx: Tx,
  asked: { bureau: BureauCode; batchId: string; after?: string; limit?: number },
): Promise<readonly LineProgress[]> {
  const { rows } = await tx.query<{
    line_id: string
    state: LineState
    amount_fen: bigint
    reason: string | null
    settled_at: string | null
    reissued_in: string | null
  }>(
    `select l.line_id, ${LINE_STATE} as state, l.amount_fen, l.reason, l.settled_at, l.reissued_in from ${FROM_LINES}
      where l.bureau_code = $1 and l.batch_id = $2 and ($3::uuid is null or l.line_id > $3)
      order by l.line_id limit $4`,
    [asked.bureau, asked.batchId, asked.after ?? null, asked.limit ?? 10_000],
  )
  return rows.map((row) => ({
    lineId: row.line_id,
    state: row.state,
    amountFen: BigInt(row.amount_fen),
    reason: row.reason,
    settledAt: row.settled_at,
    reissuedIn: row.reissued_in,
  }))
}

/** Under this column a payee is sealed, bound to its line. */
const BANK_ACCOUNT = 'ledger.batch_lines.bank_account'

/** Under what names payees of lines are sealed: their own, and those that others keep (`batch_lines_sealed_check`). */
export const SEALED_AS: readonly ColumnName[] = [BANK_ACCOUNT, 'benefits.entitlements.payee_account']

/** Seals account, name and bank of a payee for a line: for `LineQuery.bank_account`. */
export const sealPayee = (secrets: Pick<Secrets, 'encrypt'>, lineId: string, payee: Payee): Buffer =>
  secrets.encrypt(BANK_ACCOUNT, lineId, packPayee(payee))

/** Where an account was sealed that a batch took as it was. */
export interface Seal {
  readonly sealedAs: ColumnName | null
  readonly sealedFor: string | null
}

/** @throws where it was sealed for another line, or another row of the column that it names */
export const openPayee = (secrets: Pick<Secrets, 'decrypt'>, lineId: string, sealed: Buffer, seal?: Seal): Payee =>
  readPayee(secrets.decrypt(seal?.sealedAs ?? BANK_ACCOUNT, seal?.sealedFor ?? lineId, sealed))

/** A sealed payee, the column that was sealed under (null: this one) and the row, as the bytes of its id. */
export interface SealedUnder {
  readonly column: string | null
  readonly rowId: Uint8Array
  readonly sealed: Buffer
}

/** Opens the payees of many lines, each as the text that `packPayee` packed. @throws where one of them does not open */
export function openSealed(secrets: Pick<Opening, 'decryptManyBytes'>, lines: readonly SealedUnder[]): OpenedRows {
  const columns = new Set(lines.map(({ column }) => column))
  if (columns.size <= 1) return secrets.decryptManyBytes(columnOf(lines[0]?.column ?? null), lines)
  const alone = lines.map((line) => {
    const { bytes, starts, ends } = secrets.decryptManyBytes(columnOf(line.column), [line])
    return bytes.toString('utf8', starts[0], ends[0])
  })
  return gatherOpened(alone)
}

const columnOf = (column: string | null): ColumnName => (column as ColumnName | null) ?? BANK_ACCOUNT
