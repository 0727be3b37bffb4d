import { Logger } from 'graphile-worker'
import pg from 'pg'

/**
 * A pool like the owner's, for the queue alone: the library expects the driver's own value types, where ours give a
 * bigint for int8 and text for an instant.
 */
export function openQueuePool(ownerPool: pg.Pool): pg.Pool {
  const { types: _ours, ...options } = ownerPool.options
  // The driver hides the password from enumeration, so that no log prints it; it has to be carried over by name.
  const { password } = ownerPool.options
  const pool = new pg.Pool({ ...options, ...(password === undefined ? {} : { password }), max: 4, application_name: 'guidui jobs' })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** The library reports each job that ends; what matters is said by us. */
export const quiet = new Logger(() => () => undefined)
