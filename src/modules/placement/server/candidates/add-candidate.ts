import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findPersonUnits } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { lockCohort, whereCohortIs } from '../cohorts/cohort-rows.ts'
import { type CandidateRow, takeStep } from './candidate-rows.ts'

export const addCandidate = action(contract.addCandidate, {
  grant: 'placement.write',
  where: whereCohortIs,
  refusals: { 'no-such-person': 404, 'already-in': 409, 'already-published': 409 },
  async run(context, { cohortId, personId, leavingOn }) {
    const { tx, now, today, actor, actionId } = context
    const cohort = await lockCohort(context, cohortId)
    if (cohort.published_on !== null) return refuse({ code: 'already-published', publishedOn: cohort.published_on })
    const unitCode = (await findPersonUnits(tx, [personId])).get(personId)
    if (unitCode === undefined || bureauOf(unitCode) !== bureauOf(cohort.unit_code)) return refuse({ code: 'no-such-person' })
    const { rows } = await tx.query<{ number: number }>(
      `insert into placement.candidates (bureau_code, id, unit_code, cohort_id, person_id, number, state, since_on, leaving_on, added_at, added_by, year, season, group_code)
       select $1, $2, $3, $4, $5, coalesce(max(number), 0) + 1, 'announced', $6, $7, $8, $9, $10, $11, $12 from placement.candidates where bureau_code = $1 and cohort_id = $4
       on conflict on constraint candidates_once do nothing returning number`,
      [
        bureauOf(unitCode),
        actionId,
        unitCode,
        cohortId,
        personId,
        today,
        leavingOn,
        now,
        actor.accountId,
        cohort.year,
        cohort.season,
        cohort.group_code,
      ],
    )
    const number = rows[0]?.number
    if (number === undefined) return refuse({ code: 'already-in', candidateId: await findTwin(context, cohortId, personId) })
    const begun = { id: actionId, unit_code: unitCode, person_id: personId, state: 'announced', steps: 0 } as CandidateRow
    await takeStep(context, { row: begun, step: 'add', to: 'announced' })
    context.fact({ kind: 'placement.announced', on: today, personIds: [personId], dimensions: { group: cohort.group_code } })
    return ok({ id: actionId, number })
  },
})

async function findTwin({ tx }: Parameters<typeof takeStep>[0], cohortId: string, personId: string): Promise<string> {
  const { rows } = await tx.query<{ id: string }>('select id from placement.candidates where cohort_id = $1 and person_id = $2', [
    cohortId,
    personId,
  ])
  if (!rows[0]) throw new Error('the candidate that stood in the way has gone')
  return rows[0].id
}
