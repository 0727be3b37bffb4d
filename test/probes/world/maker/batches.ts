import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { PlainDate } from '../../../../src/kernel/plain-date.ts'
import { type BureauCode, bureauOf, rangeOf, type UnitCode } from '../../../../src/kernel/region-code.ts'
import { capture, openBatch, openFund, post, systemAccount } from '../../../../src/modules/ledger/index.ts'
import { withScope } from '../../../../src/platform/database/scope.ts'
import type { Tx } from '../../../../src/platform/database/tx.ts'

/** How far a batch is taken: each stage is what one route acts upon. */
export type Stage = 'opened' | 'checked' | 'queued' | 'filed' | 'paid' | 'returned'

interface Hands {
  readonly madeBy: string
  readonly checkedBy: string
  readonly paidBy: string
}

const now = (): { on: PlainDate; at: string } => {
  const at = new Date().toISOString()
  return { on: at.slice(0, 10) as PlainDate, at }
}

type Poured = Omit<Hands, 'paidBy'> & { accountId: string; fen?: bigint }

async function pour(tx: Tx, bureau: BureauCode, { accountId, madeBy, checkedBy, fen = 100n }: Poured) {
  const source = await systemAccount(tx, { bureau, kind: 'source', by: madeBy, at: now().at })
  const moves = [
    { accountId: source, amountFen: -fen },
    { accountId, amountFen: fen },
  ]
  const hands = { madeBy, checkedBy, paidBy: null }
  await post(tx, { id: uuidv7(), bureau, kind: 'income', moves, purpose: null, memo: '探针拨入', ...hands, ...now() })
}

/** Puts money into a fund of a bureau. */
export async function pourInto(pool: pg.Pool, unit: string, poured: Poured): Promise<void> {
  await withScope(pool, rangeOf(unit as UnitCode), 'write', (tx) => pour(tx, bureauOf(unit as UnitCode), poured))
}

/** Puts money into a fund of a bureau, opens a batch of one line on it, and takes it to a stage. */
export async function openBatchAt(
  pool: pg.Pool,
  unit: string,
  given: Hands & { accountId: string; stage: Stage },
): Promise<{ batchId: string; lineId: string }> {
  const { accountId, madeBy, checkedBy, stage } = given
  const [place, batchId, lineId] = [unit as UnitCode, uuidv7(), uuidv7()]
  const bureau = bureauOf(place)
  await withScope(pool, rangeOf(place), 'write', async (tx) => {
    await pour(tx, bureau, given)
    const select = `select $1::uuid as line_id, '周*国' as payee_label, '\\x00'::bytea as bank_account, 100::bigint as amount_fen, '探针' as memo`
    const opened = await openBatch(tx, {
      bureau,
      batchId,
      fundAccount: accountId,
      purpose: null,
      title: '探针批次',
      source: { module: 'benefits', id: batchId },
      lines: { select, values: [lineId] },
      at: now().at,
      madeBy,
      checkedBy: stage === 'opened' ? null : checkedBy,
    })
    if (!opened.ok) throw new Error(`no batch at ${unit}: ${opened.refusal.code}`)
    await advance(tx, { ...given, bureau, place, batchId })
  })
  return { batchId, lineId }
}

type Advancing = Hands & { accountId: string; stage: Stage; bureau: BureauCode; place: UnitCode; batchId: string }

async function advance(tx: Tx, { stage, bureau, place, batchId, accountId, ...hands }: Advancing): Promise<void> {
  const { paidBy } = hands
  if (stage === 'queued') {
    const values = [bureau, uuidv7(), place, batchId, paidBy, now().at]
    await tx.query(
      `insert into ledger.bank_files (bureau_code, id, unit_code, batch_id, format, asked_by, asked_at) values ($1, $2, $3, $4, 'csv', $5, $6)`,
      values,
    )
  }
  if (stage === 'opened' || stage === 'checked' || stage === 'queued') return
  const key = [bureau, batchId]
  await tx.query(
    `update ledger.batches set state = 'filed', format = 'csv', file_hash = '\\x00', filed_by = $3, filed_at = now() where bureau_code = $1 and id = $2`,
    [...key, paidBy],
  )
  await tx.query(`update ledger.batch_lines set state = 'filed' where bureau_code = $1 and batch_id = $2`, key)
  if (stage === 'filed') return
  const clearing = await systemAccount(tx, { bureau, kind: 'clearing', by: paidBy, at: now().at })
  await capture(tx, { id: uuidv7(), bureau, holdId: batchId, toAccountId: clearing, memo: '探针', ...hands, ...now() })
  await tx.query(`update ledger.batches set state = 'paid', paid_by = $3, paid_at = now() where bureau_code = $1 and id = $2`, [
    ...key,
    paidBy,
  ])
  if (stage === 'paid') return
  const moves = [
    { accountId: clearing, amountFen: -100n },
    { accountId, amountFen: 100n },
  ]
  await post(tx, { id: uuidv7(), bureau, kind: 'returned', moves, purpose: null, memo: '探针', ...hands, ...now() })
  await tx.query(
    `update ledger.batch_lines set state = 'returned', reason = '销户', settled_at = now() where bureau_code = $1 and batch_id = $2`,
    key,
  )
}

/** Money that the province of a bureau has sent down to it, waiting to be received. */
export async function allocateTo(pool: pg.Pool, unit: string, hands: Hands): Promise<string> {
  const [place, allocationId, accountId, postingId] = [`${unit.slice(0, 2)}0000000000` as UnitCode, uuidv7(), uuidv7(), uuidv7()]
  const { bureau, at, on } = { bureau: bureauOf(place), ...now() }
  await withScope(pool, rangeOf(place), 'write', async (tx) => {
    const { madeBy, checkedBy } = hands
    await openFund(tx, { id: accountId, bureau, parentId: null, fundKind: 'aid', name: accountId, purpose: null, at, by: madeBy })
    await pour(tx, bureau, { accountId, madeBy, checkedBy })
    const transit = await systemAccount(tx, { bureau, kind: 'transit', by: madeBy, at })
    const moves = [
      { accountId, amountFen: -100n },
      { accountId: transit, amountFen: 100n },
    ]
    await post(tx, { id: postingId, bureau, kind: 'allocate', moves, purpose: null, memo: '探针', madeBy, checkedBy, paidBy: null, on, at })
    await tx.query(
      `insert into ledger.allocations (bureau_code, id, unit_code, to_unit_code, amount_fen, memo, posting_id, sent_at) values ($1, $2, $3, $4, 100, '探针', $5, $6)`,
      [bureau, allocationId, place, unit, postingId, at],
    )
  })
  return allocationId
}

/** Stops payments of a bureau, as the guard does. */
export async function stopAt(pool: pg.Pool, unit: string): Promise<void> {
  const place = unit as UnitCode
  await withScope(pool, rangeOf(place), 'write', async (tx) => {
    const { rowCount } = await tx.query(`update ledger.books set stopped_at = now(), stopped_why = 'I2 ×1' where bureau_code = $1`, [
      bureauOf(place),
    ])
    if (rowCount !== 1) throw new Error(`${unit} has no books`)
  })
}
