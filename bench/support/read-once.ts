import type { Pool } from 'pg'
import { withScope } from '../../src/platform/database/scope.ts'

/**
 * Reads a kept store once, as a server that has been at work holds it in memory: each statement in the order of an index, and by
 * it, so that the index is read and its rows.
 */
export async function readOnce(pool: Pool, statements: readonly string[]): Promise<void> {
  await withScope(pool, { lo: '0', hi: ':' }, 'read', async (tx) => {
    await tx.query('set local statement_timeout = 0')
    await tx.query('set local enable_seqscan = off; set local enable_bitmapscan = off; set local max_parallel_workers_per_gather = 0')
    for (const statement of statements) await tx.query(statement)
  })
}
