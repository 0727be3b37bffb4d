import type { Pool } from 'pg'
import type { Clock } from '../src/platform/clock/clock.ts'
import { withOwner } from '../src/platform/database/scope.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'
import { DEMO_OFFICERS, installDemoAccounts } from './accounts.ts'

export interface LoadDemo {
  readonly ownerPool: Pool
  readonly secrets: Secrets
  readonly people: number
  /** Visits are made until there are about so many facts; left out: what 24 months of work leave behind. */
  readonly facts?: number
  /** Leading digits of the regions; left out: Chongqing. */
  readonly regions?: readonly string[]
  readonly clock: Clock
  readonly log: (line: string) => void
}

/**
 * Loads the demo region once: units, staff, people, visits, plans, their facts, and the accounts. All in one
 * transaction, so that a process killed in the middle leaves nothing and the next start begins again.
 */
export async function loadDemo({ ownerPool, secrets, people, clock, log }: LoadDemo): Promise<void> {
  await withOwner(ownerPool, async (tx) => {
    await tx.query("set local app.scope_lo = '0'; set local app.scope_hi = ':'")
    await tx.query("select pg_advisory_xact_lock(hashtext('demo.load'))")
    if ((await tx.query("select from app.settings where key = 'demo.loaded'")).rowCount) return
    log(`正在装入演示数据：${people} 人。`)
    const now = new Date(clock.now())
    const units = DEMO_OFFICERS.map(({ unitCode }) => unitCode)
    await installDemoAccounts(tx, { secrets, units: new Set(units), now })
    await tx.query("insert into app.settings (key, value) values ('demo.loaded', $1)", [
      JSON.stringify({ people, units, today: clock.today() }),
    ])
  })
}
