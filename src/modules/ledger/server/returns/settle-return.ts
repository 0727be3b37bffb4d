import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { ReturnRefusal } from '../../contract.ts'
import type { ReturnLine } from '../../domain/bank/read-return.ts'
import type { BatchHead } from '../bank/bank-rows.ts'
import { FROM_LINES, LINE_STATE } from '../batches/batch-states.ts'
import { type Posted, type PostRefusal, post } from '../post.ts'
import { systemAccount } from '../system-accounts.ts'
import type { Settled } from './return-rows.ts'

/** The taking of one file: under its id stands what it posts. */
export interface Taking {
  readonly tx: Tx
  readonly id: string
  readonly batch: BatchHead
  readonly by: string
  readonly now: string
  readonly today: PlainDate
}

/** A line of the file beside what we know of it. */
interface Held {
  readonly line: ReturnLine
  readonly amountFen: bigint
  readonly state: string
}

/** Settles some lines of a file, and adds them to what it settled before; the first line that differs from ours refuses it. */
export async function settlePage(taking: Taking, lines: readonly ReturnLine[], before: Settled): Promise<Result<Settled, ReturnRefusal>> {
  const held = await holdAgainst(taking, lines)
  if (!held.ok) return held
  const fresh = held.value.filter(({ state }) => state === 'filed')
  if (fresh.length > 0) await settleLines(taking, fresh)
  return ok({
    paid: added(before.paid, fresh, 'paid'),
    returned: added(before.returned, fresh, 'returned'),
    repeated: before.repeated + lines.length - fresh.length,
  })
}

function added(before: Settled['paid'], fresh: readonly Held[], outcome: 'paid' | 'returned'): Settled['paid'] {
  const those = fresh.filter(({ line }) => line.outcome === outcome)
  return { count: before.count + those.length, fen: those.reduce((sum, { amountFen }) => sum + amountFen, before.fen) }
}

/** A line that was returned may have been paid again since: that is still the same outcome here. */
const isAlike = (state: string, outcome: 'paid' | 'returned'): boolean =>
  state === 'filed' || (outcome === 'paid' ? state === 'paid' : state === 'returned' || state === 'reissued')

async function holdAgainst({ tx, batch }: Taking, lines: readonly ReturnLine[]): Promise<Result<readonly Held[], ReturnRefusal>> {
  const { rows } = await tx.query<{ line_id: string; amount_fen: bigint; state: string }>(
    `select l.line_id, l.amount_fen, ${LINE_STATE} as state from ${FROM_LINES} where l.bureau_code = $1 and l.batch_id = $2 and l.line_id = any($3::uuid[])`,
    [batch.bureau, batch.id, lines.map(({ lineId }) => lineId)],
  )
  const known = new Map(rows.map((row) => [row.line_id, { amountFen: BigInt(row.amount_fen), state: row.state }]))
  const held: Held[] = []
  for (const line of lines) {
    const ours = known.get(line.lineId)
    if (!ours) return refuse({ code: 'line-differs', row: line.row, why: 'unknown' })
    if (ours.amountFen !== line.amountFen) return refuse({ code: 'line-differs', row: line.row, why: 'amount' })
    if (!isAlike(ours.state, line.outcome)) return refuse({ code: 'line-differs', row: line.row, why: 'settled-otherwise' })
    held.push({ line, ...ours })
  }
  return ok(held)
}

async function settleLines({ tx, now, batch: { bureau, id } }: Taking, fresh: readonly Held[]): Promise<void> {
  await tx.query(
    `update ledger.batch_lines l set state = told.outcome, reason = nullif(told.reason, ''), settled_at = $3
       from unnest($4::uuid[], $5::text[], $6::text[]) as told(line_id, outcome, reason)
      where l.bureau_code = $1 and l.batch_id = $2 and l.line_id = told.line_id and l.state in ('waiting', 'filed')`,
    [bureau, id, now, fresh.map(({ line }) => line.lineId), fresh.map(({ line }) => line.outcome), fresh.map(({ line }) => line.reason)],
  )
}

/** What was paid has left; what came back is in the fund again; the file is kept as taken, and the batch is reconciled by its last line. */
export async function bookReturn(taking: Taking, settled: Settled, contentHash: Buffer): Promise<Result<void, PostRefusal>> {
  const hasPosted = settled.paid.count + settled.returned.count > 0
  if (hasPosted) {
    const posted = await postOutcome(taking, { paidFen: settled.paid.fen, returnedFen: settled.returned.fen })
    if (!posted.ok) return posted
  }
  await reconcile(taking)
  await recordReturn(taking, settled, { contentHash, hasPosted })
  return ok(undefined)
}

async function postOutcome(
  { tx, id, by, now, today, batch }: Taking,
  { paidFen, returnedFen }: { paidFen: bigint; returnedFen: bigint },
): Promise<Result<Posted, PostRefusal>> {
  const { bureau, accountId, purpose, title, madeBy, checkedBy } = batch
  const open = (kind: 'clearing' | 'spent') => systemAccount(tx, { bureau, kind, by, at: now })
  const moves = [
    { accountId: await open('clearing'), amountFen: -(paidFen + returnedFen) },
    { accountId: await open('spent'), amountFen: paidFen },
    { accountId, amountFen: returnedFen },
  ].filter(({ amountFen }) => amountFen !== 0n)
  const kind = paidFen > 0n ? 'paid' : 'returned'
  const hands = { madeBy, checkedBy, paidBy: by }
  return await post(tx, { id, bureau, kind, moves, purpose, memo: `回单：${title}`, ...hands, on: today, at: now })
}

/** Once the bank has answered for every line. */
async function reconcile({ tx, now, batch: { bureau, id } }: Taking): Promise<void> {
  await tx.query(
    `update ledger.batches set state = 'reconciled', reconciled_at = $3
      where bureau_code = $1 and id = $2 and state = 'paid'
        and not exists (select from ledger.batch_lines where bureau_code = $1 and batch_id = $2 and state in ('waiting', 'filed'))`,
    [bureau, id, now],
  )
}

async function recordReturn(
  { tx, id, by, now, batch }: Taking,
  { paid, returned, repeated }: Settled,
  { contentHash, hasPosted }: { contentHash: Buffer; hasPosted: boolean },
): Promise<void> {
  const counted = [paid.count, String(paid.fen), returned.count, String(returned.fen), repeated]
  await tx.query(
    `insert into ledger.bank_returns (bureau_code, id, unit_code, batch_id, content_hash, paid_count, paid_fen, returned_count, returned_fen,
       repeated_count, posting_id, taken_at, taken_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [batch.bureau, id, batch.unitCode, batch.id, contentHash, ...counted, hasPosted ? id : null, now, by],
  )
}
