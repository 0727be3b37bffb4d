import type { BureauCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { areApart, unitOf } from '../hands.ts'
import { type HoldRefusal, hold } from '../holds.ts'

/** Who asks for payments, and for which of its things: one batch a thing. */
export interface BatchSource {
  /** `benefits`, `assistance`. */
  readonly module: string
  readonly id: string
}

/**
 * The lines, as a query of the asking module over its own tables, so that a million of them never leave the database:
 * `line_id uuid, payee_label text (masked), bank_account bytea (sealPayee), amount_fen bigint, memo text`; of accounts
 * that stay under another seal also `sealed_as text, sealed_for uuid`, its column and row.
 * A `line_id` is what is owed, and is alive in one batch at a time.
 */
export interface LineQuery {
  /** What `select` reads and the asking module writes beside it, as the `with` of the same statement. */
  readonly before?: string
  readonly select: string
  readonly values: readonly unknown[]
  /** Whether the query gives `sealed_as` and `sealed_for`. */
  readonly namesSeal?: boolean
}

export interface NewBatch {
  readonly bureau: BureauCode
  readonly batchId: string
  readonly fundAccount: string
  readonly purpose: string | null
  /** `2026 年 6 月定期抚恤`: shown on the page and in the bank file. No personal data. */
  readonly title: string
  readonly source: BatchSource
  readonly lines: LineQuery
  readonly at: string
  readonly madeBy: string
  /** Who approved it where it was made; null where `batch.approve` is still to come. */
  readonly checkedBy: string | null
}

export type BatchRefusal =
  | HoldRefusal
  | { code: 'batch-empty' }
  /** Something is owed once and asked for twice: within the batch, or in another one that waits or was paid. */
  | { code: 'line-twice' }
  | { code: 'line-wrong' }

export interface OpenedBatch {
  readonly batchId: string
  readonly lineCount: number
  readonly totalFen: bigint
  readonly isRepeat: boolean
}

/**
 * Opens a batch and holds its total on the fund. Refused, nothing of it is left. The same batch again from the same source
 * is the same batch; what its lines would be now is not asked.
 */
export async function openBatch(tx: Tx, asked: NewBatch): Promise<Result<OpenedBatch, BatchRefusal>> {
  if (!areApart({ ...asked, paidBy: null })) return refuse({ code: 'same-hands' })
  const earlier = await findOpened(tx, asked)
  if (earlier) return earlier.isSame ? ok({ ...earlier.opened, isRepeat: true }) : refuse({ code: 'id-taken' })
  // A million lines take longer than an answer may.
  await tx.query(`set local statement_timeout = '10min'`, [])
  await tx.query('savepoint batch', [])
  const opened = await enter(tx, asked)
  await tx.query(opened.ok ? 'release savepoint batch' : 'rollback to savepoint batch', [])
  if (opened.ok) return opened
  // The same batch may have come first by another transaction: then it is the same answer.
  const meanwhile = await findOpened(tx, asked)
  return meanwhile?.isSame ? ok({ ...meanwhile.opened, isRepeat: true }) : opened
}

async function enter(tx: Tx, asked: NewBatch): Promise<Result<OpenedBatch, BatchRefusal>> {
  const entered = await insertBatch(tx, asked).catch((fault: unknown) => {
    const code = refusalOf(fault)
    if (code === undefined) throw fault
    return code
  })
  if (entered === undefined) return refuse({ code: 'batch-empty' })
  if (typeof entered === 'string') return refuse({ code: entered })
  const { bureau, batchId, fundAccount, purpose, at, madeBy } = asked
  const held = await hold(tx, { id: batchId, bureau, accountId: fundAccount, amountFen: entered.totalFen, purpose, at, by: madeBy })
  return held.ok ? ok({ batchId, ...entered, isRepeat: false }) : held
}

/** Of the lines only: what else the database refuses is a fault. */
function refusalOf(fault: unknown): 'line-twice' | 'line-wrong' | 'id-taken' | undefined {
  const { code, constraint } = fault as { code?: string; constraint?: string }
  if (code === '23505' && (constraint === 'batches_pkey' || constraint === 'batches_source_id_key')) return 'id-taken'
  if (code === '23505') return 'line-twice'
  if (code === '23514' && constraint === 'batch_lines_amount_check') return 'line-wrong'
  return undefined
}

/** Lines and head in one statement; the head knows their number and sum from the rows that were written. */
async function insertBatch(tx: Tx, asked: NewBatch): Promise<{ lineCount: number; totalFen: bigint } | undefined> {
  const { bureau, batchId, fundAccount, purpose, title, source, lines, at, madeBy, checkedBy } = asked
  const own = lines.values.length
  const place = (at: number): string => `$${own + at}`
  const { rows } = await tx.query<{ line_count: number; total_fen: bigint }>(
    `with ${lines.before ? `${lines.before}, ` : ''}line as (
       insert into ledger.batch_lines (bureau_code, batch_id, line_id, unit_code, source_module, payee_label, bank_account, amount_fen, memo, sealed_as, sealed_for)
       select ${place(1)}::text, ${place(2)}::uuid, asked.line_id, ${place(3)}::text, ${place(4)}::text, asked.payee_label, asked.bank_account, asked.amount_fen, asked.memo,
              ${lines.namesSeal ? 'asked.sealed_as, asked.sealed_for' : 'null, null'}
         from (${lines.select}) as asked
       returning amount_fen
     ), counted as (select count(*)::integer as line_count, sum(amount_fen)::bigint as total_fen from line)
     insert into ledger.batches (bureau_code, id, unit_code, account_id, purpose, title, source_module, source_id, line_count, total_fen, opened_at, made_by, checked_by, checked_at)
     select ${place(1)}::text, ${place(2)}::uuid, ${place(3)}::text, ${place(5)}::uuid, ${place(6)}::text, ${place(7)}::text, ${place(4)}::text, ${place(8)}::uuid,
            line_count, total_fen, ${place(9)}::timestamptz, ${place(10)}::uuid, ${place(11)}::uuid,
            case when ${place(11)}::uuid is not null then ${place(9)}::timestamptz end
       from counted where line_count > 0
     returning line_count, total_fen`,
    [...lines.values, bureau, batchId, unitOf(bureau), source.module, fundAccount, purpose, title, source.id, at, madeBy, checkedBy],
  )
  const row = rows[0]
  return row && { lineCount: row.line_count, totalFen: BigInt(row.total_fen) }
}

async function findOpened(tx: Tx, { bureau, batchId, fundAccount, source }: NewBatch) {
  const { rows } = await tx.query<{ account_id: string; source_module: string; source_id: string; line_count: number; total_fen: bigint }>(
    'select account_id, source_module, source_id, line_count, total_fen from ledger.batches where bureau_code = $1 and id = $2',
    [bureau, batchId],
  )
  const row = rows[0]
  if (!row) return undefined
  const isSame = row.account_id === fundAccount && row.source_module === source.module && row.source_id === source.id
  return { isSame, opened: { batchId, lineCount: row.line_count, totalFen: BigInt(row.total_fen) } }
}
