import { timingSafeEqual } from 'node:crypto'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import type { Cause, Followed, Outcome } from '../../contract.ts'
import { findByReceipt, followCode } from '../funds/donation-rows.ts'
import { findFund } from '../funds/fund-rows.ts'

interface PartRow {
  cause: Cause
  amount_fen: string
  paid_on: PlainDate | null
  outcome: Outcome | null
}

/** Compared in the same time whatever is wrong with it. */
function isCode(secrets: Secrets, donationId: string, code: string): boolean {
  const [told, right] = [Buffer.from(code.toUpperCase()), Buffer.from(followCode(secrets, donationId))]
  return told.length === right.length && timingSafeEqual(told, right)
}

/**
 * Where a gift went, for whoever holds its receipt; undefined where number and code do not belong together. What is told of
 * the people is a cause, a day and an outcome, never a name or a place.
 */
export async function followGift(
  { tx, secrets }: { tx: Tx; secrets: Secrets },
  { number, code }: { number: string; code: string },
): Promise<Followed | undefined> {
  const row = await findByReceipt(tx, number.slice(0, 6), number)
  if (!row || !isCode(secrets, row.id, code)) return undefined
  const fund = await findFund(tx, row.fund_id)
  const { rows } = await tx.query<PartRow>(
    `select g.cause, d.amount_fen::text, g.paid_on, g.outcome from assistance.draws d
       join assistance.grants g on g.bureau_code = d.bureau_code and g.id = d.grant_id
      where d.bureau_code = $1 and d.donation_id = $2 and g.state not in ('cancelled', 'takenBack') order by g.number`,
    [number.slice(0, 6), row.id],
  )
  return {
    fundName: fund?.name ?? '',
    receiptNumber: row.receipt_number,
    form: row.form,
    amountFen: row.amount_fen,
    leftFen: row.left_fen,
    earmark: row.earmark,
    receivedOn: row.received_on,
    takenBackOn: row.taken_back_on,
    parts: rows.map((part) => ({ cause: part.cause, amountFen: part.amount_fen, paidOn: part.paid_on, outcome: part.outcome })),
  }
}
