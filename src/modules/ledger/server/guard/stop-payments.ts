import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { BureauCode } from '../../../../kernel/region-code.ts'
import type { Clock } from '../../../../platform/clock/clock.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { appendLeaf } from '../../../../platform/journal/append-leaf.ts'
import { CLOCK } from '../../../../platform/journal/clock-account.ts'
import { unitOf } from '../hands.ts'

/** The books of everybody: who watches them stands outside of all bureaus. */
export const WHOLE = { lo: '0', hi: ':' }

export interface Watch {
  readonly pool: Pool
  readonly clock: Clock
  readonly log: (line: string) => void
}

/** A bureau whose books break an invariant. */
export interface Broken {
  readonly bureau: BureauCode
  /** `I2 ×3, I3 ×1`. */
  readonly why: string
}

/** Payments of these bureaus stop, and the alarm is said once for each that was going on until now. */
export async function stopBroken({ pool, clock, log }: Watch, broken: readonly Broken[]): Promise<void> {
  for (const { bureau, why } of broken) {
    const isNew = await withScope(pool, WHOLE, 'write', (tx) => stopPayments(tx, clock, { bureau, why }))
    if (isNew) log(`账务不变量被破坏，${bureau} 停止支付：${why}。请查看资金页并联系管理员。`)
  }
}

/** Waits for what is being paid; whatever comes later finds the books stopped. False where they were already. */
async function stopPayments(tx: Tx, clock: Clock, { bureau, why }: Broken): Promise<boolean> {
  const now = clock.now()
  const { rowCount } = await tx.query(
    'update ledger.books set stopped_at = $2, stopped_why = $3 where bureau_code = $1 and stopped_at is null',
    [bureau, now, why],
  )
  if (rowCount !== 1) return false
  await appendLeaf(tx, { id: uuidv7(), name: 'ledger.stop', unitCode: unitOf(bureau), accountId: CLOCK, at: now, detail: { why } })
  return true
}
