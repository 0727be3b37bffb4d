import { prepared } from '../../../../platform/database/prepared.ts'
import type { Tx } from '../../../../platform/database/scope.ts'

const HOLD = prepared(
  `select pg_advisory_xact_lock(hashtextextended(id, 13)) from (select distinct unnest($1::text[]) as id order by 1) as held`,
)

/**
 * Holds the contacts of persons until the action ends, in one order: of two visits at once to the same person the second
 * reads what the first has written. Call before anything about them is read.
 */
export async function holdPersons(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.query(HOLD, [personIds])
}
