import type pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'
import { flightOf, type Passenger } from './flight.ts'
import type { Prepared } from './prepared.ts'

declare const inTransaction: unique symbol

/** A transaction under way: the only thing queries are run on. Useless once its transaction has ended. */
export interface Tx {
  readonly [inTransaction]: true
  /**
   * Asks. What is asked in the same turn of the event loop (`Promise.all`) travels together, in its order: each still
   * sees what those before it did, and after one that fails the rest are not run. A text without values may hold several
   * statements, and travels alone.
   */
  readonly query: <Row extends pg.QueryResultRow>(asked: string | Prepared, values?: readonly unknown[]) => Promise<pg.QueryResult<Row>>
  /** Asks together with the commit, after everything else: what it locks is held for no journey of ours. Its failure undoes all. */
  readonly queryLast: (asked: string | Prepared, values: readonly unknown[]) => void
  /** Everything done here is rolled back when the work returns: for a refusal found late. */
  readonly undo: () => void
}

/** A client handed out as a transaction. */
export interface OpenTx {
  readonly tx: Tx
  /** Asks beside the transaction's own questions, as its beginning and its end do. */
  readonly ask: Ask
  /** Takes the client back, and says how it is to end and what is to be asked with the commit. */
  readonly close: () => { readonly ending: 'keep' | 'undo'; readonly last: readonly Question[] }
}

type Question = readonly [asked: string | Prepared, values: readonly unknown[]]

export type Ask = (asked: string | Prepared, values?: readonly unknown[]) => Promise<pg.QueryResult>

/** Lets the stack of a fault lead to whoever asked, and not to the socket that brought it. */
function leadBack(fault: unknown): never {
  if (fault instanceof Error) Error.captureStackTrace(fault)
  throw fault
}

/** Asks a client, and lets what is asked in one turn travel in one flight. */
function askTogether(client: pg.ClientBase): Ask {
  let waiting: Passenger[] = []
  const depart = (): void => {
    const passengers = waiting
    waiting = []
    if (passengers.length > 0) client.query(flightOf(passengers, client.getTypeParser.bind(client)))
  }
  return (asked, values) => {
    if (typeof asked === 'string' && values === undefined) {
      depart()
      return client.query(asked)
    }
    const answer = new Promise<pg.QueryResult>((land, fail) => {
      const wired = (values ?? []).map((value) => prepareValue(value))
      if (waiting.length === 0) queueMicrotask(depart)
      waiting.push({ asked: typeof asked === 'string' ? { text: asked } : asked, values: wired, land, fail })
    })
    return answer.catch(leadBack)
  }
}

/** Hands out a client as a transaction. */
export function openTx(client: pg.ClientBase): OpenTx {
  const ask = askTogether(client)
  const state = { isOpen: true, ending: 'keep' as 'keep' | 'undo' }
  const last: Question[] = []
  // A forgotten `await` would otherwise run its query in the next borrower's transaction, and in the next one's scope.
  const query: Tx['query'] = (asked, values) =>
    state.isOpen ? ask(asked, values) : Promise.reject(new Error('this transaction has ended: was an await forgotten?'))
  const queryLast: Tx['queryLast'] = (...question) => {
    last.push(question)
  }
  const undo = (): void => {
    state.ending = 'undo'
  }
  const tx = { query, queryLast, undo } as Tx
  const close: OpenTx['close'] = () => {
    state.isOpen = false
    return { ending: state.ending, last }
  }
  return { tx, ask, close }
}
