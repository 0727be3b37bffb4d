import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type CodeRange, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Cause, GrantState, GrantWay, Outcome } from '../../contract.ts'

export interface GrantRow {
  id: string
  unit_code: UnitCode
  fund_id: string
  fund_name: string
  matter_id: string
  number: number
  way: GrantWay
  cause: Cause
  amount_fen: string
  top_up_reason: string | null
  papers_due_on: PlainDate | null
  state: GrantState
  proposed_on: PlainDate
  proposed_by: string
  checked_by: string | null
  refused_for: string | null
  paid_on: PlainDate | null
  outcome: Outcome | null
  paid_by: string | null
  batch_id: string | null
  undone_for: string | null
}

const GRANTS = `select g.id, g.unit_code, g.fund_id, f.name as fund_name, g.matter_id, g.number, g.way, g.cause, g.amount_fen::text, g.top_up_reason,
    g.papers_due_on, g.state, g.proposed_on, g.proposed_by, g.checked_by, g.refused_for, g.paid_on, g.outcome, g.paid_by, g.batch_id, g.undone_for
  from assistance.grants g join assistance.funds f on f.bureau_code = g.bureau_code and f.id = g.fund_id`

/** A grant in the transaction's range. */
export async function findGrant(tx: Tx, id: string): Promise<GrantRow | undefined> {
  const { rows } = await tx.query<GrantRow>(`${GRANTS} where g.id = $1`, [id])
  return rows[0]
}

/** Grants of a range, or of one fund of it, the latest first; at most 200. */
export async function findGrants(tx: Tx, { lo, hi }: CodeRange, fundId: string | null): Promise<GrantRow[]> {
  const { rows } = await tx.query<GrantRow>(
    `${GRANTS} where g.unit_code >= $1 and g.unit_code < $2 and ($3::uuid is null or g.fund_id = $3)
      order by g.proposed_at desc, g.id desc limit 200`,
    [lo, hi, fundId],
  )
  return rows
}

/** What was proposed for a matter and stands: by any fund of its bureau. */
export async function grantsOfMatter(tx: Tx, unitCode: UnitCode, matterId: string): Promise<GrantRow[]> {
  const { rows } = await tx.query<GrantRow>(
    `${GRANTS} where g.bureau_code = $1 and g.matter_id = $2 and g.state not in ('refused', 'cancelled', 'takenBack') order by g.proposed_at`,
    [bureauOf(unitCode), matterId],
  )
  return rows
}

export const sumOf = (grants: readonly GrantRow[]): bigint => grants.reduce((sum, { amount_fen }) => sum + BigInt(amount_fen), 0n)
