import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { AccountId } from '../../../../kernel/id.ts'
import { type BureauCode, bureauOf, type RegionCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Clock } from '../../../../platform/clock/clock.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { appendLeaf } from '../../../../platform/journal/append-leaf.ts'
import * as contract from '../../contract.ts'
import { settleArrived } from '../funds/allocations.ts'
import { unitOf } from '../hands.ts'
import { lockBooks } from '../lock-books.ts'

const EVERY_MS = 60_000

/** The account under which the clock acts: nobody. */
const CLOCK = AccountId.parse('00000000-0000-4000-8000-000000000000')
const WHOLE = { lo: '0', hi: ':' }

interface Watch {
  readonly pool: Pool
  readonly clock: Clock
  readonly log: (line: string) => void
}

interface Broken {
  readonly bureau: BureauCode
  /** `I2 ×3, I3 ×1`. */
  readonly why: string
}

/** Looks once through all books and stops payments where an invariant is broken. Gives the bureaus that break one now. */
export async function guardBooks({ pool, clock, log }: Watch): Promise<readonly Broken[]> {
  const broken = await withScope(pool, WHOLE, 'read', findBroken)
  for (const { bureau, why } of broken) {
    const isNew = await withScope(pool, WHOLE, 'write', (tx) => stopPayments(tx, clock, { bureau, why }))
    if (isNew) log(`账务不变量被破坏，${bureau} 停止支付：${why}。请查看资金页并联系管理员。`)
  }
  return broken
}

async function findBroken(tx: Tx): Promise<readonly Broken[]> {
  await tx.query(`set local statement_timeout = '5min'`, [])
  const { rows } = await tx.query<Broken>(
    `select bureau_code as bureau, string_agg(format('%s ×%s', invariant, found), ', ' order by length(invariant), invariant) as why
       from (select bureau_code, invariant, count(*) as found from ledger.breaks group by bureau_code, invariant) as one
      group by bureau_code order by bureau_code`,
  )
  return rows
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

export const resumePayments = action(contract.resumePayments, {
  grant: 'ledger.approve',
  where: ({ place }) => place,
  refusals: { 'not-stopped': 409, 'still-broken': 409 },
  async run({ tx, unitCode }, { place }) {
    const bureau = bureauOf(unitCode)
    const books = await lockBooks(tx, bureau, 'alone')
    if (!books?.isStopped) return refuse({ code: 'not-stopped' })
    const { rows } = await tx.query<{ count: number }>('select count(*)::integer as count from ledger.breaks where bureau_code = $1', [
      bureau,
    ])
    const count = rows[0]?.count ?? 0
    if (count > 0) return refuse({ code: 'still-broken', count })
    await tx.query('update ledger.books set stopped_at = null, stopped_why = null where bureau_code = $1', [bureau])
    return ok({ place: place as RegionCode })
  },
})

/** Every minute: invariants, and what has arrived below leaves transit. What goes wrong is said and tried again. */
export function startGuarding(watch: Watch): { stop(): void } {
  const look = (): void => {
    Promise.all([guardBooks(watch), settleArrived(watch)]).catch((fault: unknown) => watch.log(`ledger: ${String(fault)}`))
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
