import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type CodeRange, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { ClaimState, IncentiveKind } from '../../contract.ts'

export interface ClaimRow {
  id: string
  unit_code: UnitCode
  kind: IncentiveKind
  rate_code: string
  rate_name: string
  stay_months: number
  person_id: string
  payee_uscc: string
  payee_name: string
  began_on: PlainDate
  amount_fen: string
  state: ClaimState
  drafted_on: PlainDate
  drafted_by: string
  checked_by: string | null
  refused_for: string | null
  batch_id: string | null
  fund_id: string | null
  paid_on: PlainDate | null
  claimed_by: string | null
}

const CLAIMS = `select id, unit_code, kind, rate_code, rate_name, stay_months, person_id, payee_uscc, payee_name, began_on, amount_fen::text, state,
    drafted_on, drafted_by, checked_by, refused_for, batch_id, fund_id, paid_on, claimed_by from assistance.claims`

/** A claim in the transaction's range. */
export async function findClaim(tx: Tx, id: string): Promise<ClaimRow | undefined> {
  const { rows } = await tx.query<ClaimRow>(`${CLAIMS} where id = $1`, [id])
  return rows[0]
}

/** The claim as it stands once nobody else changes one of its county. */
export async function lockClaim(tx: Tx, unitCode: UnitCode, id: string): Promise<ClaimRow> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('assistance.claims ' || $1, 0))", [bureauOf(unitCode)])
  const claim = await findClaim(tx, id)
  if (!claim) throw new Error('the claim was there a moment ago: claims are never removed')
  return claim
}

/** The claim that a person has with a payee by a rate, and that was not refused. */
export async function findClaimFor(
  tx: Tx,
  about: { unitCode: UnitCode; personId: string; uscc: string; rateCode: string },
): Promise<ClaimRow | undefined> {
  const { rows } = await tx.query<ClaimRow>(
    `${CLAIMS} where bureau_code = $1 and person_id = $2 and payee_uscc = $3 and rate_code = $4 and state <> 'refused'`,
    [bureauOf(about.unitCode), about.personId, about.uscc, about.rateCode],
  )
  return rows[0]
}

/** Claims of a range, the latest first; at most 300. */
export async function listClaimRows(tx: Tx, { lo, hi }: CodeRange): Promise<ClaimRow[]> {
  const { rows } = await tx.query<ClaimRow>(
    `${CLAIMS} where unit_code >= $1 and unit_code < $2 order by drafted_at desc, id desc limit 300`,
    [lo, hi],
  )
  return rows
}

/** Approved claims of a range that no batch pays yet. */
export async function sumApproved(tx: Tx, { lo, hi }: CodeRange): Promise<{ count: number; fen: string }> {
  const { rows } = await tx.query<{ count: number; fen: string }>(
    `select count(*)::int as count, coalesce(sum(amount_fen), 0)::text as fen from assistance.claims
      where unit_code >= $1 and unit_code < $2 and state = 'approved'`,
    [lo, hi],
  )
  return rows[0] ?? { count: 0, fen: '0' }
}
