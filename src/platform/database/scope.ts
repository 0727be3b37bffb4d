import pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'
import { type Prepared, prepared } from './prepared.ts'
import { type Ask, type OpenTx, openTx, type Tx } from './tx.ts'

export type { Tx } from './tx.ts'

/** What a transaction may see: a half-open range of division and unit codes; and for whom it acts. */
export interface Scope {
  readonly lo: string
  readonly hi: string
  readonly accountId?: string
  /** The one file that may be seen, where a person acts on /me: then the pool is that of `guidui_me`, whose policies ask for it. */
  readonly personId?: string
}

/** Of nobody: no row of any bureau, only what a function of the database gives out. What anybody may read on `/open` is read so. */
export const NOBODY: Scope = { lo: '0', hi: '0' }

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
  return transact(pool, [BEGIN[mode], ...scopeSettings(scope)], run)
}

/** The same without a scope, on the owner's pool: for migrations, loading and maintenance, never for a request. */
export async function withOwner<T>(pool: pg.Pool, run: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(pool, [BEGIN.write], run)
}

/** From here on the transaction sees what another scope sees, and acts for whom it names; never wider than the one it began with. */
export async function enterScope(tx: Tx, scope: Scope): Promise<void> {
  await Promise.all(scopeSettings(scope).map((statement) => tx.query(statement, [])))
}

const BEGIN = {
  read: prepared('begin isolation level read committed read only'),
  write: prepared('begin isolation level read committed read write'),
}
const COMMIT = prepared('commit')
const LOCAL_ONLY = prepared(`set local citus.propagate_set_commands = 'local'`)

/** The statements that set a scope for the transaction that runs them. */
export function scopeSettings({ lo, hi, accountId, personId }: Scope): (string | Prepared)[] {
  if (!CODE.test(lo) || !CODE.test(hi)) throw new Error('a scope is two codes made of digits')
  const range = [LOCAL_ONLY, `set local app.scope_lo = '${lo}'`, `set local app.scope_hi = '${hi}'`]
  return [...range, ...setting('account_id', accountId), ...setting('person_id', personId)]
}

function setting(name: 'account_id' | 'person_id', id: string | undefined): string[] {
  if (id === undefined) return []
  if (!UUID.test(id)) throw new Error(`the ${name} of a scope is a UUID`)
  return [`set local app.${name} = '${id}'`]
}

async function transact<T>(pool: pg.Pool, beginning: readonly (string | Prepared)[], run: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let isSound = false
  try {
    const { tx, ask, close } = openTx(client)
    // Not waited for: it travels with the first question, which is not run where the beginning fails, nor is any other.
    const begun = beginning.map((statement) => ask(statement, []))
    for (const begins of begun) begins.catch(close)
    const outcome = await finish(run, { tx, ask, close, begun }).catch(async (fault: unknown) => {
      // What the database refused or we said ourselves is ordinary. After anything else the session's state is anybody's guess.
      if (fault instanceof pg.DatabaseError || fault instanceof PlainError) isSound = await rollBack(client)
      throw fault
    })
    isSound = close().ending === 'keep' || (await rollBack(client))
    return outcome
  } finally {
    client.release(!isSound)
  }
}

/** The work, and where it is to be kept its commit. */
async function finish<T>(run: (tx: Tx) => Promise<T>, open: OpenTx & { begun: readonly Promise<unknown>[] }): Promise<T> {
  const outcome = await run(open.tx).finally(open.close)
  await Promise.all(open.begun)
  const { ending, last } = open.close()
  if (ending === 'keep') await commit(open.ask, last)
  return outcome
}

async function rollBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  )
}

/** A transaction that had failed answers COMMIT with ROLLBACK and no error: to whoever swallowed the failure, we say it. */
async function commit(ask: Ask, last: ReturnType<OpenTx['close']>['last']): Promise<void> {
  const answers = await Promise.all([...last, [COMMIT, []] as const].map(([asked, values]) => ask(asked, values)))
  if (answers.at(-1)?.command !== 'COMMIT')
    throw new Error('nothing was committed: a statement of this transaction had failed and its error was swallowed')
}
