import type { Action, View } from '../../platform/actions/declare.ts'
import { addCandidate } from './server/candidates/add-candidate.ts'
import { decideEligibility } from './server/candidates/decide-eligibility.ts'
import { getCandidate } from './server/candidates/get-candidate.ts'
import { checkFile, leaveWay, reportCandidate } from './server/candidates/take-in.ts'
import { bringMarks } from './server/cohorts/bring-marks.ts'
import { getCohort, listCohorts } from './server/cohorts/cohort-views.ts'
import { declareTies, openCohort } from './server/cohorts/open-cohort.ts'
import { publishScores } from './server/cohorts/publish-scores.ts'
import { rankCohort } from './server/cohorts/rank-cohort.ts'
import { confirmMyScore, objectToMyScore, seeMyPlacement } from './server/mine/my-placement.ts'
import { drawScore } from './server/scores/draw-score.ts'
import { confirmScore, objectToScore } from './server/scores/object-to-score.ts'
import { approveScheme, enterScheme, listSchemes } from './server/scores/scheme-actions.ts'
import { settleObjection } from './server/scores/settle-objection.ts'

export { followMerge, followMove } from './server/follow-files.ts'

export const actions: readonly Action[] = [
  openCohort,
  declareTies,
  publishScores,
  rankCohort,
  bringMarks,
  addCandidate,
  checkFile,
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
]

export const views: readonly View[] = [listCohorts, getCohort, getCandidate, listSchemes, seeMyPlacement]
