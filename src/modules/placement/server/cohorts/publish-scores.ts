import { uuidv7 } from 'uuidv7'
import { addDays } from '../../../../kernel/plain-date.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { findCandidatesOf, takeStep } from '../candidates/candidate-rows.ts'
import { countUnconfirmed } from '../scores/sheet-rows.ts'
import { lockCohort, whereCohortIs } from './cohort-rows.ts'
import { maskedNames } from './masked-names.ts'

/** 公示 of less than five working days is no publication in practice; seven days hold them whatever the weekday. A setting of ours, unverified. */
const SHORTEST_WINDOW_DAYS = 7

export const publishScores = action(contract.publishScores, {
  grant: 'placement.approve',
  where: whereCohortIs,
  refusals: {
    'already-published': 409,
    'no-tie-rule': 409,
    'nobody-scored': 409,
    'not-all-confirmed': 409,
    'open-objections': 409,
    'window-too-short': 422,
  },
  async run(context, { cohortId, closesOn }) {
    const { tx, actor, now, today, unitCode } = context
    const cohort = await lockCohort(context, cohortId)
    if (cohort.published_on !== null) return refuse({ code: 'already-published', publishedOn: cohort.published_on })
    if (cohort.tie_declared_at === null) return refuse({ code: 'no-tie-rule' })
    const earliest = addDays(today, SHORTEST_WINDOW_DAYS - 1)
    if (closesOn < earliest) return refuse({ code: 'window-too-short', days: SHORTEST_WINDOW_DAYS, earliest })
    if (cohort.objections > 0) return refuse({ code: 'open-objections', objections: cohort.objections })
    const scored = (await findCandidatesOf(tx, cohortId)).filter(({ state }) => state === 'scored')
    if (scored.length === 0) return refuse({ code: 'nobody-scored' })
    const missing = await countUnconfirmed(tx, cohortId)
    if (missing > 0) return refuse({ code: 'not-all-confirmed', missing })

    const names = await maskedNames(context, scored)
    const list = scored.map(({ id, number, total_hundredths }) => ({ number, name: names.get(id) ?? '*', total: total_hundredths }))
    await tx.query(
      `insert into placement.publications (bureau_code, id, unit_code, cohort_id, kind, list, published_on, closes_on, published_at, published_by)
       values ($1, $2, $3, $4, 'scores', $5, $6, $7, $8, $9)`,
      [bureauOf(unitCode), uuidv7(), unitCode, cohortId, JSON.stringify(list), today, closesOn, now, actor.accountId],
    )
    await tx.query('update placement.cohorts set published_on = $3, window_closes_on = $4 where bureau_code = $1 and id = $2', [
      bureauOf(unitCode),
      cohortId,
      today,
      closesOn,
    ])
    await tx.query('update placement.candidates set window_closes_on = $3 where bureau_code = $1 and cohort_id = $2', [
      bureauOf(unitCode),
      cohortId,
      closesOn,
    ])
    for (const row of scored) await takeStep(context, { row, step: 'publish', to: 'scorePublished' })
    context.note({ cohort: cohortId, published: scored.length, closesOn })
    return ok({ published: scored.length })
  },
})
