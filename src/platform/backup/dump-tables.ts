import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import type { Ending, Frame, Manifest, WrittenTable } from './frames.ts'

/** Who was signed in, and codes under way: whoever comes back to a restored database signs in anew. */
const NOT_KEPT = ['access.sessions', 'access.personal_sessions', 'access.phone_codes', 'app.migrations', 'graphile_worker.migrations']

const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name,
    array(select quote_ident(a.attname) from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
   order by n.nspname, c.relname`

const SEQUENCES = `
  select format('%I.%I', schemaname, sequencename) as name, (coalesce(last_value, 0) + 1)::text as next from pg_sequences
   where schemaname !~ '^pg_' order by 1`

const HEADS = `select bureau_code as "bureauCode", seq::text as leaves, encode(hash, 'hex') as hash from spine.heads order by bureau_code`

/** Texts that mean the same on every server; rows that a policy would hide are a fault and not left out. */
const SETTINGS = `set local row_security = off; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local extra_float_digits = 3; set local timezone = 'UTC'`

/** Begins the one moment that all of a backup is of: what is written meanwhile is in none of it. */
export const beginMoment = (client: pg.ClientBase): Promise<unknown> =>
  client.query(`begin isolation level repeatable read read only; ${SETTINGS}`)

/** What the database of this moment is. `leftOut` are tables that are made anew from the others. */
export async function readManifest(
  client: pg.ClientBase,
  { madeAt, leftOut }: { madeAt: string; leftOut: readonly string[] },
): Promise<Manifest> {
  const server = await client.query<{ server_version: string }>('show server_version')
  const migrations = await client.query<Manifest['migrations'][number]>('select name, sha256 from app.migrations order by name')
  const queue = await client.query<{ id: number }>('select id from graphile_worker.migrations order by id')
  const tables = await client.query<WrittenTable>(TABLES)
  const left = new Set([...NOT_KEPT, ...leftOut])
  return {
    kind: 'manifest',
    format: 1,
    madeAt,
    server: server.rows[0]?.server_version ?? '',
    migrations: migrations.rows,
    queue: queue.rows.map(({ id }) => id),
    tables: tables.rows.filter(({ name }) => !left.has(name)),
  }
}

/** The rows of the tables, each table followed by how many they were and what they hash to. @returns how many they were together */
export async function* dumpTables(client: pg.ClientBase, tables: readonly WrittenTable[]): AsyncGenerator<Frame, number> {
  let all = 0
  for (const { name, columns } of tables) {
    const hash = createHash('sha256')
    let rows = 0
    for await (const body of client.query(to(`copy ${name} (${columns.join(', ')}) to stdout`)) as AsyncIterable<Buffer>) {
      hash.update(body)
      // In this form a line break ends a row and stands nowhere else.
      for (let at = body.indexOf(0x0a); at !== -1; at = body.indexOf(0x0a, at + 1)) rows += 1
      yield { head: { kind: 'rows', table: name }, body }
    }
    yield { head: { kind: 'table', table: name, rows, sha256: hash.digest('hex') } }
    all += rows
  }
  return all
}

/** What is true of the moment beside its rows. */
export async function readEnds(client: pg.ClientBase): Promise<Pick<Ending, 'sequences' | 'heads'>> {
  const sequences = await client.query<Ending['sequences'][number]>(SEQUENCES)
  const heads = await client.query<Ending['heads'][number]>(HEADS)
  return { sequences: sequences.rows, heads: heads.rows }
}
