import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { tellGift } from '../assist-facts.ts'
import { type BooksRefusal, bookIncome } from '../books.ts'
import { type DonationRow, findDonation } from './donation-rows.ts'
import { lockFund } from './fund-rows.ts'

/** Money goes into the books; goods are no money. */
const bookGift = async (context: ActionContext, row: DonationRow): Promise<Result<void, BooksRefusal>> =>
  row.form === 'goods'
    ? ok(undefined)
    : await bookIncome(context, {
        fundId: row.fund_id,
        donationId: row.id,
        amountFen: BigInt(row.amount_fen),
        receiptNumber: row.receipt_number,
        madeBy: row.recorded_by,
      })

export const confirmDonation = action(contract.confirmDonation, {
  grant: 'ledger.approve',
  where: async ({ donationId }, { tx }) => (await findDonation(tx, donationId))?.unit_code,
  refusals: { 'own-record': 409, 'already-confirmed': 409, 'taken-back': 409, 'payments-stopped': 409, 'period-closed': 409 },
  async run(context, { donationId }) {
    const { tx, actor, now, today, note, unitCode } = context
    const named = await findDonation(tx, donationId)
    if (!named) throw new Error('the gift was there a moment ago: gifts are never removed')
    await lockFund(tx, { fundId: named.fund_id, unitCode })
    if (named.recorded_by === actor.accountId) return refuse({ code: 'own-record' })
    if ((await findDonation(tx, donationId))?.taken_back_on) return refuse({ code: 'taken-back' })
    const { rowCount } = await tx.query(
      `update assistance.donations set confirmed_on = $3, confirmed_at = $4, confirmed_by = $5
        where bureau_code = $1 and id = $2 and confirmed_by is null`,
      [bureauOf(unitCode), donationId, today, now, actor.accountId],
    )
    if (rowCount !== 1) return refuse({ code: 'already-confirmed' })
    const booked = await bookGift(context, named)
    if (!booked.ok) return booked
    await tellGift(context, named)
    note({ fund: named.fund_id, receipt: named.receipt_number })
    return ok({ id: donationId })
  },
})
