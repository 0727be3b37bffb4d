import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { openSecrets } from '../../../../src/platform/secrets/secrets.ts'

/** The key of the probes' world: a sheet that no action draws here is sealed with it. */
const secrets = openSecrets({ masterKey: Buffer.alloc(32, 'probes'), profile: 'international' })

interface CohortRow {
  readonly county: string
  readonly cohortId: string
  readonly year: number
}

interface CandidateRow extends CohortRow {
  readonly id: string
  /** Where the row lies. */
  readonly unit: string
  readonly personId: string
  readonly number: number
  readonly points: number
}

/** A cohort whose ranking has been published. */
export async function insertCohort(pool: Pool, { county, cohortId, year }: CohortRow): Promise<void> {
  await pool.query(
    `insert into placement.cohorts (bureau_code, id, unit_code, year, season, group_code, method, service_weight, exam_weight, appraisal_weight, tie_rule,
       tie_declared_at, tie_declared_by, published_on, window_closes_on, ranked_on, opened_on, opened_at, opened_by)
     values ($1, $2, $3, $4, 'autumn', 'officer', 'points', 100, 0, 0, '{serviceDays,lot}', now(), $2, '2026-01-01', '2026-01-08', '2026-01-09', '2026-01-01', now(), $2)`,
    [county.slice(0, 6), cohortId, county, year],
  )
}

/** Somebody of a cohort, ranked by a sheet that was confirmed. */
export async function insertCandidate(pool: Pool, row: CandidateRow): Promise<void> {
  const { county, cohortId, year, id, unit, personId, number, points } = row
  const bureau = county.slice(0, 6)
  await pool.query(
    `insert into placement.candidates (bureau_code, id, unit_code, cohort_id, person_id, number, state, steps, since_on, leaving_on, total_hundredths, composite, added_at, added_by, year, season, group_code)
     values ($1, $2, $3, $4, $5, $6, 'ranked', 7, '2026-01-09', '2025-12-01', $7, $8, now(), $2, $9, 'autumn', 'officer')`,
    [bureau, id, unit, cohortId, personId, number, points, points * 100, year],
  )
  const sheetId = uuidv7()
  await pool.query(
    `insert into placement.score_sheets (bureau_code, id, unit_code, candidate_id, person_id, number, scheme_code, scheme_version, lines, total_hundredths, drawn_on, drawn_at, drawn_by, confirmed_at, confirmed_by)
     values ($1, $2, $3, $4, $5, 1, 'soldiers', '2018', $6, $7, '2026-01-01', now(), $2, now(), $2)`,
    [bureau, sheetId, unit, id, personId, sealedLines(sheetId, points), points],
  )
}

function sealedLines(sheetId: string, points: number): Buffer {
  const line = { item: 'service.upTo12Years', zh: '服役 12 年以内', unit: 'halfYear', each: 100 }
  const lines = {
    spell: { enlistedOn: '2010-03-16', leavingOn: '2026-03-01' },
    schemeTitle: '评分表',
    lines: [{ ...line, quantity: points / 100, points, evidence: '档案' }],
    ties: { serviceDays: 4000 },
  }
  return secrets.encrypt('placement.score_sheets.lines', sheetId, JSON.stringify(lines))
}

/** A post of one seat that has been confirmed. */
export async function insertPost(pool: Pool, county: string, id: string): Promise<void> {
  await pool.query(
    `insert into placement.posts (bureau_code, id, unit_code, year, season, employer_name, uscc, title, kind, establishment, seats, place_code, pay_low_fen, pay_high_fen, state, entered_on, entered_at, entered_by)
     values ($1, $2, $3, 2026, 'spring', '区属事业单位', '91350100M000100Y43', '职员', 'institution', 'institution', 1, $3, 1, 2, 'confirmed', '2026-01-01', now(), $2)`,
    [county.slice(0, 6), id, county],
  )
}
