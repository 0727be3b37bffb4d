import pg from 'pg'
import { stemOf } from '../oracle/places.ts'

/** What came of a statement: how many rows, the first of them, or the database's refusal. */
export interface Outcome {
  readonly rows: number
  readonly row?: Record<string, unknown> | undefined
  readonly code?: string | undefined
  readonly message?: string
}

/** The range of a place in the words of the policies: its own digits, and the next number of as many digits. */
function rangeWords(place: string): readonly [string, string] {
  const stem = stemOf(place)
  if (stem === '') return ['0', ':']
  return [stem, stem.slice(0, -1) + String.fromCharCode(stem.charCodeAt(stem.length - 1) + 1)]
}

/**
 * Runs one statement as the application's role inside a range, or inside none, and rolls it back.
 *
 * The connection has been used with a range before: what is left of it then is '' and not NULL.
 */
export async function askAsApp(pool: pg.Pool, place: string | undefined, sql: string, values: readonly unknown[] = []): Promise<Outcome> {
  const client = await pool.connect()
  try {
    await client.query("begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'; rollback; begin")
    if (place !== undefined) {
      const [lo, hi] = rangeWords(place)
      await client.query(`set local app.scope_lo = '${lo}'; set local app.scope_hi = '${hi}'`)
    }
    const { rowCount, rows } = await client.query<Record<string, unknown>>(sql, [...values])
    return { rows: rowCount ?? 0, row: rows[0] }
  } catch (fault) {
    if (!(fault instanceof pg.DatabaseError)) throw fault
    return { rows: 0, code: fault.code, message: fault.message }
  } finally {
    await client.query('rollback')
    client.release()
  }
}
