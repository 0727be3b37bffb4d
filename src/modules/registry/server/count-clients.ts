import type { CodeRange } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'

/** A file with at least this share of its fields filled counts as complete, in percent. A setting, not law. */
export const COMPLETE_FROM = 80

/** Living clients of a range, and how many of their files are complete. */
export async function countClients(tx: Tx, within: CodeRange): Promise<{ registered: number; complete: number }> {
  const { rows } = await tx.query<{ registered: number; complete: number }>(
    `select count(*)::int as registered, (count(*) filter (where completeness >= $3))::int as complete
       from registry.people where unit_code >= $1 and unit_code < $2 and status = 'active'`,
    [within.lo, within.hi, COMPLETE_FROM],
  )
  return rows[0] ?? { registered: 0, complete: 0 }
}
