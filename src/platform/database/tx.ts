import { Kysely } from 'kysely'
import type pg from 'pg'
import { borrowedDialect } from './borrowed-dialect.ts'

declare const inTransaction: unique symbol

/** A transaction under way: the only thing queries are run on. Useless once its transaction has ended. */
export interface Tx {
  readonly [inTransaction]: true
  readonly query: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<pg.QueryResult<Row>>
  /** The same transaction for queries whose shape varies. `Tables` is the asking module's own. */
  readonly kysely: <Tables>() => Kysely<Tables>
  /** Everything done here is rolled back when the work returns: for a refusal found late. */
  readonly undo: () => void
}

/** Hands out a client as a transaction; `close` takes it back and says how it is to end. */
export function openTx(client: pg.ClientBase): { tx: Tx; close: () => 'keep' | 'undo' } {
  const state = { isOpen: true, ending: 'keep' as 'keep' | 'undo' }
  // A forgotten `await` would otherwise run its query in the next borrower's transaction, and in the next one's scope.
  const query: Tx['query'] = (text, values) =>
    state.isOpen
      ? client.query(text, values && [...values])
      : Promise.reject(new Error('this transaction has ended: was an await forgotten?'))
  const undo = (): void => {
    state.ending = 'undo'
  }
  const dialect = borrowedDialect(query)
  const tx = { query, undo, kysely: <Tables>() => new Kysely<Tables>({ dialect }) } as Tx
  const close = (): 'keep' | 'undo' => {
    state.isOpen = false
    return state.ending
  }
  return { tx, close }
}
