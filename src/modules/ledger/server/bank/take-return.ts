import { createHash } from 'node:crypto'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import * as contract from '../../contract.ts'
import { parseReturn, type ReturnLine } from '../../domain/bank/parse-return.ts'
import { FROM_LINES, LINE_STATE } from '../batches/batch-states.ts'
import { type Posted, type PostRefusal, post } from '../post.ts'
import { systemAccount } from '../system-accounts.ts'
import { type BatchHead, lockBatch, placeOfBatch } from './bank-rows.ts'

/** A line of the file beside what we know of it. */
interface Held {
  readonly line: ReturnLine
  readonly amountFen: bigint
  readonly state: string
}

type LineRefusal = { code: 'line-differs'; row: number; why: 'unknown' | 'amount' | 'settled-otherwise' }

export const takeReturn = action(contract.takeReturn, {
  grant: 'ledger.pay',
  where: placeOfBatch,
  refusals: { 'return-unreadable': 422, 'return-of-other-batch': 422, 'not-paid': 409, 'line-differs': 422, ...contract.MONEY_STATUS },
  async run(context, { batchId, content }) {
    const { tx, unitCode, actionId, subject, note } = context
    const read = parseReturn(content)
    if (!read.ok) return read
    if (read.value.batchId !== batchId) return refuse({ code: 'return-of-other-batch' })
    const batch = await lockBatch(tx, unitCode, batchId)
    if (batch.state !== 'paid' && batch.state !== 'reconciled') return refuse({ code: 'not-paid' })
    const held = await holdAgainst(tx, batch, read.value.lines)
    if (!held.ok) return held
    const fresh = held.value.filter(({ state }) => state === 'filed')
    const settled = { paid: sumOf(fresh, 'paid'), returned: sumOf(fresh, 'returned'), repeated: held.value.length - fresh.length }
    if (fresh.length > 0) {
      const posted = await postOutcome(context, batch, { paidFen: settled.paid.fen, returnedFen: settled.returned.fen })
      if (!posted.ok) return posted
      await settleLines(context, batch, fresh)
    }
    const isReconciled = await reconcile(context, batch)
    await recordReturn(context, batch, { ...settled, content, hasPosted: fresh.length > 0 })
    subject(batchId)
    note({ return: actionId, paid: settled.paid.count, returned: settled.returned.count, repeated: settled.repeated })
    const worded = ({ count, fen }: { count: number; fen: bigint }) => ({ count, fen: String(fen) })
    return ok({ paid: worded(settled.paid), returned: worded(settled.returned), repeated: settled.repeated, isReconciled })
  },
})

function sumOf(lines: readonly Held[], outcome: 'paid' | 'returned'): { count: number; fen: bigint } {
  const those = lines.filter(({ line }) => line.outcome === outcome)
  return { count: those.length, fen: those.reduce((sum, { amountFen }) => sum + amountFen, 0n) }
}

/** A line that was returned may have been paid again since: that is still the same outcome here. */
const isAlike = (state: string, outcome: 'paid' | 'returned'): boolean =>
  state === 'filed' || (outcome === 'paid' ? state === 'paid' : state === 'returned' || state === 'reissued')

/** Each line against the batch; the first that differs refuses the file. */
async function holdAgainst(tx: Tx, { bureau, id }: BatchHead, lines: readonly ReturnLine[]): Promise<Result<readonly Held[], LineRefusal>> {
  const { rows } = await tx.query<{ line_id: string; amount_fen: bigint; state: string }>(
    `select l.line_id, l.amount_fen, ${LINE_STATE} as state from ${FROM_LINES} where l.bureau_code = $1 and l.batch_id = $2 and l.line_id = any($3::uuid[])`,
    [bureau, id, lines.map(({ lineId }) => lineId)],
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

/** What was paid has left; what came back is in the fund again. */
async function postOutcome(
  { tx, actor, now, today, actionId }: ActionContext,
  { bureau, accountId, purpose, title, madeBy, checkedBy }: BatchHead,
  { paidFen, returnedFen }: { paidFen: bigint; returnedFen: bigint },
): Promise<Result<Posted, PostRefusal>> {
  const open = (kind: 'clearing' | 'spent') => systemAccount(tx, { bureau, kind, by: actor.accountId, at: now })
  const moves = [
    { accountId: await open('clearing'), amountFen: -(paidFen + returnedFen) },
    { accountId: await open('spent'), amountFen: paidFen },
    { accountId, amountFen: returnedFen },
  ].filter(({ amountFen }) => amountFen !== 0n)
  const hands = { madeBy, checkedBy, paidBy: actor.accountId }
  const kind = paidFen > 0n ? 'paid' : 'returned'
  return await post(tx, { id: actionId, bureau, kind, moves, purpose, memo: `回单：${title}`, ...hands, on: today, at: now })
}

async function settleLines({ tx, now }: ActionContext, { bureau, id }: BatchHead, fresh: readonly Held[]): Promise<void> {
  await tx.query(
    `update ledger.batch_lines l set state = told.outcome, reason = nullif(told.reason, ''), settled_at = $3
       from unnest($4::uuid[], $5::text[], $6::text[]) as told(line_id, outcome, reason)
      where l.bureau_code = $1 and l.batch_id = $2 and l.line_id = told.line_id and l.state in ('waiting', 'filed')`,
    [bureau, id, now, fresh.map(({ line }) => line.lineId), fresh.map(({ line }) => line.outcome), fresh.map(({ line }) => line.reason)],
  )
}

/** Whether the bank has answered for every line; the batch then is reconciled. */
async function reconcile({ tx, now }: ActionContext, { bureau, id }: BatchHead): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select from ledger.batch_lines where bureau_code = $1 and batch_id = $2 and state in ('waiting', 'filed') limit 1`,
    [bureau, id],
  )
  if (rowCount === 1) return false
  await tx.query(
    `update ledger.batches set state = 'reconciled', reconciled_at = $3 where bureau_code = $1 and id = $2 and state = 'paid'`,
    [bureau, id, now],
  )
  return true
}

interface Taken {
  readonly paid: { count: number; fen: bigint }
  readonly returned: { count: number; fen: bigint }
  readonly repeated: number
  readonly content: string
  readonly hasPosted: boolean
}

async function recordReturn({ tx, actor, now, actionId }: ActionContext, batch: BatchHead, taken: Taken): Promise<void> {
  await tx.query(
    `insert into ledger.bank_returns (bureau_code, id, unit_code, batch_id, content_hash, paid_count, paid_fen, returned_count, returned_fen,
       repeated_count, posting_id, taken_at, taken_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      batch.bureau,
      actionId,
      batch.unitCode,
      batch.id,
      createHash('sha256').update(taken.content).digest(),
      taken.paid.count,
      String(taken.paid.fen),
      taken.returned.count,
      String(taken.returned.fen),
      taken.repeated,
      taken.hasPosted ? actionId : null,
      now,
      actor.accountId,
    ],
  )
}
