import type { Pool } from 'pg'
import { type Tx, withScope } from '../../../platform/database/scope.ts'
import { compileMeasures, foldedAs } from '../domain/measures.ts'
import { definitions } from './definitions.ts'
import type { FactRow } from './fact-rows.ts'
import { foldCells } from './fold-cells.ts'
import { foldPresence } from './fold-presence.ts'

/** Everything: the fold writes the figures of every node. */
export const WHOLE = { lo: '0', hi: ':' } as const

/** Beyond this many facts waiting, folding anew from a stream is quicker and needs less memory. */
const TOO_MANY = 100_000

/**
 * So many facts are taken at once: the more there are, the more of them meet in one row above their townships. But every
 * answer reads all of them until the last one is in: so a fold that has fallen behind catches up step by step, and with each
 * step there is less to read.
 */
export const A_BATCH = 2_000

const measuresOf = compileMeasures(definitions)

/** What a fold did: how many facts it took; `elsewhere`: another process is folding; `rebuild`: the store must be made anew. */
export type Folded = number | 'elsewhere' | 'rebuild'

/** One folder at a time in the whole installation; the lock goes with the transaction. */
export async function isOnlyFolder(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ taken: boolean }>(`select pg_try_advisory_xact_lock(hashtext('indicators.fold')) as taken`)
  return rows[0]?.taken === true
}

interface Mark {
  readonly since: string
  readonly until: string
  readonly isSound: boolean
}

/**
 * Facts from the mark to the oldest transaction still running: all of them are final, and whatever commits later is
 * younger. A mark beyond what this server has ever given out comes from another one: a restored database.
 */
async function readMark(tx: Tx): Promise<Mark> {
  const { rows } = await tx.query<{ since: string; until: string; is_sound: boolean }>(
    `select f.up_to::text as since, pg_snapshot_xmin(s)::text as until, f.up_to <= pg_snapshot_xmax(s) and f.folded_as = $1 as is_sound
       from indicators.folds f, pg_current_snapshot() s where f.bureau_code = '000000'`,
    [foldedAs(definitions)],
  )
  const row = rows[0]
  if (!row) throw new Error('indicators.folds has lost its row: restore it, or run guidui indicators rebuild')
  return { since: row.since, until: row.until, isSound: row.is_sound }
}

/**
 * Where a batch ends: before the transaction in which its last fact but one more lies, or behind that transaction, where it
 * is larger than a batch. Undefined where so many facts wait that the store is better made anew.
 */
async function endOfBatch(tx: Tx, { since, until }: Mark): Promise<string | undefined> {
  const waiting = 'from spine.facts where xid >= $1::xid8 and xid < $2::xid8'
  const { rows } = await tx.query<{ first: string; next: string; is_too_many: boolean }>(
    `select (select xid::text ${waiting} order by xid limit 1) as first, b.xid::text as next,
            exists (select ${waiting} offset ${TOO_MANY}) as is_too_many
       from (select xid ${waiting} order by xid offset ${A_BATCH} limit 1) b`,
    [since, until],
  )
  const row = rows[0]
  if (!row) return until
  if (row.is_too_many) return undefined
  return row.next === row.first ? String(BigInt(row.next) + 1n) : row.next
}

/**
 * Takes what has been committed since the last fold, at most about {@link A_BATCH} facts, into the cells and moves the mark, in
 * one transaction: all or nothing.
 */
export async function foldOnce(pool: Pool): Promise<Folded> {
  return await withScope(pool, WHOLE, 'write', async (tx) => {
    if (!(await isOnlyFolder(tx))) return 'elsewhere'
    const mark = await readMark(tx)
    if (!mark.isSound) return 'rebuild'
    const until = await endOfBatch(tx, mark)
    if (until === undefined) return 'rebuild'
    const { rows } = await tx.query<{
      unit_code: string
      on_day: string
      quantity: bigint
      person_ids: string[]
      kind: string
      dimensions: Record<string, string>
    }>('select unit_code, on_day, quantity, person_ids, kind, dimensions from spine.facts where xid >= $1::xid8 and xid < $2::xid8', [
      mark.since,
      until,
    ])
    // The mark stays where nothing came: an idle house writes nothing.
    if (rows.length > 0) await take(tx, rows, until)
    return rows.length
  })
}

/**
 * The mark and the cells are of one transaction, made from facts that are durable: a fold that a crash undoes is done
 * again. So nobody waits for the disk on its account. And no plan is made for the number of rows at hand: each is found by
 * its key, where a plan of a large fold's own would read whole tables.
 */
async function take(tx: Tx, facts: readonly FactRow[], until: string): Promise<void> {
  await tx.query('set local synchronous_commit = off; set local plan_cache_mode = force_generic_plan')
  await foldCells(tx, facts, measuresOf)
  await foldPresence(tx, facts, measuresOf)
  await tx.query(`update indicators.folds set up_to = $1::xid8, folded_at = now() where bureau_code = '000000'`, [until])
}
