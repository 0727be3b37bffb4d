import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, regionOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { listNames } from '../../../network/index.ts'
import type { Cohort, TieCriterion } from '../../contract.ts'
import { LOT } from '../../domain/rank/rank-candidates.ts'

export interface CohortRow {
  id: string
  unit_code: UnitCode
  year: number
  season: Cohort['season']
  group_code: Cohort['group']
  method: Cohort['method']
  service_weight: number
  exam_weight: number
  appraisal_weight: number
  tie_rule: string[]
  tie_declared_at: string | null
  published_on: PlainDate | null
  window_closes_on: PlainDate | null
  ranked_on: PlainDate | null
}

const COLUMNS = `c.id, c.unit_code, c.year, c.season, c.group_code, c.method, c.service_weight, c.exam_weight, c.appraisal_weight, c.tie_rule,
  c.tie_declared_at, c.published_on, c.window_closes_on, c.ranked_on`

const COUNTS = `(select count(*)::int from placement.candidates k where k.bureau_code = c.bureau_code and k.cohort_id = c.id) as candidates,
  (select count(*)::int from placement.objections o join placement.candidates k on k.bureau_code = o.bureau_code and k.id = o.candidate_id
    where k.bureau_code = c.bureau_code and k.cohort_id = c.id and o.outcome is null) as objections`

export type CountedCohort = CohortRow & { candidates: number; objections: number }

export async function findCohorts(tx: Tx, range: { lo: string; hi: string }): Promise<CountedCohort[]> {
  const { rows } = await tx.query<CountedCohort>(
    `select ${COLUMNS}, ${COUNTS} from placement.cohorts c where c.unit_code >= $1 and c.unit_code < $2
      order by c.year desc, c.season desc, c.unit_code, c.group_code limit 500`,
    [range.lo, range.hi],
  )
  return rows
}

export async function findCohort(tx: Tx, id: string): Promise<CountedCohort | undefined> {
  const { rows } = await tx.query<CountedCohort>(`select ${COLUMNS}, ${COUNTS} from placement.cohorts c where c.id = $1`, [id])
  return rows[0]
}

/** The same, held until the transaction ends. @throws where it has gone */
export async function lockCohort({ tx, unitCode }: { tx: Tx; unitCode: UnitCode }, id: string): Promise<CountedCohort> {
  await tx.query('select from placement.cohorts where bureau_code = $1 and id = $2 for update', [bureauOf(unitCode), id])
  const found = await findCohort(tx, id)
  if (!found) throw new Error('the cohort has gone')
  return found
}

/** The county that keeps a cohort, in the transaction's range. */
export const whereCohortIs = async ({ cohortId }: { cohortId: string }, { tx }: ViewContext): Promise<UnitCode | undefined> => {
  const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from placement.cohorts where id = $1', [cohortId])
  return rows[0]?.unit_code
}

/** The declared criteria, without the lot that comes after them. */
export const tieRuleOf = (row: Pick<CohortRow, 'tie_rule'>): TieCriterion[] => row.tie_rule.filter((one) => one !== LOT) as TieCriterion[]

export const weightsOf = (row: CohortRow) => ({ service: row.service_weight, exam: row.exam_weight, appraisal: row.appraisal_weight })

export async function cohortsOf({ tx }: Pick<ViewContext, 'tx'>, rows: readonly CountedCohort[]): Promise<Cohort[]> {
  const listed = await listNames(tx, [...new Set(rows.map(({ unit_code }) => regionOf(unit_code)))])
  const names = new Map(listed.map(({ code, name }) => [code, name]))
  return rows.map((row) => ({
    id: row.id,
    unitCode: row.unit_code,
    unitName: names.get(regionOf(row.unit_code)) ?? row.unit_code,
    year: row.year,
    season: row.season,
    group: row.group_code,
    method: row.method,
    weights: weightsOf(row),
    tieRule: tieRuleOf(row),
    isTieDeclared: row.tie_declared_at !== null,
    publishedOn: row.published_on,
    windowClosesOn: row.window_closes_on,
    rankedOn: row.ranked_on,
    candidates: row.candidates,
    openObjections: row.objections,
  }))
}
