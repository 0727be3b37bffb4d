import type { Action, View } from '../../platform/actions/declare.ts'
import { listEntitlements } from './server/entitlements.ts'
import { bringIn } from './server/field/bring-in.ts'
import { carryInFiles } from './server/field/carried-actions.ts'
import { contestItem } from './server/field/contest-item.ts'
import { listLeases, seeLease, seePack } from './server/field/lease-views.ts'
import { listClaims } from './server/field/list-claims.ts'
import { revokeLease } from './server/field/revoke-lease.ts'
import { settleClaim } from './server/field/settle-claim.ts'
import { takeVillage } from './server/field/take-village.ts'
import { seeBalance } from './server/matters/balance/balance.ts'
import { listAstray } from './server/matters/balance/list-astray.ts'
import { getMatter } from './server/matters/get-matter.ts'
import { claimMatter } from './server/matters/hands/claim-matter.ts'
import { listColleagues } from './server/matters/hands/colleagues.ts'
import { releaseMatter } from './server/matters/hands/release-matter.ts'
import { listKinds } from './server/matters/kinds/list-kinds.ts'
import { printLetter } from './server/matters/letters/print-letter.ts'
import { writeLetter } from './server/matters/letters/write-letter.ts'
import { listInbox, listMatters } from './server/matters/list-matters.ts'
import { giveDocument } from './server/matters/papers/give-document.ts'
import { openMatter } from './server/matters/steps/open-matter.ts'
import { takeStep } from './server/matters/steps/take-step.ts'
import { listEscalated } from './server/matters/watch/list-escalated.ts'
import { giveMyDocument } from './server/mine/give-my-document.ts'
import { listMyDuties } from './server/mine/my-duties.ts'
import { listMyEntitlements } from './server/mine/my-entitlements.ts'
import { seeMyFile } from './server/mine/my-file.ts'
import { seeMyHome } from './server/mine/my-home.ts'
import { listMyKinds } from './server/mine/my-kinds.ts'
import { getMyMatter } from './server/mine/my-matter.ts'
import { listMyMatters } from './server/mine/my-matters.ts'
import { listMyMessages, readMyMessages } from './server/mine/my-messages.ts'
import { openMine } from './server/mine/open-mine.ts'
import { rateMine } from './server/mine/rate-mine.ts'
import { stepMine } from './server/mine/step-mine.ts'
import { addPlan, dropPlan, makeRound } from './server/plans/plan-actions.ts'
import { listPlans } from './server/plans/plan-views.ts'
import { seeToday } from './server/plans/today-view.ts'
import { listRoster, setRoster } from './server/roster/roster.ts'
import { correctVisit } from './server/visits/correct-visit.ts'
import { listEarlierVisits } from './server/visits/earlier-visits.ts'
import { recordVisit } from './server/visits/record-visit.ts'
import { getVisit, listVisits } from './server/visits/visit-views.ts'

export { closingDay } from './domain/contact-facts.ts'
export { type ContactSubject, firstContact, nextContact, ruleFor } from './domain/contact-rule.ts'
export { countWorkLoads } from './server/follow/count-loads.ts'
export { followFiles } from './server/follow/follow-files.ts'
export { followMerge, followMove, followStation } from './server/follow/follow-move.ts'
export { type AidMatter, findAidMatter, listAidMatters } from './server/matters/for-others/aid-matters.ts'
export { CONFIRMATIONS } from './server/matters/for-others/confirmations.ts'
export { startSending } from './server/matters/notices/send-notices.ts'
export { openPaper } from './server/matters/papers/papers.ts'
export { reindexHouseholds, reindexMatters } from './server/matters/reindex-matters.ts'
export { lapseMatters } from './server/matters/watch/lapse-matters.ts'
export { startWatching } from './server/matters/watch/watch-matters.ts'
export { contactRules } from './server/plans/contact-rules.ts'
export { sealedTables } from './server/sealed-tables.ts'
export { tellPeople } from './server/tell-people.ts'
export { carryInFiles }

export const actions: readonly Action[] = [
  recordVisit,
  correctVisit,
  addPlan,
  dropPlan,
  makeRound,
  openMatter,
  takeStep,
  claimMatter,
  releaseMatter,
  giveDocument,
  writeLetter,
  openMine,
  stepMine,
  giveMyDocument,
  rateMine,
  readMyMessages,
  setRoster,
  takeVillage,
  revokeLease,
  contestItem,
  bringIn,
  settleClaim,
]

export const views: readonly View[] = [
  listVisits,
  getVisit,
  listEarlierVisits,
  listPlans,
  seeToday,
  listInbox,
  listMatters,
  listEscalated,
  listAstray,
  listColleagues,
  getMatter,
  listKinds,
  printLetter,
  seeBalance,
  listEntitlements,
  seeMyHome,
  seeMyFile,
  listMyEntitlements,
  listMyKinds,
  listMyMatters,
  getMyMatter,
  listMyMessages,
  listMyDuties,
  listRoster,
  seeLease,
  seePack,
  listLeases,
  listClaims,
]
