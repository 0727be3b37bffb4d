import type { Action, View } from '../../platform/actions/declare.ts'
import { confirmDonation } from './server/funds/confirm-donation.ts'
import { listFunds, openFund } from './server/funds/open-fund.ts'
import { getFund, publishReport } from './server/funds/publish-report.ts'
import { recordDonation } from './server/funds/record-donation.ts'
import { seeReceipt } from './server/funds/see-receipt.ts'
import { listGrants } from './server/grants/list-grants.ts'
import { proposeGrant } from './server/grants/propose-grant.ts'
import { approveGrant, followUpGrant, payGrant, refuseGrant } from './server/grants/settle-grant.ts'
import { beginPairing } from './server/pairing/begin-pairing.ts'
import { endPairing, renewPairing, visitPairing } from './server/pairing/follow-pairing.ts'
import { offerHelp, withdrawHelp } from './server/pairing/helpers.ts'
import { closeNeed, recordNeed } from './server/pairing/needs.ts'
import { matchHelpers, seePairing, seePairingOfPerson } from './server/pairing/see-pairing.ts'

export { registerOpenFunds } from './server/open/open-funds.ts'

export const actions: readonly Action[] = [
  openFund,
  recordDonation,
  confirmDonation,
  publishReport,
  proposeGrant,
  approveGrant,
  refuseGrant,
  payGrant,
  followUpGrant,
  recordNeed,
  closeNeed,
  offerHelp,
  withdrawHelp,
  beginPairing,
  visitPairing,
  renewPairing,
  endPairing,
]

export const views: readonly View[] = [listFunds, getFund, seeReceipt, listGrants, seePairing, seePairingOfPerson, matchHelpers]
