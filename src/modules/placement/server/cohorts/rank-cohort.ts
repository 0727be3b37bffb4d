import { uuidv7 } from 'uuidv7'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { compositeOf, rankCandidates } from '../../domain/rank/rank-candidates.ts'
import { type CandidateRow, findCandidatesOf, takeStep } from '../candidates/candidate-rows.ts'
import { standingSheets } from '../scores/sheet-rows.ts'
import { type CountedCohort, lockCohort, tieRuleOf, weightsOf, whereCohortIs } from './cohort-rows.ts'
import { maskedNames } from './masked-names.ts'

/** Marks that the composite needs and somebody does not have. */
const lacksMarks = ({ exam_weight, appraisal_weight }: CountedCohort, row: CandidateRow): boolean =>
  (exam_weight > 0 && row.exam_hundredths === null) || (appraisal_weight > 0 && row.appraisal_hundredths === null)

export const rankCohort = action(contract.rankCohort, {
  grant: 'placement.approve',
  where: whereCohortIs,
  refusals: { 'not-published': 409, 'window-open': 409, 'open-objections': 409, 'marks-missing': 409, 'already-ranked': 409 },
  async run(context, { cohortId }) {
    const { tx, secrets, today, unitCode } = context
    const cohort = await lockCohort(context, cohortId)
    if (cohort.ranked_on !== null) return refuse({ code: 'already-ranked', rankedOn: cohort.ranked_on })
    if (cohort.window_closes_on === null) return refuse({ code: 'not-published' })
    if (today <= cohort.window_closes_on) return refuse({ code: 'window-open', closesOn: cohort.window_closes_on })
    if (cohort.objections > 0) return refuse({ code: 'open-objections', objections: cohort.objections })
    const published = (await findCandidatesOf(tx, cohortId)).filter(({ state }) => state === 'scorePublished')
    const missing = published.filter((row) => lacksMarks(cohort, row)).length
    if (missing > 0) return refuse({ code: 'marks-missing', missing })

    const sheets = await standingSheets({ tx, secrets }, cohortId)
    const rankable = published.map((row) => ({
      id: row.id,
      composite: compositeOf(
        { service: row.total_hundredths ?? 0, exam: row.exam_hundredths, appraisal: row.appraisal_hundredths },
        weightsOf(cohort),
      ),
      ties: { ...(sheets.get(row.id)?.ties ?? NOTHING), examMarks: row.exam_hundredths ?? 0 },
    }))
    const ranked = rankCandidates(rankable, tieRuleOf(cohort))
    const composites = new Map(rankable.map(({ id, composite }) => [id, composite]))
    const ranks = new Map(ranked.map(({ id, rank }) => [id, rank]))
    await tx.query('update placement.cohorts set ranked_on = $3 where bureau_code = $1 and id = $2', [bureauOf(unitCode), cohortId, today])
    await publishRanks(context, cohort, { published, ranks, composites })
    for (const row of published) {
      await tx.query('update placement.candidates set composite = $3, rank = $4 where bureau_code = $1 and id = $2', [
        bureauOf(row.unit_code),
        row.id,
        composites.get(row.id),
        ranks.get(row.id),
      ])
      await takeStep(context, { row, step: 'rank', to: 'ranked' })
    }
    const tied = ranked.filter(({ isTied }) => isTied).length
    context.note({ cohort: cohortId, ranked: ranked.length, tied })
    return ok({ ranked: ranked.length, tied })
  },
})

interface Ranking {
  readonly published: readonly CandidateRow[]
  readonly ranks: ReadonlyMap<string, number>
  readonly composites: ReadonlyMap<string, number>
}

/** The list of ranks as everybody may read it. */
async function publishRanks(context: ActionContext, cohort: CountedCohort, { published, ranks, composites }: Ranking): Promise<void> {
  const names = await maskedNames(context, published)
  const list = published
    .map(({ id, number, total_hundredths }) => ({
      number,
      name: names.get(id) ?? '*',
      total: total_hundredths,
      composite: composites.get(id),
      rank: ranks.get(id) ?? 0,
    }))
    .toSorted((a, b) => a.rank - b.rank || a.number - b.number)
  const { tx, today, now, actor, unitCode } = context
  await tx.query(
    `insert into placement.publications (bureau_code, id, unit_code, cohort_id, kind, list, published_on, closes_on, published_at, published_by)
     values ($1, $2, $3, $4, 'ranks', $5, $6, $6, $7, $8)`,
    [bureauOf(unitCode), uuidv7(), unitCode, cohort.id, JSON.stringify(list), today, now, actor.accountId],
  )
}

const NOTHING = { serviceDays: 0, rewardPoints: 0, disabilityPoints: 0, examMarks: 0, bornOn: 0 }
