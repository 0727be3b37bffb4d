import type { PoolClient } from 'pg'
import { PlainError } from '../../../kernel/plain-error.ts'

/**
 * After a logical restore the facts carry the transaction numbers of the server they came from, which this one will only
 * give out in times to come: they would count as not yet folded for ever. They get the number of this transaction.
 *
 * @throws PlainError where that is needed and the connection is not the owner's
 */
export async function renumberRestored(client: PoolClient): Promise<void> {
  const settings = `set local app.scope_lo = '0'; set local app.scope_hi = ':'; set local statement_timeout = 0`
  await client.query(`begin; ${settings}`)
  const { rows } = await client.query<{ is_foreign: boolean; may_update: boolean }>(
    `select exists (select from spine.facts where xid >= pg_snapshot_xmax(pg_current_snapshot())) as is_foreign,
            has_table_privilege('spine.facts', 'update') as may_update`,
  )
  const { is_foreign: isForeign, may_update: mayUpdate } = rows[0] ?? { is_foreign: false, may_update: false }
  if (isForeign && !mayUpdate) {
    await client.query('rollback')
    throw new PlainError({
      zh: '数据库是恢复来的，统计数字需要重建：请运行 guidui indicators rebuild。',
      en: 'The database was restored from elsewhere and the figures must be made anew: run guidui indicators rebuild.',
    })
  }
  // A policy for update does not exist: only an owner who is bound by none can do this, and it is no change of what happened.
  if (isForeign) {
    await client.query('alter table spine.facts no force row level security')
    await client.query('update spine.facts set xid = pg_current_xact_id() where xid >= pg_snapshot_xmax(pg_current_snapshot())')
    await client.query('alter table spine.facts force row level security')
  }
  await client.query('commit')
}
