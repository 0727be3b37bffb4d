import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Candidate, CandidateState } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { exitsFrom, isConfirmable, isDescribable, stateAfter } from '../../domain/states/candidate-states.ts'
import { reportBy } from '../../domain/states/report-in-time.ts'
import { cohortsOf, findCohort } from '../cohorts/cohort-rows.ts'
import { linesOf } from '../cohorts/cohort-views.ts'
import { objectionsOf } from '../scores/objection-rows.ts'
import { findSheets, type OpenedSheet, sheetOf } from '../scores/sheet-rows.ts'
import { type CandidateRow, findCandidate, openSaid, whereCandidateIs } from './candidate-rows.ts'
import { findDecision } from './decision-rows.ts'
import { knownFacts } from './known-facts.ts'

interface StepRow {
  number: number
  step: string
  to_state: CandidateState
  article: string | null
  said: Buffer | null
  taken_on: PlainDate
  by_name: string
}

async function historyOf({ tx, secrets }: ViewContext, id: string): Promise<Candidate['history']> {
  const { rows } = await tx.query<StepRow>(
    'select number, step, to_state, article, said, taken_on, by_name from placement.candidate_steps where candidate_id = $1 order by number desc',
    [id],
  )
  return rows.map((row) => ({
    number: row.number,
    step: row.step,
    toState: row.to_state,
    article: row.article,
    reason: openSaid(secrets, id, row),
    takenOn: row.taken_on,
    byName: row.by_name,
  }))
}

async function filesOf({ tx }: ViewContext, id: string): Promise<Candidate['files']> {
  const { rows } = await tx.query<Candidate['files'][number]>(
    `select received_on as "receivedOn", pages, missing, checked_on as "checkedOn" from placement.file_checks
      where candidate_id = $1 order by checked_at desc, id desc`,
    [id],
  )
  return rows
}

/** What whoever looks may do now: the page asks nobody else. */
function canOf({ actor }: ViewContext, row: CandidateRow, sheets: readonly OpenedSheet[]): Candidate['can'] {
  const [isOfficer, isApprover] = [actor.grants.has('placement.write'), actor.grants.has('placement.approve')]
  const isConfirmed = sheets.some((sheet) => sheet.isConfirmed)
  return {
    describe: isOfficer && isDescribable(row.state),
    checkFile: isOfficer && (row.state === 'announced' || row.state === 'fileReceived'),
    report: isOfficer && stateAfter(row.state, 'report') !== undefined,
    decide: isOfficer && stateAfter(row.state, 'decide') !== undefined,
    score: isOfficer && stateAfter(row.state, 'score') !== undefined && row.way === 'arrangedWork' && !isConfirmed,
    confirm: isOfficer && isConfirmable(row.state) && sheets[0]?.isConfirmed === false,
    object: isOfficer && stateAfter(row.state, 'object') !== undefined,
    settle: isApprover && row.state === 'objected',
    exits: isApprover ? exitsFrom(row.state) : [],
  }
}

export const getCandidate = view(contract.getCandidate, {
  grant: 'placement.read',
  where: whereCandidateIs,
  async run(context, { candidateId }) {
    const row = await findCandidate(context.tx, candidateId)
    const cohortRow = row && (await findCohort(context.tx, row.cohort_id))
    if (!row || !cohortRow) return undefined
    const [[line], [cohort]] = [await linesOf(context, [row]), await cohortsOf(context, [cohortRow])]
    if (!line || !cohort) return undefined
    const sheets = await findSheets(context, candidateId)
    return {
      ...line,
      cohort,
      personId: row.person_id,
      steps: row.steps,
      reportBy: reportBy(row.leaving_on),
      reportedOn: row.reported_on,
      described: { codes: row.codes, furtherPlaces: row.further_places, hardship: row.hardship },
      files: await filesOf(context, candidateId),
      decision: await findDecision(context, candidateId),
      known: await knownFacts(context, row),
      sheets: sheets.map(sheetOf),
      objections: await objectionsOf(context, candidateId, sheets),
      history: await historyOf(context, candidateId),
      can: canOf(context, row, sheets),
    }
  },
})
