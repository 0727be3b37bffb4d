import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { type Broken, stopBroken, type Watch, WHOLE } from './stop-payments.ts'

/** Looks once through all books and stops payments where an invariant is broken. Gives the bureaus that break one now. */
export async function guardBooks(watch: Watch): Promise<readonly Broken[]> {
  const broken = await withScope(watch.pool, WHOLE, 'read', findBroken)
  await stopBroken(watch, broken)
  return broken
}

async function findBroken(tx: Tx): Promise<readonly Broken[]> {
  await tx.query(`set local statement_timeout = '2h'`, [])
  const { rows } = await tx.query<Broken>(
    `select bureau_code as bureau, string_agg(format('%s ×%s', invariant, found), ', ' order by length(invariant), invariant) as why
       from (select bureau_code, invariant, count(*) as found from ledger.breaks group by bureau_code, invariant) as one
      group by bureau_code order by bureau_code`,
  )
  return rows
}
