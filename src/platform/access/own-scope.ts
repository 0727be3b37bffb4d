import type { Pool, PoolClient } from 'pg'
import { rangeOf, type UnitCode } from '../../kernel/region-code.ts'

/** What a query of this folder runs on: a transaction that has a scope. */
export type Queries = Pick<PoolClient, 'query'>

/**
 * One transaction in the range of a unit, for what an account does to itself before anybody acts: opening a session,
 * using up a code. Commits when `run` is done, rolls back when it throws.
 */
export async function inScopeOf<T>(pool: Pool, unitCode: UnitCode, run: (tx: Queries) => Promise<T>): Promise<T> {
  const { lo, hi } = rangeOf(unitCode)
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    // `set local` and not set_config(): only the former reaches the shards of a distributed database.
    await client.query(
      `begin; set local citus.propagate_set_commands = 'local'; set local app.scope_lo = '${lo}'; set local app.scope_hi = '${hi}'`,
    )
    const value = await run(client)
    await client.query('commit')
    return value
  } catch (fault) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw fault
  } finally {
    client.release(broken)
  }
}
