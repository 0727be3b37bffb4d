import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import type { BureauCode } from '../../src/kernel/region-code.ts'
import { openFund, post, systemAccount } from '../../src/modules/ledger/index.ts'
import { type Scope, withScope } from '../../src/platform/database/scope.ts'

const BUREAU = '500112' as BureauCode
const AT = '2026-02-10T02:00:00.000Z'

/** Opens a benefit fund of 渝北区 that holds so much: its id. */
export async function openFundOf(pool: Pool, scope: Scope, fen: bigint): Promise<string> {
  const [id, maker, checker] = [uuidv7(), uuidv7(), uuidv7()]
  await withScope(pool, scope, 'write', async (tx) => {
    const head = { id, bureau: BUREAU, parentId: null, fundKind: 'benefit', name: `抚恤 ${id}`, purpose: null, at: AT, by: maker } as const
    const opened = await openFund(tx, head)
    const source = await systemAccount(tx, { bureau: BUREAU, kind: 'source', by: maker, at: AT })
    const moves = [
      { accountId: source, amountFen: -fen },
      { accountId: id, amountFen: fen },
    ]
    const told = {
      id: uuidv7(),
      bureau: BUREAU,
      kind: 'income',
      moves,
      purpose: null,
      memo: '预算',
      madeBy: maker,
      checkedBy: checker,
      paidBy: null,
    } as const
    const posted = await post(tx, { ...told, on: '2026-02-10' as PlainDate, at: AT })
    if (!opened.ok || !posted.ok) throw new Error('no fund')
  })
  return id
}
