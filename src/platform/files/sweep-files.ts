import type { Pool } from 'pg'
import { withScope } from '../database/scope.ts'
import type { FileStore } from './file-store.ts'

const EVERY_MS = 3_600_000
const AT_ONCE = 500

/**
 * Removes the bytes of files that have expired, unless the same bytes were stored again since. The rows stay: they say
 * that there was a file, and whose.
 */
export async function sweepFiles(parts: { pool: Pool; files: FileStore; now: string }): Promise<number> {
  const { rows } = await withScope(parts.pool, { lo: '0', hi: ':' }, 'read', (tx) =>
    tx.query<{ address: string }>(
      `select address from spine.files where expires_at > $1::timestamptz - interval '30 days'
        group by address having max(expires_at) <= $1 order by max(expires_at) desc limit ${AT_ONCE}`,
      [parts.now],
    ),
  )
  for (const { address } of rows) await parts.files.remove(address)
  return rows.length
}

/** Sweeps at once and every hour. What goes wrong is said and tried again. */
export function startSweeping(parts: { pool: Pool; files: FileStore; now: () => string; log: (line: string) => void }): { stop(): void } {
  const sweep = (): void => {
    sweepFiles({ ...parts, now: parts.now() }).catch((fault: unknown) => parts.log(`files: the sweep failed: ${String(fault)}`))
  }
  sweep()
  const timer = setInterval(sweep, EVERY_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
