import type { Pool, PoolClient } from 'pg'
import { to } from 'pg-copy-streams'
import { foldedAs } from '../domain/measures.ts'
import { definitions } from './definitions.ts'
import { FACT_COLUMNS, readFacts } from './fact-stream.ts'
import { openGathering } from './gather-facts.ts'
import { renumberRestored } from './renumber-restored.ts'
import { replaceAll } from './replace-rows.ts'
import { sweepCells } from './sweep-cells.ts'
import { walkPresence } from './walk-presence.ts'

export interface Rebuilt {
  readonly facts: number
  readonly seconds: number
}

/**
 * Folds every fact anew, in one transaction: what is written meanwhile is folded after it. Readers see the old cells
 * until it is committed; only where the owner rebuilds they wait while the new ones are written. For a changed definition, a restored database, or a first start with many facts.
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

/** What `rebuild` makes anew from the facts: no backup needs it. */
export const REBUILT_TABLES = ['indicators.cells', 'indicators.presence', 'indicators.links'] as const

export const WHOLE_SETTINGS = `set local citus.propagate_set_commands = 'local'; set local app.scope_lo = '0'; set local app.scope_hi = ':';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0; set local maintenance_work_mem = '256MB'`

async function foldAnew(client: PoolClient, until: string): Promise<number> {
  const { take, gathered } = openGathering()
  const stream = client.query(to(`copy (select ${FACT_COLUMNS} from spine.facts where xid < '${until}'::xid8) to stdout (format binary)`))
  const count = await readFacts(stream, take)
  const facts = gathered()
  const presence = walkPresence(facts)
  const key = 'bureau_code, unit_code, measure'
  // In this order: the links are known once the presence has been gone through.
  await replaceAll(client, [
    { table: 'indicators.cells', columns: `${key}, amounts`, write: (writer) => sweepCells(writer, facts) },
    { table: 'indicators.presence', columns: `${key}, person_id, months, nets`, write: presence.writePresence },
    { table: 'indicators.links', columns: `${key}, month, prev_month, persons`, write: presence.writeLinks },
  ])
  const mark = `update indicators.folds set up_to = $1::xid8, folded_as = $2, folded_at = now() where bureau_code = '000000'`
  await client.query(mark, [until, foldedAs(definitions)])
  return count
}
