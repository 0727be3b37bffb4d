import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'

export type MonthState = 'computed' | 'reviewed' | 'approved' | 'returned'

interface MonthRow {
  readonly runId: string
  readonly personId: string
  readonly county: string
  /** Each is of a month of its own, long ago. */
  readonly serial: number
  readonly state: MonthState
}

/** A month of pay as it stands, with a line and a failure of one person. */
export async function insertMonth(pool: Pool, { runId, personId, county, serial, state }: MonthRow): Promise<void> {
  const of = [county.slice(0, 6), runId, county]
  const month = `(date '1950-01-01' + interval '${serial} months')::date`
  const isSettled = state === 'approved' || state === 'returned'
  await pool.query(
    `insert into benefits.runs (bureau_code, id, unit_code, month, state, known_on, started_at, started_by, since, people, lines, failed, total_fen,
            recover_fen, facts_hash, versions, rates, computed_at, reviewed_at, reviewed_by, settled_at, settled_by, settled_why)
     values ($1, $2, $3, ${month}, $6, '2026-01-01', '2026-01-01', $4, ${month}, 1, 1, 1, 100, 0, 'none', '[]', '[]', '2026-01-01',
            case when $7 then timestamptz '2026-01-01' end, case when $7 then $4::uuid end,
            case when $8 then timestamptz '2026-01-01' end, case when $8 then $5::uuid end, case when $8 then '有差错' end)`,
    [...of, uuidv7(), uuidv7(), state, state !== 'computed', isSettled],
  )
  await pool.query(
    `insert into benefits.lines (bureau_code, run_id, unit_code, person_id, class_code, kind, month, amount_fen, paid_fen, why, rate_no)
     values ($1, $2, $3, $4, 'KIN-M', 'pension', ${month}, 100, 0, 'new', -1)`,
    [...of, personId],
  )
  await pool.query(
    `insert into benefits.run_failures (bureau_code, run_id, unit_code, person_id, why, class_code) values ($1, $2, $3, $4, 'no-rate', 'KIN-D')`,
    [...of, personId],
  )
}

/** Somebody whom a county pays, or who waits for it. */
export async function insertEntitlement(
  pool: Pool,
  { county, personId, isApproved }: { county: string; personId: string; isApproved: boolean },
): Promise<void> {
  await pool.query(
    `insert into benefits.entitlements (bureau_code, unit_code, person_id, class_code, id, service_years, born_on, place, from_on, pays_from, is_minor,
            applied_on, applied_at, applied_by, approved_on, approved_at, approved_by)
     values (left($1, 6), $1, $2, 'KIN-M', $3, 0, '1950-01-01', $1, '2020-01-01', '2020-01-01', false, '2026-01-01', '2026-01-01', $4,
            case when $5 then date '2026-01-01' end, case when $5 then timestamptz '2026-01-01' end, case when $5 then $6::uuid end)`,
    [county, personId, uuidv7(), randomUUID(), isApproved, randomUUID()],
  )
}
