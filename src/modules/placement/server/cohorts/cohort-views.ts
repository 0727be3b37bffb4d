import { rangeOf, tierOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { CandidateLine } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { type CandidateRow, findCandidatesOf } from '../candidates/candidate-rows.ts'
import { confirmedCandidates } from '../scores/sheet-rows.ts'
import { cohortsOf, findCohort, findCohorts, whereCohortIs } from './cohort-rows.ts'
import { maskedNames } from './masked-names.ts'

export const listCohorts = view(contract.listCohorts, {
  grant: 'placement.read',
  where: ({ place }) => place,
  async run(context, { place }) {
    const cohorts = await cohortsOf(context, await findCohorts(context.tx, rangeOf(place)))
    return { cohorts, can: { open: context.actor.grants.has('placement.write') && tierOf(place) === 'county' } }
  },
})

/** Candidates as lists show them, masked. */
export async function linesOf(context: ViewContext, rows: readonly CandidateRow[]): Promise<CandidateLine[]> {
  const [names, confirmed] = [
    await maskedNames(context, rows),
    await confirmedCandidates(
      context.tx,
      rows.map(({ id }) => id),
    ),
  ]
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: names.get(row.id) ?? '*',
    unitCode: row.unit_code,
    state: row.state,
    sinceOn: row.since_on,
    leavingOn: row.leaving_on,
    way: row.way,
    total: row.total_hundredths,
    exam: row.exam_hundredths,
    appraisal: row.appraisal_hundredths,
    composite: row.composite === null ? null : Number(row.composite),
    rank: row.rank,
    isTied: row.rank !== null && rows.filter(({ rank }) => rank === row.rank).length > 1,
    isConfirmed: confirmed.has(row.id),
  }))
}

type Publication = (typeof contract.getCohort)['output']['_output']['publications'][number]

async function publicationsOf({ tx }: ViewContext, cohortId: string): Promise<Publication[]> {
  const { rows } = await tx.query<Publication>(
    `select id, kind, published_on as "publishedOn", closes_on as "closesOn" from placement.publications where cohort_id = $1 order by published_at`,
    [cohortId],
  )
  return rows
}

export const getCohort = view(contract.getCohort, {
  grant: 'placement.read',
  where: whereCohortIs,
  async run(context, { cohortId }) {
    const row = await findCohort(context.tx, cohortId)
    if (!row) return undefined
    const [cohort] = await cohortsOf(context, [row])
    if (!cohort) return undefined
    const { grants } = context.actor
    const [isOfficer, isApprover] = [grants.has('placement.write'), grants.has('placement.approve')]
    const isPublished = row.published_on !== null
    return {
      cohort,
      candidates: await linesOf(context, await findCandidatesOf(context.tx, cohortId)),
      publications: await publicationsOf(context, cohortId),
      can: {
        add: isOfficer && !isPublished,
        declareTies: isApprover && !isPublished,
        publish: isApprover && !isPublished && row.tie_declared_at !== null,
        rank: isApprover && isPublished && row.ranked_on === null,
        bringMarks: isOfficer && row.method === 'exam' && row.ranked_on === null,
      },
    }
  },
})
