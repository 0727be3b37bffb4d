import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { withScope } from '../../src/platform/database/scope.ts'
import { wholeNation } from './told-facts.ts'

/**
 * Waits until a fold will take all that has been told: it goes up to the oldest transaction of the whole server that
 * still runs, and other test files have theirs on the same one.
 */
export async function waitUntilSettled(pool: Pool): Promise<void> {
  while (await isSomeUnsettled(pool)) await sleep(20)
}

async function isSomeUnsettled(pool: Pool): Promise<boolean> {
  const { rows } = await withScope(pool, wholeNation, 'read', (tx) =>
    tx.query<{ unsettled: boolean }>(
      'select exists (select from spine.facts where xid >= pg_snapshot_xmin(pg_current_snapshot())) as unsettled',
    ),
  )
  return rows[0]?.unsettled === true
}
