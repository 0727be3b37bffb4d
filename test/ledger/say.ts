import type { Pool } from 'pg'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import type { BureauCode } from '../../src/kernel/region-code.ts'
import type { hold, post } from '../../src/modules/ledger/index.ts'
import { withScope } from '../../src/platform/database/scope.ts'
import type { Tx } from '../../src/platform/database/tx.ts'

export type Posting = Parameters<typeof post>[1]
export type Hold = Parameters<typeof hold>[1]

const hand = (last: string): string => `00000000-0000-4000-8000-00000000000${last}`
export const HANDS = { madeBy: hand('a'), checkedBy: hand('b'), paidBy: null }
export const PAID = { ...HANDS, paidBy: hand('c') }
export const WHEN = { on: '2026-06-10' as PlainDate, at: '2026-06-10T02:00:00.000Z' }

/** What the door answers, as far as the run looks at it. */
export interface Said {
  readonly ok: boolean
  readonly refusal?: { code: string }
}

/** One message in a transaction of its own, as an action would: refused, nothing of it is kept. */
export async function say(pool: Pool, bureau: BureauCode, work: (tx: Tx) => Promise<Said>): Promise<string> {
  const scope = { lo: bureau, hi: `${bureau}:` }
  const said = await withScope(pool, scope, 'write', async (tx) => {
    const answer = await work(tx)
    if (!answer.ok) tx.undo()
    return answer
  })
  return said.ok ? 'done' : (said.refusal?.code ?? 'refused')
}
