import type { Action, View } from '../../platform/actions/declare.ts'
import { afterActions, afterViews } from './server/after/index.ts'
import { addCandidate } from './server/candidates/add-candidate.ts'
import { decideEligibility } from './server/candidates/decide-eligibility.ts'
import { describeCandidate } from './server/candidates/describe-candidate.ts'
import { getCandidate } from './server/candidates/get-candidate.ts'
import { checkFile, leaveWay, reportCandidate } from './server/candidates/take-in.ts'
import { bringMarks } from './server/cohorts/bring-marks.ts'
import { getCohort, listCohorts } from './server/cohorts/cohort-views.ts'
import { declareTies, openCohort } from './server/cohorts/open-cohort.ts'
import { publishScores } from './server/cohorts/publish-scores.ts'
import { rankCohort } from './server/cohorts/rank-cohort.ts'
import { confirmMyScore, objectToMyScore, seeMyPlacement } from './server/mine/my-placement.ts'
import { decidePool, openPool, poolPosts } from './server/pools/pool-actions.ts'
import { getPool, listPools } from './server/pools/pool-views.ts'
import { enterPost, registerEmployer, settlePost } from './server/posts/post-actions.ts'
import { getPost, listPosts } from './server/posts/post-views.ts'
import { answerSurvey, listSurveys, openSurvey } from './server/posts/surveys.ts'
import { roundActions, roundViews } from './server/rounds/index.ts'
import { drawScore } from './server/scores/draw-score.ts'
import { confirmScore, objectToScore } from './server/scores/object-to-score.ts'
import { approveScheme, enterScheme, listSchemes } from './server/scores/scheme-actions.ts'
import { settleObjection } from './server/scores/settle-objection.ts'
import { tryRound } from './server/what-if/try-round.ts'

export type { CostEdges } from './domain/engine/assignment-search.ts'
export { compositeOf, findOpeningFault } from './domain/engine/check-opening.ts'
export { assignAtLeastCost } from './domain/engine/directive.ts'
export { isOpenTo } from './domain/engine/open-to.ts'
export { isProvenOptimal } from './domain/engine/optimality.ts'
export { radixOrder } from './domain/engine/radix-order.ts'
export { openRound, roundOutcome, stepRound } from './domain/engine/round.ts'
export { roundOrder } from './domain/engine/round-order.ts'
export { type Choices, findEnvy, serialChoice } from './domain/engine/serial-choice.ts'
export { nextTurn } from './domain/engine/turns/turns.ts'
export { deferredAcceptance, END, findBlockingPair, type TwoSides } from './domain/engine/two-way.ts'
export { commitmentOf, drawLots, linkTo, pseudonymOf, sealRecord, seedHashOf, startOf } from './domain/record/commit.ts'
export type { Happening, Link } from './domain/record/events.ts'
export type { Candidate, Opening, Post } from './domain/record/opening.ts'
export { receiptOf } from './domain/record/receipt.ts'
export { PlacementRecord } from './domain/record/record.ts'
export type { Rules } from './domain/record/rules.ts'
export { registerEmployerDoors } from './server/employers/employer-routes.ts'
export { followMerge, followMove } from './server/follow-files.ts'
export { registerOpenRounds } from './server/open/open-routes.ts'
export { registerOpenScores } from './server/open/score-routes.ts'
export { sealedTables } from './server/sealed-tables.ts'
export { sentenceOf } from './verifier/sentence.ts'
export { checkReceipt, locate, type Published, readReceipt, type Verdict, verifyRecord } from './verifier/verify.ts'

export const actions: readonly Action[] = [
  openCohort,
  declareTies,
  publishScores,
  rankCohort,
  bringMarks,
  addCandidate,
  checkFile,
  describeCandidate,
  reportCandidate,
  decideEligibility,
  leaveWay,
  drawScore,
  confirmScore,
  objectToScore,
  settleObjection,
  enterScheme,
  approveScheme,
  confirmMyScore,
  objectToMyScore,
  registerEmployer,
  enterPost,
  settlePost,
  openSurvey,
  answerSurvey,
  openPool,
  poolPosts,
  decidePool,
  ...roundActions,
  ...afterActions,
  tryRound,
]

export const views: readonly View[] = [
  listCohorts,
  getCohort,
  getCandidate,
  listSchemes,
  seeMyPlacement,
  listPosts,
  getPost,
  listSurveys,
  listPools,
  getPool,
  ...roundViews,
  ...afterViews,
]
