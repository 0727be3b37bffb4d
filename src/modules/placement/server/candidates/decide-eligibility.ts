import { ageOn } from '../../../../kernel/plain-date.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findFile } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { type Decision, decide } from '../../domain/eligibility/decide.ts'
import { findTable } from '../../domain/eligibility/decision-table.ts'
import type { EligibilityFacts } from '../../domain/eligibility/facts.ts'
import { findCohort } from '../cohorts/cohort-rows.ts'
import { beginStep, type CandidateRow, takeStep, tellDue, whereCandidateIs } from './candidate-rows.ts'

const FACTS = 'placement.eligibility_decisions.facts'

async function keepDecision(
  { tx, secrets, today, now, actor, actionId }: ActionContext,
  row: CandidateRow,
  { decision, facts }: { decision: Decision; facts: EligibilityFacts },
): Promise<void> {
  await tx.query(
    `insert into placement.eligibility_decisions (bureau_code, id, unit_code, candidate_id, person_id, number, table_version, row_code, way, article, choices, facts, decided_on, decided_at, decided_by)
     select $1, $2, $3, $4, $5, coalesce(max(number), 0) + 1, $6, $7, $8, $9, $10, $11, $12, $13, $14 from placement.eligibility_decisions where bureau_code = $1 and candidate_id = $4`,
    [
      bureauOf(row.unit_code),
      actionId,
      row.unit_code,
      row.id,
      row.person_id,
      decision.tableVersion,
      decision.row,
      decision.way,
      decision.article,
      decision.choices.map(({ way }) => way),
      secrets.encrypt(FACTS, actionId, JSON.stringify({ facts, decision })),
      today,
      now,
      actor.accountId,
    ],
  )
  await tx.query('update placement.candidates set way = $3 where bureau_code = $1 and id = $2', [
    bureauOf(row.unit_code),
    row.id,
    decision.way,
  ])
}

export const decideEligibility = action(contract.decideEligibility, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { 'not-from-here': 409, 'changed-meanwhile': 409, 'no-table': 409, 'nco-years-too-many': 422 },
  async run(context, { facts: typed, ...input }) {
    const begun = await beginStep(context, input, 'decide')
    if (!begun.ok) return begun
    const { row, to } = begun.value
    const cohort = await findCohort(context.tx, row.cohort_id)
    const table = cohort && findTable(row.leaving_on, cohort.group_code)
    if (!table) return refuse({ code: 'no-table', leavingOn: row.leaving_on })
    if (typed.ncoYears + typed.officerYears > typed.serviceYears) return refuse({ code: 'nco-years-too-many' })
    const file = await findFile(context, row.person_id)
    if (!file) throw new Error('the file of a candidate has gone')
    const facts: EligibilityFacts = { ...typed, group: cohort.group_code, age: ageOn(file.state.person.bornOn, row.leaving_on) }
    const decision = decide(table, facts)
    await keepDecision(context, row, { decision, facts })
    tellDue(context, row, { was: row.way === 'arrangedWork', is: decision.way === 'arrangedWork' })
    const stepped = await takeStep(context, { row, step: 'decide', to, article: decision.article })
    context.note({ table: table.version, row: decision.row, way: decision.way })
    return ok({ ...stepped, way: decision.way, article: decision.article, row: decision.row })
  },
})
