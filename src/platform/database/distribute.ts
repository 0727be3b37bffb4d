import type pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'

/** One call to Citus: what it does to which table. */
export interface DistributionCall {
  readonly table: string
  readonly does: 'reference' | 'directory' | 'tenant'
  readonly sql: string
}

interface OurTable {
  readonly name: string
  readonly does: DistributionCall['does']
  /** The first column of its primary key. */
  readonly key: string
  /** Something else is unique in it, too: that can only be seen to where all of it is. */
  readonly isWhole: boolean
  /** Other tenant tables that its foreign keys lead to. */
  readonly parents: readonly string[]
}

/** What a table is, its comment says: `Reference: ` is read by all, `Directory: ` holds what is unique in the nation; the others are of bureaus. */
const TABLES = `
  with ours as (
    select c.oid, format('%I.%I', n.nspname, c.relname) as name, coalesce(obj_description(c.oid, 'pg_class'), '') as note
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker', 'app')
  )
  select o.name, case when o.note ~ '^Reference: ' then 'reference' when o.note ~ '^Directory: ' then 'directory' else 'tenant' end as does,
    (select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indrelid = o.oid and i.indisprimary) as key,
    exists (select from pg_index i join pg_index k on k.indrelid = i.indrelid and k.indisprimary
             where i.indrelid = o.oid and i.indisunique and not k.indkey[0] = any (i.indkey::int2[])) as "isWhole",
    array(select distinct r.name from pg_constraint f join ours r on r.oid = f.confrelid
           where f.conrelid = o.oid and f.contype = 'f' and r.oid <> o.oid and r.note !~ '^(Reference|Directory): ') as parents
    from ours o order by o.name`

const callOf = ({ name, does, key, isWhole }: OurTable): DistributionCall => {
  const reference = `select create_reference_table('${name}')`
  const how = {
    reference,
    directory: isWhole ? reference : `select create_distributed_table('${name}', '${key}', colocate_with => 'none')`,
    // Of one type and one number of shards: the rows of a bureau lie together, whichever table they are of.
    tenant: `select create_distributed_table('${name}', '${key}')`,
  }
  return { table: name, does, sql: how[does] }
}

/**
 * The calls that put this schema on many machines, in their order: what all refer to first, then each table after those
 * that its foreign keys lead to.
 *
 * @throws Error where foreign keys lead in a circle
 */
export async function planDistribution(client: Pick<pg.ClientBase, 'query'>): Promise<DistributionCall[]> {
  const { rows } = await client.query<OurTable>(TABLES)
  const calls = rows.filter(({ does }) => does !== 'tenant').map(callOf)
  const placed = new Set<string>()
  let left = rows.filter(({ does }) => does === 'tenant')
  while (left.length > 0) {
    const next = left.filter(({ parents }) => parents.every((parent) => placed.has(parent)))
    if (next.length === 0) throw new Error(`foreign keys lead in a circle: ${left.map(({ name }) => name).join(', ')}`)
    for (const { name } of next) placed.add(name)
    calls.push(...next.map(callOf))
    left = left.filter(({ name }) => !placed.has(name))
  }
  return calls.toSorted((a, b) => ORDER[a.does] - ORDER[b.does])
}

const ORDER = { reference: 0, directory: 1, tenant: 2 } as const

/**
 * Issues the calls on a coordinator of Citus. Run again it goes on where it was: tables that are distributed are passed over.
 *
 * @returns the calls that were made
 * @throws PlainError where Citus is not there
 */
export async function distribute(owner: pg.Pool): Promise<DistributionCall[]> {
  const { rows } = await owner.query<{ has_citus: boolean }>(`select to_regclass('pg_catalog.pg_dist_partition') is not null as has_citus`)
  if (!rows[0]?.has_citus) {
    throw new PlainError({
      zh: '这个数据库没有 Citus。请在协调节点上以超级用户执行 create extension citus，加好工作节点，再运行本命令。',
      en: 'This database has no Citus. On the coordinator, as a superuser, run create extension citus and add the workers, then run this command again.',
    })
  }
  const done = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_dist_partition d join pg_class c on c.oid = d.logicalrelid join pg_namespace n on n.oid = c.relnamespace`,
  )
  const made = new Set(done.rows.map(({ name }) => name))
  const calls = (await planDistribution(owner)).filter(({ table }) => !made.has(table))
  for (const { sql } of calls) await owner.query(sql)
  return calls
}
