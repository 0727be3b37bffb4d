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

/** In which range a statement is run, for whose file, and as which account: each may be left out. */
export interface Asking {
  readonly place?: string | undefined
  readonly personId?: string | undefined
  readonly accountId?: string | undefined
}

/** Runs one statement as the application's role inside a range, or inside none, and rolls it back. */
export const askAsApp = (pool: pg.Pool, place: string | undefined, sql: string, values: readonly unknown[] = []): Promise<Outcome> =>
  askAs(pool, { place }, sql, values)

const SOMEBODY = '00000000-0000-4000-8000-000000000000'
const usedBefore = `begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'; set local app.person_id = '${SOMEBODY}';
  set local app.account_id = '${SOMEBODY}'; rollback; begin`

function settingsOf({ place, personId, accountId }: Asking): string[] {
  const [lo, hi] = place === undefined ? [] : rangeWords(place)
  const settings = { scope_lo: lo, scope_hi: hi, person_id: personId, account_id: accountId }
  return Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [`set local app.${name} = '${value}'`]))
}

/**
 * Runs one statement as the role of a pool and rolls it back.
 *
 * The connection has been used before: what is left of its settings then is '' and not NULL.
 */
export async function askAs(pool: pg.Pool, asking: Asking, sql: string, values: readonly unknown[] = []): Promise<Outcome> {
  const client = await pool.connect()
  try {
    await client.query([usedBefore, ...settingsOf(asking)].join('; '))
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
