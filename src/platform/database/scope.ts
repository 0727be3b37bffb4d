import pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'
import { openTx, type Tx } from './tx.ts'

export type { Tx } from './tx.ts'

/** What a transaction may see: a half-open range of division and unit codes; and for whom it acts. */
export interface Scope {
  readonly lo: string
  readonly hi: string
  readonly accountId?: string
}

const CODE = /^[0-9:-]{1,16}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Runs one READ COMMITTED transaction in which the database itself hides everything outside the scope.
 *
 * Committed when `run` returns (rolled back after `tx.undo()`), rolled back when it throws. The scope is set with
 * SET LOCAL and inlined, because set_config() does not reach the workers of a distributed database; hence the strict
 * check. It ends with the transaction: nothing is left on the pooled connection.
 *
 * @throws whatever `run` throws; an Error where the scope is not made of codes, or nothing was committed
 */
export async function withScope<T>(pool: pg.Pool, scope: Scope, mode: 'read' | 'write', run: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(pool, `${beginning(mode)}; ${scopeSettings(scope)}`, run)
}

/** The same without a scope, on the owner's pool: for migrations, loading and maintenance, never for a request. */
export async function withOwner<T>(pool: pg.Pool, run: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(pool, beginning('write'), run)
}

const beginning = (mode: 'read' | 'write'): string => `begin isolation level read committed read ${mode === 'read' ? 'only' : 'write'}`

function scopeSettings({ lo, hi, accountId }: Scope): string {
  if (!CODE.test(lo) || !CODE.test(hi)) throw new Error('a scope is two codes made of digits')
  if (accountId !== undefined && !UUID.test(accountId)) throw new Error('the account of a scope is a UUID')
  const account = accountId === undefined ? '' : `; set local app.account_id = '${accountId}'`
  return `set local citus.propagate_set_commands = 'local'; set local app.scope_lo = '${lo}'; set local app.scope_hi = '${hi}'${account}`
}

async function transact<T>(pool: pg.Pool, begin: string, run: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let isSound = false
  try {
    await client.query(begin)
    const { tx, close } = openTx(client)
    const outcome = await run(tx)
      .finally(close)
      .catch(async (fault: unknown) => {
        // What the database refused or we said ourselves is ordinary. After anything else the session's state is anybody's guess.
        if (fault instanceof pg.DatabaseError || fault instanceof PlainError) isSound = await rollBack(client)
        throw fault
      })
    isSound = await (close() === 'undo' ? rollBack(client) : commit(client))
    return outcome
  } finally {
    client.release(!isSound)
  }
}

async function rollBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  )
}

/** A transaction that had failed answers COMMIT with ROLLBACK and no error: to whoever swallowed the failure, we say it. */
async function commit(client: pg.PoolClient): Promise<boolean> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT') throw new Error('nothing was committed: a statement of this transaction had failed and its error was swallowed')
  return true
}
