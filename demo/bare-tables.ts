import type { PoolClient } from 'pg'

interface Extra {
  readonly drop: string
  readonly create: string
}

export interface BareTables {
  /** Those that held no row: only these may be copied into frozen. */
  readonly empty: readonly string[]
  /** Puts keys, indexes and policies back, and counts the rows for the planner. */
  readonly dress: () => Promise<void>
}

/** Foreign keys from and to the tables, then their own keys, then their other indexes: in the order in which they can go. */
const EXTRAS = `
  with t as (select unnest($1::regclass[])::oid as oid)
  select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
         format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as create,
         case c.contype when 'f' then 0 else 1 end as rank, c.conname as name
    from pg_constraint c
   where c.contype in ('f', 'p', 'u') and c.conparentid = 0
     and (c.conrelid in (select oid from t) or (c.contype = 'f' and c.confrelid in (select oid from t)))
  union all
  select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 2, i.indexrelid::regclass::text
    from pg_index i
   where i.indrelid in (select oid from t) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
  order by rank, name`

/**
 * Takes keys, indexes and forced row-level security off some tables, inside the caller's transaction, and gives
 * what puts all of it back. Nobody else sees the tables bare: they are locked until the transaction ends. Checked row by
 * row the same keys cost several times as much.
 */
export async function bareTables(client: PoolClient, tables: readonly string[]): Promise<BareTables> {
  const { rows } = await client.query<Extra>(EXTRAS, [tables])
  for (const { drop } of rows) await client.query(drop)
  // Rows that are copied into a table emptied by the same transaction are born frozen: nothing has to visit them again.
  const empty = await emptyOf(client, tables)
  if (empty.length > 0) await client.query(`truncate ${empty.join(', ')}`)
  const forced = await client.query<{ name: string }>(
    'select oid::regclass::text as name from pg_class where oid = any($1::regclass[]) and relforcerowsecurity',
    [tables],
  )
  for (const { name } of forced.rows) await client.query(`alter table ${name} no force row level security`)
  const dress = async (): Promise<void> => {
    await client.query("set local maintenance_work_mem = '256MB'")
    for (const { create } of rows.toReversed()) await client.query(create)
    for (const { name } of forced.rows) await client.query(`alter table ${name} force row level security`)
    // A small sample: whoever waits for the first page waits for it, and the server's own round soon takes the full one.
    await client.query('set local default_statistics_target = 20')
    for (const table of tables) await client.query(`analyze ${table}`)
  }
  return { empty, dress }
}

async function emptyOf(client: PoolClient, tables: readonly string[]): Promise<string[]> {
  const asked = tables.map((table) => `select '${table}' as name where not exists (select from ${table})`)
  const { rows } = await client.query<{ name: string }>(asked.join(' union all '))
  return rows.map(({ name }) => name)
}
