import pg from 'pg'
import { VALUE_PARSERS } from './value-parsers.ts'

/** What a pool is for. Milliseconds; 0 = no limit. */
export interface PoolLimits {
  readonly name: string
  readonly max: number
  readonly statementTimeout: number
  readonly idleInTransactionTimeout: number
  readonly lockTimeout: number
  /** Asked of each new connection before anybody gets it. */
  readonly onConnect?: (client: pg.ClientBase) => Promise<void>
}

/** The application's: an answer that takes longer is of no use to anybody, and a transaction left open holds others up. */
export const APP_LIMITS: PoolLimits = {
  name: 'guidui',
  max: 10,
  statementTimeout: 15_000,
  idleInTransactionTimeout: 15_000,
  lockTimeout: 5_000,
}

/** Of requests of persons on /me, beside those of the offices: a rush at one door leaves the other open. */
export const ME_LIMITS: PoolLimits = { ...APP_LIMITS, name: 'guidui me', max: 6 }

/** The owner's: few connections, and migrations may take their time. */
export const OWNER_LIMITS: PoolLimits = {
  name: 'guidui owner',
  max: 3,
  statementTimeout: 0,
  idleInTransactionTimeout: 60_000,
  lockTimeout: 0,
}

/**
 * A pool whose sessions speak UTC and ISO, whose values come as {@link VALUE_PARSERS} says, and whose broken connections
 * are a line in the log: an `error` event that nobody listens to would end the process.
 */
export function makePool(connection: pg.ClientConfig, limits: PoolLimits, log: (line: string) => void): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: limits.max,
    application_name: limits.name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: limits.statementTimeout,
    idle_in_transaction_session_timeout: limits.idleInTransactionTimeout,
    lock_timeout: limits.lockTimeout,
    options: '-c timezone=UTC -c datestyle=ISO,YMD',
    types: VALUE_PARSERS,
    ...(limits.onConnect && { onConnect: limits.onConnect }),
  })
  pool.on('error', (fault) => log(`database: an idle connection of ${limits.name} broke: ${fault.message}`))
  // The pool listens only while a client is idle; in somebody's hands it would have no listener.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
