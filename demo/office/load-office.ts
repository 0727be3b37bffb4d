import type { Pool } from 'pg'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { actions as assistance } from '../../src/modules/assistance/index.ts'
import { actions as benefits } from '../../src/modules/benefits/index.ts'
import { actions as briefs } from '../../src/modules/briefs/index.ts'
import { actions as casework, lapseMatters } from '../../src/modules/casework/index.ts'
import { actions as worklog } from '../../src/modules/worklog/index.ts'
import type { Clock } from '../../src/platform/clock/clock.ts'
import type { Secrets } from '../../src/platform/secrets/secrets.ts'
import { doDeeds } from './deeds.ts'
import { readHands } from './hands.ts'
import { matterDeeds } from './matters.ts'
import { workDeeds } from './work.ts'

/** The pools through which an office and a person on /me act. */
export interface OfficePools {
  readonly appPool: Pool
  readonly mePool: Pool
}

export interface LoadOffice extends OfficePools {
  readonly ownerPool: Pool
  readonly secrets: Secrets
  readonly log: (line: string) => void
}

/** Written with the demo itself, and taken away once the office has done all it does. */
export const OFFICE_WAITS = 'demo.office.waits'

/**
 * What the county of the demo has under way: done by its accounts through the program's own actions, each on a day gone by,
 * so that journal, facts, seats and balance are what they would be. Begun with the demo and not finished, it goes on at the
 * next start by the same ids, and does nothing twice. Nothing where no demo asked for it, or it is done.
 */
export async function loadOffice({ ownerPool, appPool, mePool, secrets, log }: LoadOffice): Promise<void> {
  const held = await ownerPool.connect()
  try {
    await held.query("select pg_advisory_lock(hashtext('demo.office'))")
    const { rows } = await held.query<{ today: PlainDate }>('select value as today from app.settings where key = $1', [OFFICE_WAITS])
    const today = rows[0]?.today
    if (today === undefined) return
    const started = performance.now()
    const hands = await readHands(ownerPool)
    const actions = [...casework, ...worklog, ...benefits, ...assistance, ...briefs]
    if (hands) {
      const dawn = (clock: Clock) => lapseMatters({ pool: appPool, secrets, clock })
      await doDeeds({ pool: appPool, mePool, secrets, actions, dawn, log }, [...workDeeds(hands, today), ...matterDeeds(hands, today)])
    }
    await held.query('delete from app.settings where key = $1', [OFFICE_WAITS])
    log(`演示区县的事项、台账等已办好，用时 ${Math.round((performance.now() - started) / 1000)} 秒。`)
  } finally {
    await held.query("select pg_advisory_unlock(hashtext('demo.office'))").catch(() => undefined)
    held.release()
  }
}
