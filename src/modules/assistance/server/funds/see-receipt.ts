import { regionOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { listNames } from '../../../network/index.ts'
import * as contract from '../../contract.ts'
import { DONOR, Donor, findDonation, followCode } from './donation-rows.ts'
import { findFund } from './fund-rows.ts'

/** The donor's own paper: the whole name, and the code. So only who gives receipts sees it. */
export const seeReceipt = view(contract.seeReceipt, {
  grant: 'ledger.write',
  where: async ({ donationId }, { tx }) => (await findDonation(tx, donationId))?.unit_code,
  async run({ tx, secrets }, { donationId }) {
    const row = await findDonation(tx, donationId)
    const fund = row && (await findFund(tx, row.fund_id))
    if (!row || !fund) return undefined
    const [place] = await listNames(tx, [regionOf(fund.unitCode)])
    return {
      receiptNumber: row.receipt_number,
      code: followCode(secrets, row.id),
      fundName: fund.name,
      unitName: place?.name ?? '',
      donorKind: row.donor_kind,
      donorName: row.donor && Donor.parse(JSON.parse(secrets.decrypt(DONOR, row.id, row.donor))).name,
      form: row.form,
      goods: row.goods,
      amountFen: row.amount_fen,
      earmark: row.earmark,
      receivedOn: row.received_on,
    }
  },
})
