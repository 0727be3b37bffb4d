import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from } from 'pg-copy-streams'
import { COPY_HEADER, COPY_TRAILER, type CopyWriter, makeCopyWriter } from './copy-writer.ts'

/** New rows of a table of the module. `write` writes some with each step. */
export interface NewRows {
  readonly table: string
  readonly columns: string
  readonly write: (writer: CopyWriter) => Iterable<void>
}

/**
 * Puts new rows in the place of all old ones, in the transaction under way. The owner of the tables has them filled at
 * once and indexed afterwards, and who reads meanwhile waits. COPY writes no table whose policies hold for the writer:
 * the application copies into a temporary table and inserts from there, and readers see the old rows until it commits.
 */
export async function replaceAll(client: PoolClient, parts: readonly NewRows[]): Promise<void> {
  const names = parts.map(({ table }) => table)
  const { rows } = await client.query<{ is_owner: boolean }>(
    `select bool_and(pg_has_role(relowner, 'usage')) as is_owner from pg_class where oid = any($1::regclass[])`,
    [names],
  )
  const isOwner = rows[0]?.is_owner === true
  if (isOwner) await client.query(`lock table ${names.join(', ')} in access exclusive mode; truncate ${names.join(', ')}`)
  for (const part of parts) await (isOwner ? fill(client, part) : insert(client, part))
}

interface Indexes {
  readonly drop: string
  readonly create: string
}

/** What drops a table's key and indexes, and what makes them again as they were. */
async function indexesOf(client: PoolClient, table: string): Promise<Indexes> {
  const { rows } = await client.query<Indexes>(
    `select case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
                 else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as drop,
            case when c.oid is null then pg_get_indexdef(i.indexrelid)
                 else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as create
       from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u') where i.indrelid = $1::regclass`,
    [table],
  )
  return { drop: rows.map((row) => row.drop).join(';'), create: rows.map((row) => row.create).join(';') }
}

async function fill(client: PoolClient, { table, columns, write }: NewRows): Promise<void> {
  const indexes = await indexesOf(client, table)
  await client.query(`${indexes.drop}; alter table ${table} no force row level security`)
  await copyInto(client, `copy ${table} (${columns}) from stdin (format binary, freeze)`, write)
  await client.query(`${indexes.create}; alter table ${table} force row level security`)
}

async function insert(client: PoolClient, { table, columns, write }: NewRows): Promise<void> {
  await client.query(`delete from ${table}; create temporary table incoming on commit drop as select ${columns} from ${table} limit 0`)
  await copyInto(client, `copy incoming (${columns}) from stdin (format binary)`, write)
  await client.query(`insert into ${table} (${columns}) select ${columns} from incoming; drop table incoming`)
}

const ENOUGH = 1 << 18

function* chunks(write: NewRows['write']): Generator<Buffer> {
  const writer = makeCopyWriter()
  yield COPY_HEADER
  for (const _row of write(writer)) if (writer.size() >= ENOUGH) yield writer.take()
  yield writer.take()
  yield COPY_TRAILER
}

const copyInto = (client: PoolClient, copy: string, write: NewRows['write']): Promise<void> =>
  pipeline(Readable.from(chunks(write)), client.query(from(copy)))
