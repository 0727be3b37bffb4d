import { rangeOf, regionOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import * as contract from '../../contract.ts'
import { FROM_LINES, LINE_STATE, type LineState } from '../batches/batch-states.ts'
import { listReturns } from '../returns/return-rows.ts'
import { BATCH_COLUMNS, type BatchHead, FROM_BATCHES, findBatchHead, findMaking, placeOfBatch, RETURNED_COUNT } from './bank-rows.ts'

const rowOf = (batch: BatchHead, returnedCount: number): contract.BatchRow => ({
  id: batch.id,
  place: regionOf(batch.unitCode as UnitCode),
  title: batch.title,
  fundName: batch.fundName,
  purpose: batch.purpose,
  lineCount: batch.lineCount,
  totalFen: String(batch.totalFen),
  state: batch.state,
  isChecked: batch.checkedBy !== null,
  openedAt: batch.openedAt,
  returnedCount,
})

export const listBatches = view(contract.listBatches, {
  grant: 'ledger.read',
  where: ({ place }) => place,
  async run({ tx }, { place, cursor, limit }) {
    const { lo, hi } = rangeOf(place)
    const { rows } = await tx.query<BatchHead & { returnedCount: number }>(
      `select ${BATCH_COLUMNS}, ${RETURNED_COUNT} from ${FROM_BATCHES}
        where b.unit_code >= $1 and b.unit_code < $2 and ($3::uuid is null or b.id < $3) order by b.id desc limit $4`,
      [lo, hi, UUID.test(cursor ?? '') ? cursor : null, limit + 1],
    )
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { rows: shown.map((row) => rowOf(row, row.returnedCount)), ...(rows.length > limit && last ? { next: last.id } : {}) }
  },
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const NONE = { count: 0, fen: '0' }

async function countStates(tx: Tx, { bureau, id }: BatchHead) {
  const { rows } = await tx.query<{ state: LineState; count: number; fen: bigint }>(
    `select ${LINE_STATE} as state, count(*)::integer as count, sum(l.amount_fen)::bigint as fen from ${FROM_LINES}
      where l.bureau_code = $1 and l.batch_id = $2 group by 1`,
    [bureau, id],
  )
  const counted = new Map(rows.map(({ state, count, fen }) => [state, { count, fen: String(fen) }]))
  const of = (state: LineState) => counted.get(state) ?? NONE
  return { waiting: of('waiting'), filed: of('filed'), paid: of('paid'), returned: of('returned'), reissued: of('reissued') }
}

async function listReturned(tx: Tx, { bureau, id }: BatchHead) {
  const { rows } = await tx.query<{ lineId: string; payeeLabel: string; amountFen: bigint; memo: string; reason: string }>(
    `select line_id as "lineId", payee_label as "payeeLabel", amount_fen as "amountFen", memo, reason from ledger.batch_lines
      where bureau_code = $1 and batch_id = $2 and state = 'returned' order by line_id limit 200`,
    [bureau, id],
  )
  return rows.map((row) => ({ ...row, amountFen: String(row.amountFen) }))
}

function mayDo({ actor: { grants, accountId } }: ViewContext, batch: BatchHead, returned: number) {
  const isApart = batch.madeBy !== accountId && batch.checkedBy !== accountId
  const mayPay = grants.has('ledger.pay') && isApart
  return {
    approve: grants.has('ledger.approve') && batch.checkedBy === null && batch.madeBy !== accountId,
    file: mayPay && batch.checkedBy !== null,
    pay: mayPay && batch.state === 'filed',
    takeReturn: mayPay && (batch.state === 'paid' || batch.state === 'reconciled'),
    reissue: grants.has('ledger.write') && returned > 0,
  }
}

export const getBatch = view(contract.getBatch, {
  grant: 'ledger.read',
  where: placeOfBatch,
  async run(context, { batchId }) {
    const { tx, actor } = context
    const batch = await findBatchHead(tx, batchId)
    if (!batch) return undefined
    const [byState, returned, making] = [await countStates(tx, batch), await listReturned(tx, batch), await findMaking(tx, batch)]
    const returns = await listReturns(tx, batch)
    return {
      ...rowOf(batch, byState.returned.count),
      filedAt: batch.filedAt,
      paidAt: batch.paidAt,
      reconciledAt: batch.reconciledAt,
      format: batch.format,
      fileHash: batch.fileHash?.toString('hex') ?? null,
      byState,
      making: making
        ? { id: making.id, state: making.state, done: making.done, fileId: making.fileId, isOwn: making.askedBy === actor.accountId }
        : null,
      returns,
      returned,
      can: mayDo(context, batch, byState.returned.count),
    }
  },
})
