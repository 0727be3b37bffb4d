import { type BureauCode, bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import * as contract from '../../contract.ts'
import { tellGift } from '../assist-facts.ts'
import { bookGiftBack } from '../books.ts'
import { stockOfGift } from '../goods/goods-rows.ts'
import { type DonationRow, findDonation } from './donation-rows.ts'
import { lockFund } from './fund-rows.ts'

/** Whether nothing has been drawn or given out of a gift. */
async function isWhole(tx: Tx, bureau: BureauCode, gift: DonationRow): Promise<boolean> {
  if (gift.form === 'cash') return gift.left_fen === gift.amount_fen
  return (await stockOfGift(tx, bureau, gift.id)).every(({ count, left }) => count === left)
}

/**
 * Takes a gift back that was recorded by mistake or went back to who gave it, by somebody who did not record it: one that
 * waits is put aside, a confirmed one goes out of the books by the mirror of its posting.
 */
export const takeBackDonation = action(contract.takeBackDonation, {
  grant: 'ledger.approve',
  where: async ({ donationId }, { tx }) => (await findDonation(tx, donationId))?.unit_code,
  refusals: { 'own-record': 409, 'taken-back': 409, 'already-used': 409, 'payments-stopped': 409, 'period-closed': 409 },
  async run(context, { donationId, reason }) {
    const { tx, actor, today, note, unitCode } = context
    const named = await findDonation(tx, donationId)
    if (!named) throw new Error('the gift was there a moment ago: gifts are never removed')
    await lockFund(tx, { fundId: named.fund_id, unitCode })
    const gift = (await findDonation(tx, donationId)) ?? named
    const bureau = bureauOf(unitCode)
    if (gift.recorded_by === actor.accountId) return refuse({ code: 'own-record' })
    if (gift.taken_back_on !== null) return refuse({ code: 'taken-back' })
    if (!(await isWhole(tx, bureau, gift))) return refuse({ code: 'already-used' })
    await tx.query(
      `update assistance.donations set taken_back_on = $3, taken_back_by = $4, taken_back_for = $5,
              left_fen = case when confirmed_by is null then left_fen else 0 end
        where bureau_code = $1 and id = $2`,
      [bureau, donationId, today, actor.accountId, reason],
    )
    if (gift.confirmed_by !== null) {
      const booked = gift.form === 'cash' ? await bookGiftBack(context, { donationId, madeBy: gift.recorded_by }) : ok(undefined)
      if (!booked.ok) return booked
      await tellGift(context, gift, -1)
    }
    note({ fund: gift.fund_id, receipt: gift.receipt_number })
    return ok({ id: donationId })
  },
})
