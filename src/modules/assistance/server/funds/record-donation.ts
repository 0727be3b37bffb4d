import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { DONOR, maskDonor, receiptNumberOf } from './donation-rows.ts'
import { findFund } from './fund-rows.ts'

/** Ten thousand million yuan: no gift is larger, a slip of the hand may be. */
const MOST_FEN = 1_000_000_000_000n

type Given = Parameters<typeof worthOf>[0]

const worthOf = (gift: { form: 'cash'; amountFen: string } | { form: 'goods'; goods: contract.Good[] }): bigint =>
  gift.form === 'cash' ? BigInt(gift.amountFen) : gift.goods.reduce((sum, { valueFen }) => sum + BigInt(valueFen), 0n)

const goodsOf = (gift: Given): contract.Good[] => (gift.form === 'goods' ? gift.goods : [])

export const recordDonation = action(contract.recordDonation, {
  grant: 'ledger.write',
  where: async ({ fundId }, { tx }) => (await findFund(tx, fundId))?.unitCode,
  refusals: { 'not-yet-received': 422, 'too-much': 422 },
  async run({ tx, actor, now, today, actionId, secrets, note, unitCode }, { fundId, donor, gift, earmark, receivedOn }) {
    if (receivedOn > today) return refuse({ code: 'not-yet-received' })
    const amountFen = worthOf(gift)
    if (amountFen > MOST_FEN) return refuse({ code: 'too-much' })
    const bureau = bureauOf(unitCode)
    const { rows } = await tx.query<{ serial: number; receipts: number }>(
      'update assistance.funds set receipts = receipts + 1 where bureau_code = $1 and id = $2 returning serial, receipts',
      [bureau, fundId],
    )
    const fund = rows[0]
    if (!fund) throw new Error('the fund was there a moment ago: funds are never removed')
    const receiptNumber = receiptNumberOf(bureau, fund.serial, fund.receipts)
    const known =
      donor.kind === 'anonymous'
        ? null
        : donor.kind === 'named'
          ? { name: donor.name, phone: donor.phone }
          : { name: donor.document, phone: null }
    await tx.query(
      `insert into assistance.donations (bureau_code, id, unit_code, fund_id, number, receipt_number, donor_kind, donor, donor_masked, form, goods,
         amount_fen, left_fen, earmark, received_on, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $14, $15, $16)`,
      [
        bureau,
        actionId,
        unitCode,
        fundId,
        fund.receipts,
        receiptNumber,
        donor.kind,
        known && secrets.encrypt(DONOR, actionId, JSON.stringify(known)),
        known && (donor.kind === 'named' ? maskDonor(known.name) : known.name),
        gift.form,
        JSON.stringify(goodsOf(gift)),
        String(amountFen),
        earmark,
        receivedOn,
        now,
        actor.accountId,
      ],
    )
    note({ fund: fundId, receipt: receiptNumber, amountFen: String(amountFen) })
    return ok({ id: actionId, receiptNumber })
  },
})
