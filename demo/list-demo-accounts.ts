import type { Pool } from 'pg'
import type { DemoAccount } from '../src/platform/access/index.ts'
import type { Clock } from '../src/platform/clock/clock.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'
import { DEMO_OFFICERS, demoAccountOf } from './accounts.ts'

/**
 * The demo accounts in words, for the sign-in page; none where no demo stands in this database. One-time codes are
 * filled in by the sign-in page itself.
 */
export async function listDemoAccounts({ pool }: { pool: Pool; secrets: Secrets; clock: Clock }): Promise<readonly DemoAccount[]> {
  const { rows } = await pool.query<{ units: string[] }>("select value -> 'units' as units from app.settings where key = 'demo.loaded'")
  const units = rows[0]?.units
  return units ? DEMO_OFFICERS.filter(({ unitCode }) => units.includes(unitCode)).map(demoAccountOf) : []
}
