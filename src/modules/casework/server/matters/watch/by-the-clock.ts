import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { UnitCode } from '../../../../../kernel/region-code.ts'
import type { Fact } from '../../../../../platform/actions/context.ts'
import { writeFacts } from '../../../../../platform/actions/write-facts.ts'
import type { Clock } from '../../../../../platform/clock/clock.ts'
import type { Tx } from '../../../../../platform/database/tx.ts'
import { appendLeaf } from '../../../../../platform/journal/append-leaf.ts'
import { CLOCK } from '../../../../../platform/journal/clock-account.ts'
import type { Secrets } from '../../../../../platform/secrets/secrets.ts'

const EVERY_MS = 3_600_000

/** The range of whoever works for everybody. */
export const WHOLE = { lo: '0', hi: ':' }

/** What the hourly rounds stand on. */
export interface Hourly {
  readonly pool: Pool
  readonly clock: Clock
  readonly secrets: Secrets
}

/** What the clock did in a transaction: its facts, and its leaf in the journal. */
export interface ClockDeed {
  readonly name: string
  readonly unitCode: UnitCode
  readonly facts: readonly Fact[]
  readonly detail: Readonly<Record<string, unknown>>
}

/** Writes facts and leaf of what the clock did, with the deed itself. */
export async function signByClock(tx: Tx, at: string, { name, unitCode, facts, detail }: ClockDeed): Promise<void> {
  await writeFacts(tx, { facts: [...facts], unitCode })
  await appendLeaf(tx, { id: uuidv7(), name, unitCode, accountId: CLOCK, at, detail })
}

/** Makes a round at once and every hour. What goes wrong is said and tried again. */
export function everyHour(round: () => Promise<unknown>, onFault: (fault: unknown) => void): { stop(): void } {
  const look = (): void => {
    round().catch(onFault)
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
