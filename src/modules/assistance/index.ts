import type { Action, View } from '../../platform/actions/declare.ts'
import { confirmDonation } from './server/funds/confirm-donation.ts'
import { listFunds, openFund } from './server/funds/open-fund.ts'
import { getFund, publishReport } from './server/funds/publish-report.ts'
import { recordDonation } from './server/funds/record-donation.ts'
import { seeReceipt } from './server/funds/see-receipt.ts'
import { takeBackDonation } from './server/funds/take-back-gift.ts'
import { giveGoods } from './server/goods/give-goods.ts'
import { listGoods } from './server/goods/list-goods.ts'
import { listGrants } from './server/grants/list-grants.ts'
import { payTogether, settleBatch } from './server/grants/pay-together.ts'
import { proposeGrant } from './server/grants/propose-grant.ts'
import { approveGrant, followUpGrant, payGrant, refuseGrant } from './server/grants/settle-grant.ts'
import { cancelGrant, takeBackGrant } from './server/grants/undo-grant.ts'
import { clawBack, receiveBack } from './server/incentives/claw-back.ts'
import { draftClaim } from './server/incentives/draft-claim.ts'
import { estimateOffset } from './server/incentives/estimate-offset.ts'
import { listClaims } from './server/incentives/list-claims.ts'
import { approveClaim, checkClaim, refuseClaim, submitClaim } from './server/incentives/move-claim.ts'
import { payClaims, settleClaims } from './server/incentives/pay-claims.ts'
import { confirmRate, enterRate } from './server/incentives/rates.ts'
import { beginPairing } from './server/pairing/begin-pairing.ts'
import { endPairing, renewPairing, visitPairing } from './server/pairing/follow-pairing.ts'
import { offerHelp, withdrawHelp } from './server/pairing/helpers.ts'
import { closeNeed, recordNeed } from './server/pairing/needs.ts'
import { matchHelpers, seePairing, seePairingOfPerson } from './server/pairing/see-pairing.ts'

export { countAidLoads, followMove, followStation } from './server/follow/follow-files.ts'
export { registerOpenFunds } from './server/open/open-funds.ts'
export { sealedTables } from './server/sealed-tables.ts'

export const actions: readonly Action[] = [
  openFund,
  recordDonation,
  confirmDonation,
  takeBackDonation,
  publishReport,
  proposeGrant,
  approveGrant,
  refuseGrant,
  payGrant,
  followUpGrant,
  payTogether,
  settleBatch,
  cancelGrant,
  takeBackGrant,
  recordNeed,
  closeNeed,
  offerHelp,
  withdrawHelp,
  beginPairing,
  visitPairing,
  renewPairing,
  endPairing,
  giveGoods,
  enterRate,
  confirmRate,
  draftClaim,
  submitClaim,
  checkClaim,
  approveClaim,
  refuseClaim,
  payClaims,
  settleClaims,
  clawBack,
  receiveBack,
]

export const views: readonly View[] = [
  listFunds,
  getFund,
  seeReceipt,
  listGrants,
  seePairing,
  seePairingOfPerson,
  matchHelpers,
  listClaims,
  estimateOffset,
  listGoods,
]
