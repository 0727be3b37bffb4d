import type { Pool } from 'pg'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { actions as assistance } from '../../src/modules/assistance/index.ts'
import { actions as benefits } from '../../src/modules/benefits/index.ts'
import { actions as briefs } from '../../src/modules/briefs/index.ts'
import { actions as casework, lapseMatters } from '../../src/modules/casework/index.ts'
import { actions as registry } from '../../src/modules/registry/index.ts'
import { actions as worklog } from '../../src/modules/worklog/index.ts'
import type { Clock } from '../../src/platform/clock/clock.ts'
import { withScope } from '../../src/platform/database/scope.ts'
import type { Secrets } from '../../src/platform/secrets/secrets.ts'
import { benefitDeeds, newcomersOf } from './benefits.ts'
import { briefDeeds } from './briefs.ts'
import { confirmationDeeds } from './confirmations.ts'
import { doDeeds } from './deeds.ts'
import { grantDeeds } from './grants.ts'
import { readHands } from './hands.ts'
import { matterDeeds } from './matters.ts'
import { payeeDeeds } from './payees.ts'
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

/** What it is made from, so that a load that was broken off makes the same of it: the day, and whose identities it confirms. */
export interface Waiting {
  readonly today: PlainDate
  readonly newcomers?: readonly string[]
}

/**
 * What the county of the demo has under way: done by its accounts through the program's own actions, each on a day gone by,
 * so that journal, facts, seats and balance are what they would be. Begun with the demo and not finished, it goes on at the
 * next start by the same ids, and does nothing twice. Nothing where no demo asked for it, or it is done.
 */
export async function loadOffice({ ownerPool, appPool, mePool, secrets, log }: LoadOffice): Promise<void> {
  const held = await ownerPool.connect()
  try {
    await held.query("select pg_advisory_lock(hashtext('demo.office'))")
    const { rows } = await held.query<{ value: Waiting }>('select value from app.settings where key = $1', [OFFICE_WAITS])
    const waiting = rows[0]?.value
    if (waiting === undefined) return
    const { today } = waiting
    const started = performance.now()
    const hands = await readHands(ownerPool, waiting.newcomers)
    if (hands && !waiting.newcomers) {
      const newcomers = newcomersOf(hands).map(({ identity }) => identity.id)
      await held.query('update app.settings set value = $2 where key = $1', [OFFICE_WAITS, JSON.stringify({ today, newcomers })])
    }
    const actions = [...registry, ...casework, ...worklog, ...benefits, ...assistance, ...briefs]
    if (hands) {
      const dawn = (clock: Clock) => lapseMatters({ pool: appPool, secrets, clock })
      const matters = matterDeeds(hands, today)
      const deeds = [
        workDeeds(hands, today),
        benefitDeeds(hands, today),
        payeeDeeds(hands, today),
        confirmationDeeds(hands, today),
        matters,
        grantDeeds(hands, matters, today),
        briefDeeds(hands, today),
      ]
      await doDeeds({ pool: appPool, mePool, secrets, actions, dawn, log }, deeds.flat())
    }
    await tellAsSent(ownerPool, today)
    await held.query('delete from app.settings where key = $1', [OFFICE_WAITS])
    log(`演示区县的事项、台账等已办好，用时 ${Math.round((performance.now() - started) / 1000)} 秒。`)
  } finally {
    await held.query("select pg_advisory_unlock(hashtext('demo.office'))").catch(() => undefined)
    held.release()
  }
}

/** What people were told on days gone by reached those who have a telephone, then: texts of months ago do not leave today. */
async function tellAsSent(ownerPool: Pool, today: PlainDate): Promise<void> {
  await withScope(ownerPool, { lo: '0', hi: ':' }, 'write', (tx) =>
    tx.query(
      `update casework.notices n set sms_due_at = null,
              sms_state = case when exists (select from registry.people p where p.bureau_code = n.bureau_code and p.id = n.person_id
                                               and p.phone is not null) then 'sent' else 'none' end
        where n.sms_state = 'waiting' and n.created_at < $1::date`,
      [today],
    ),
  )
}
