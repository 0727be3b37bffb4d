import type { Pool } from 'pg'

/** Rows as the owner sees them over all bureaus; whatever the question does is taken back. */
export async function rowsOf<Row>(ownerPool: Pool, sql: string): Promise<Row[]> {
  const client = await ownerPool.connect()
  try {
    await client.query("begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'")
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.query('rollback')
    client.release()
  }
}
