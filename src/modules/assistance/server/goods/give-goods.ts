import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findAidMatter } from '../../../casework/index.ts'
import * as contract from '../../contract.ts'
import { findDonation } from '../funds/donation-rows.ts'
import { lockFund } from '../funds/fund-rows.ts'
import { stockOfGift } from './goods-rows.ts'

export const giveGoods = action(contract.giveGoods, {
  grant: 'ledger.write',
  where: async ({ donationId }, { tx }) => (await findDonation(tx, donationId))?.unit_code,
  refusals: {
    'not-confirmed': 409,
    'no-such-good': 422,
    'too-many': 409,
    'matter-not-ready': 409,
    'other-bureau': 422,
    'other-cause': 422,
  },
  async run(context, { donationId, goodName, count, matterId }) {
    const { tx, actor, now, today, actionId, unitCode, note, subject } = context
    const gift = await findDonation(tx, donationId)
    if (!gift) throw new Error('the gift was there a moment ago: gifts are never removed')
    // Who gives out of a fund waits for who does so now: what is left is asked after the lock.
    await lockFund(tx, { fundId: gift.fund_id, unitCode })
    if (gift.confirmed_by === null) return refuse({ code: 'not-confirmed' })
    const aid = await findAidMatter(context, matterId)
    if (aid?.way === undefined) return refuse({ code: 'matter-not-ready' })
    if (bureauOf(aid.unitCode) !== bureauOf(unitCode)) return refuse({ code: 'other-bureau' })
    if (gift.earmark !== null && gift.earmark !== aid.cause) return refuse({ code: 'other-cause', cause: gift.earmark })
    const line = (await stockOfGift(tx, bureauOf(unitCode), donationId)).find((one) => one.goodName === goodName)
    if (!line) return refuse({ code: 'no-such-good' })
    if (count > line.left) return refuse({ code: 'too-many', left: line.left })
    await tx.query(
      `insert into assistance.goods_given (bureau_code, id, unit_code, donation_id, good_name, count, matter_id, given_on, given_at, given_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [bureauOf(unitCode), actionId, unitCode, donationId, goodName, count, matterId, today, now, actor.accountId],
    )
    const personIds = aid.personId === null ? [] : [aid.personId]
    context.fact({ kind: 'goods.given', on: today, unitCode: aid.unitCode, personIds, dimensions: { cause: aid.cause } })
    note({ gift: donationId, matter: matterId, count })
    if (aid.personId !== null) subject(aid.personId)
    return ok({ id: actionId })
  },
})
