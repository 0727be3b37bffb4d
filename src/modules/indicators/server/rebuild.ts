import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool, PoolClient } from 'pg'
import { from, to } from 'pg-copy-streams'
import { foldedAs } from '../domain/measures.ts'
import { definitions } from './definitions.ts'
import { FACT_COLUMNS, readFactLines } from './fact-lines.ts'
import { renumberRestored } from './renumber-restored.ts'
import { openBooks } from './take-facts.ts'

export interface Rebuilt {
  readonly facts: number
  readonly seconds: number
}

/**
 * Folds every fact anew, in one transaction: readers see the old cells until it is committed, and what is written
 * meanwhile is folded after it. For a changed definition, a restored database, or a first start with many facts.
 *
 * With the owner's pool it also mends a restored database, whose facts carry the transaction numbers of another server.
 */
export async function rebuild(pool: Pool): Promise<Rebuilt> {
  const began = performance.now()
  const client = await pool.connect()
  try {
    await renumberRestored(client)
    await client.query(`begin isolation level read committed; ${WHOLE_SETTINGS}`)
    await client.query(`select pg_advisory_xact_lock(hashtext('indicators.fold'))`)
    const { rows } = await client.query<{ until: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as until')
    const facts = await foldAnew(client, rows[0]?.until ?? '0')
    await client.query('commit')
    client.release()
    return { facts, seconds: (performance.now() - began) / 1000 }
  } catch (fault) {
    // Its COPY may have been cut in the middle: the connection is not given back.
    client.release(true)
    throw fault
  }
}

export const WHOLE_SETTINGS = `set local citus.propagate_set_commands = 'local'; set local app.scope_lo = '0'; set local app.scope_hi = ':';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0`

async function foldAnew(client: PoolClient, until: string): Promise<number> {
  const books = openBooks()
  const facts = client.query(to(`copy (select ${FACT_COLUMNS} from spine.facts where xid < '${until}'::xid8) to stdout`))
  const count = await readFactLines(facts, books.take)
  books.cells.sweepUp()
  await replaceRows(client, {
    table: 'cells',
    columns: 'measure, amounts',
    lines: books.cells.lines(books.measureAt),
  })
  const presence = books.presence()
  await replaceRows(client, {
    table: 'presence',
    columns: 'measure, person_id, months, nets',
    lines: allOf(presence.map((book) => book.presenceLines())),
  })
  await replaceRows(client, {
    table: 'links',
    columns: 'measure, month, prev_month, persons',
    lines: allOf(presence.map((book) => book.linkLines())),
  })
  const mark = `update indicators.folds set up_to = $1::xid8, folded_as = $2, folded_at = now() where bureau_code = '000000'`
  await client.query(mark, [until, foldedAs(definitions)])
  return count
}

function* allOf(parts: readonly Generator<string>[]): Generator<string> {
  for (const part of parts) yield* part
}

interface Rows {
  readonly table: string
  readonly columns: string
  readonly lines: Iterable<string>
}

/**
 * Puts new rows in the place of all old ones. COPY writes no table whose policies hold for the writer, so the
 * application copies into a temporary table and inserts from there.
 */
async function replaceRows(client: PoolClient, { table, columns, lines }: Rows): Promise<void> {
  const target = `indicators.${table}`
  const all = `bureau_code, unit_code, ${columns}`
  const { rows } = await client.query<{ is_bound: boolean }>(`select row_security_active($1::regclass) as is_bound`, [target])
  await client.query(`delete from ${target}`)
  if (rows[0]?.is_bound !== true) return copyInto(client, `${target} (${all})`, lines)
  await client.query(`create temporary table incoming_${table} on commit drop as select ${all} from ${target} limit 0`)
  await copyInto(client, `incoming_${table} (${all})`, lines)
  await client.query(`insert into ${target} (${all}) select ${all} from incoming_${table}`)
}

const ENOUGH = 1 << 16

function* chunks(lines: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const line of lines) {
    chunk += line
    if (chunk.length < ENOUGH) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

const copyInto = (client: PoolClient, target: string, lines: Iterable<string>): Promise<void> =>
  pipeline(Readable.from(chunks(lines)), client.query(from(`copy ${target} from stdin`)))
