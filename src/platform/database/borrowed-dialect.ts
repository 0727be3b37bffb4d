import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'

type Ask = (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>

/** kysely over a transaction that is not its own: it may ask, but neither begin nor end anything. */
export function borrowedDialect(query: Ask): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => borrowedDriver(query),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

function borrowedDriver(query: Ask): Driver {
  const nothing = async (): Promise<void> => undefined
  const never = async (): Promise<never> => {
    throw new Error('a transaction is begun and ended by withScope alone')
  }
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }): Promise<QueryResult<Row>> => {
      const { rows, rowCount, command } = await query(sql, parameters)
      return { rows: rows as Row[], ...(command !== 'SELECT' && { numAffectedRows: BigInt(rowCount ?? 0) }) }
    },
    // biome-ignore lint/correctness/useYield: the interface asks for a generator
    streamQuery: async function* (): AsyncGenerator<never> {
      throw new Error('streaming needs a cursor: write the query with tx.query')
    },
  }
  return {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: never,
    commitTransaction: never,
    rollbackTransaction: never,
    releaseConnection: nothing,
    destroy: nothing,
  }
}
