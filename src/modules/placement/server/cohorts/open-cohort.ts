import { bureauOf, tierOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { LOT } from '../../domain/rank/rank-candidates.ts'
import { lockCohort, whereCohortIs } from './cohort-rows.ts'

export const openCohort = action(contract.openCohort, {
  grant: 'placement.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'not-a-county': 422, 'weights-are-not-100': 422, 'already-open': 409 },
  async run({ tx, actor, now, today, actionId, note }, { unitCode, year, season, group, method, weights }) {
    // A cohort is placed by the county that received its files; a city only shares its posts out.
    if (tierOf(unitCode) !== 'county' || unitCode.length > 12) return refuse({ code: 'not-a-county' })
    const { service, exam, appraisal } = method === 'points' ? { service: 100, exam: 0, appraisal: 0 } : weights
    if (service + exam + appraisal !== 100) return refuse({ code: 'weights-are-not-100' })
    const { rowCount } = await tx.query(
      `insert into placement.cohorts (bureau_code, id, unit_code, year, season, group_code, method, service_weight, exam_weight, appraisal_weight, opened_on, opened_at, opened_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict on constraint cohorts_once do nothing`,
      [bureauOf(unitCode), actionId, unitCode, year, season, group, method, service, exam, appraisal, today, now, actor.accountId],
    )
    if (rowCount !== 1) {
      const { rows } = await tx.query<{ id: string }>(
        'select id from placement.cohorts where unit_code = $1 and year = $2 and season = $3 and group_code = $4',
        [unitCode, year, season, group],
      )
      return refuse({ code: 'already-open', cohortId: rows[0]?.id ?? actionId })
    }
    note({ cohort: actionId, year, season, group, method })
    return ok({ id: actionId })
  },
})

/** Among equals the rule decides: so it is said before anybody knows who is equal, and never changed after. */
export const declareTies = action(contract.declareTies, {
  grant: 'placement.approve',
  where: whereCohortIs,
  refusals: { 'already-published': 409, 'criterion-twice': 422 },
  async run(context, { cohortId, rule }) {
    const { tx, actor, now, unitCode } = context
    const cohort = await lockCohort(context, cohortId)
    if (cohort.published_on !== null) return refuse({ code: 'already-published', publishedOn: cohort.published_on })
    if (new Set(rule).size !== rule.length) return refuse({ code: 'criterion-twice' })
    await tx.query(
      'update placement.cohorts set tie_rule = $3, tie_declared_at = $4, tie_declared_by = $5 where bureau_code = $1 and id = $2',
      [bureauOf(unitCode), cohortId, [...rule, LOT], now, actor.accountId],
    )
    context.note({ cohort: cohortId, rule: rule.join(' ') })
    return ok({ rule })
  },
})
