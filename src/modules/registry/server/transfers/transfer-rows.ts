import type { PersonId } from '../../../../kernel/id.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { TransferStatus } from '../../contract.ts'

/** One side of a request, as the transaction sees it. */
export interface TransferColumns {
  id: string
  unit_code: UnitCode
  direction: 'asked' | 'toDecide'
  kind: 'pull' | 'push'
  counterpart: UnitCode | ''
  person_id: PersonId | null
  request_id: string
  reason: string
  status: TransferStatus
  opened_at: string
  decided_at: string | null
  answer: string | null
  card: Buffer | null
}

export const TRANSFER_COLUMNS =
  't.id, t.unit_code, t.direction, t.kind, t.counterpart, t.person_id, t.request_id, t.reason, t.status, t.opened_at, t.decided_at, t.answer, t.card'

export async function findTransferUnit(tx: Tx, transferId: string): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from registry.transfer_requests where id = $1', [transferId])
  return rows[0]?.unit_code
}

/**
 * One side of a request, alone with it: both sides lock the request before either row, so that an acceptance and a
 * withdrawal at the same moment come one after the other.
 */
export async function lockTransfer({ tx, unitCode }: ActionContext, transferId: string): Promise<TransferColumns> {
  await tx.query(
    'select pg_advisory_xact_lock(hashtextextended(request_id::text, 34)) from registry.transfer_requests where bureau_code = left($1, 6) and id = $2',
    [unitCode, transferId],
  )
  const { rows } = await tx.query<TransferColumns>(
    `select ${TRANSFER_COLUMNS} from registry.transfer_requests t where t.bureau_code = left($1, 6) and t.id = $2 for update`,
    [unitCode, transferId],
  )
  const row = rows[0]
  if (!row) throw new Error('a transfer request that was just there is gone')
  return row
}

/** Writes what this side says; `registry.settle_transfer` carries it to the other. */
export async function settle(
  { tx, today, now, actor }: ActionContext,
  row: Pick<TransferColumns, 'id' | 'unit_code' | 'request_id'>,
  said: { status: TransferStatus; answer: string | null },
): Promise<TransferStatus | 'person-gone'> {
  await tx.query(
    `update registry.transfer_requests set status = $3, answer = $4, decided_at = $5, decided_by = $6
     where bureau_code = left($1, 6) and id = $2`,
    [row.unit_code, row.id, said.status, said.answer, now, actor.accountId],
  )
  const { rows } = await tx.query<{ outcome: TransferStatus | 'person-gone' }>('select registry.settle_transfer($1, $2) as outcome', [
    row.request_id,
    today,
  ])
  return rows[0]?.outcome ?? said.status
}
