import { dayInChina } from '../../../../kernel/china-time.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { settleArrived } from '../funds/allocations.ts'
import { openMinuteLooks } from './look-minute.ts'
import { guardBooks } from './look-whole.ts'
import { type Watch, WHOLE } from './stop-payments.ts'

const EVERY_MS = 60_000
/** At 02:00 in China, when few pay. */
const NIGHT_MS = 2 * 3_600_000

/** Rows of append-only tables that were ever changed or removed, as the server counts them: no program of ours moves it. */
async function countAltered(tx: Tx): Promise<string> {
  const { rows } = await tx.query<{ count: string }>(
    `select coalesce(sum(n_tup_upd + n_tup_del), 0)::text as count from pg_stat_all_tables
      where schemaname = 'ledger' and relname in ('entries', 'postings', 'closings', 'intakes', 'bank_returns')`,
  )
  return rows[0]?.count ?? ''
}

/**
 * Looks through whole books when they are due: at the start, every night, and at once where a row was changed that only
 * somebody with more rights than the program can have changed. Gives whether it looked.
 */
export function openWholeLooks(watch: Watch): () => Promise<boolean> {
  let [night, altered] = ['', '']
  return async () => {
    const tonight = dayInChina(Date.parse(watch.clock.now()) - NIGHT_MS)
    const counted = await withScope(watch.pool, WHOLE, 'read', countAltered)
    if (night === tonight && altered === counted) return false
    await guardBooks(watch)
    ;[night, altered] = [tonight, counted]
    return true
  }
}

/** Every minute, each of the three beside the others: a whole look may take longer than many short ones. */
export function startGuarding(watch: Watch): { stop(): void } {
  const turns = [openMinuteLooks(watch), openWholeLooks(watch), () => settleArrived(watch)].map((turn) => alone(watch, turn))
  const look = (): void => {
    for (const turn of turns) void turn()
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** Once at a time. What goes wrong is said and tried again a minute later. */
function alone({ log }: Watch, turn: () => Promise<unknown>): () => Promise<void> {
  let isGoing = false
  return async () => {
    if (isGoing) return
    isGoing = true
    await turn()
      .catch((fault: unknown) => log(`ledger: ${String(fault)}`))
      .finally(() => {
        isGoing = false
      })
  }
}
