import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { type Scope, scopeSettings } from './scope.ts'

/**
 * The rows of a query in PostgreSQL's binary COPY form, as the scope sees them: for a million rows, which the driver would
 * each make an object of. One READ COMMITTED, read-only transaction of its own, open for as long as somebody reads.
 *
 * `select` takes no values: whoever writes one into it has checked it. Whoever stops reading early ends the connection.
 */
export async function* copyOut(pool: pg.Pool, scope: Scope, select: string): AsyncGenerator<Buffer> {
  const settings = scopeSettings(scope).map((one) => (typeof one === 'string' ? one : one.text))
  const client = await pool.connect()
  let isWhole = false
  try {
    // How long it takes is up to the reader, who may be writing to a disk.
    await client.query(['begin isolation level read committed read only', ...settings, 'set local statement_timeout = 0'].join('; '))
    yield* client.query(to(`copy (${select}) to stdout with (format binary)`)) as AsyncIterable<Buffer>
    await client.query('commit')
    isWhole = true
  } finally {
    // In the middle of a COPY it can be asked nothing else.
    client.release(!isWhole)
  }
}
