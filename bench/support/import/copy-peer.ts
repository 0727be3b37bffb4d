import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from, to } from 'pg-copy-streams'
import type { Bench } from '../open-bench.ts'
import { seconds } from '../promise.ts'

/** Every table that an import writes to. */
export const WRITTEN = [
  ...['registry.people', 'registry.person_versions', 'registry.service_records', 'registry.entitled_identities'],
  ...['registry.search_keys', 'registry.citizen_directory', 'registry.duplicate_suspicions', 'registry.imports', 'registry.import_batches'],
  ...['casework.visit_plans', 'spine.facts', 'spine.leaves', 'spine.heads', 'spine.files'],
]

export interface Copied {
  readonly seconds: number
  /** The same rows by COPY into the tables as they are, with all their indexes, checks and foreign keys. */
  readonly inUseSeconds: number
  readonly bytes: number
  readonly rows: Readonly<Record<string, number>>
}

const bareName = (table: string): string => `bare.${table.replace('.', '_')}`
const READ = { highWaterMark: 1 << 20 }

const KEY = `
  select string_agg(format('%I', a.attname), ', ' order by k.place) as columns
    from pg_constraint c cross join unnest(c.conkey) with ordinality k(number, place)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number
   where c.conrelid = $1::regclass and c.contype = 'p'`

/** The rows that landed, kept in files, are copied into tables of the same shape without anything; then come their primary keys. */
export async function copyAgain({ database }: Bench, directory: string): Promise<Copied> {
  const client = await database.ownerPool.connect()
  try {
    await client.query("set app.scope_lo = '0'; set app.scope_hi = ':'; set statement_timeout = 0")
    const keys = new Map<string, string>()
    let bytes = 0
    for (const table of WRITTEN) {
      const file = join(directory, table)
      await pipeline(client.query(to(`copy (select * from ${table}) to stdout with (format binary)`)), createWriteStream(file))
      bytes += (await stat(file)).size
      keys.set(table, (await client.query<{ columns: string }>(KEY, [table])).rows[0]?.columns ?? '')
    }
    await client.query('drop schema if exists bare cascade; create schema bare')
    await client.query('checkpoint')
    const taken = await seconds(async () => {
      for (const table of WRITTEN) await copyTable(client, { table, key: keys.get(table) ?? '', file: join(directory, table) })
    })
    const rows: Record<string, number> = {}
    for (const table of WRITTEN) rows[table] = await countRows(client, bareName(table))
    await client.query('drop schema bare cascade')
    return { seconds: taken, inUseSeconds: await copyIntoUse(client, directory), bytes, rows }
  } finally {
    client.release(true)
  }
}

async function copyTable(client: PoolClient, { table, key, file }: { table: string; key: string; file: string }): Promise<void> {
  const bare = bareName(table)
  await client.query(`create table ${bare} (like ${table})`)
  await pipeline(createReadStream(file, READ), client.query(from(`copy ${bare} from stdin with (format binary)`)))
  await client.query(`alter table ${bare} add primary key (${key})`)
}

/** What the database alone needs, by the fastest way that it has. */
async function copyIntoUse(client: PoolClient, directory: string): Promise<number> {
  await client.query(`truncate ${WRITTEN.join(', ')} cascade`)
  await client.query('checkpoint')
  return await seconds(async () => {
    for (const table of WRITTEN) {
      await pipeline(createReadStream(join(directory, table), READ), client.query(from(`copy ${table} from stdin with (format binary)`)))
    }
  })
}

async function countRows(client: PoolClient, table: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
  return rows[0]?.n ?? 0
}

/** How many rows of each table there are. */
export async function countWritten({ database }: Bench): Promise<Record<string, number>> {
  const client = await database.ownerPool.connect()
  try {
    await client.query("set app.scope_lo = '0'; set app.scope_hi = ':'")
    const rows: Record<string, number> = {}
    for (const table of WRITTEN) rows[table] = await countRows(client, table)
    return rows
  } finally {
    client.release(true)
  }
}

/** Empties what an import fills: every round begins with nothing. */
export async function emptyAll({ database }: Bench): Promise<void> {
  await database.ownerPool.query(`truncate ${WRITTEN.join(', ')} cascade`)
  await database.ownerPool.query('vacuum')
  await database.ownerPool.query('checkpoint')
}
