import type pg from 'pg'
import { withOwner } from '../database/scope.ts'
import type { Tx } from '../database/tx.ts'

export interface KeyColumn {
  readonly name: string
  readonly type: string
}

export interface Batches {
  /** `schema.table`; its alias is `t`. */
  readonly table: string
  /** What is read of a row beside its key, as SQL. */
  readonly columns: readonly string[]
  /** Which rows, as SQL over `$1`, `$2`, … */
  readonly where: string
  readonly values?: readonly unknown[]
  readonly atOnce: number
  /** Rows that somebody else holds: passed over, or waited for. */
  readonly held: 'skip' | 'wait'
}

/** A row with the values of its key as texts. */
export interface Keyed {
  readonly key: readonly string[]
}

/** The columns of a table's primary key, in its order. */
async function keyColumnsOf(tx: Tx, table: string): Promise<readonly KeyColumn[]> {
  const { rows } = await tx.query<KeyColumn>(
    `select quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type
       from pg_index i
       cross join unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
      where i.indrelid = $1::regclass and i.indisprimary order by k.place`,
    [table],
  )
  return rows
}

/** A row that a policy hid would be passed over and counted nowhere: then it is a fault. */
export const seeAll = (tx: Tx): Promise<unknown> => tx.query('set local row_security = off', [])

/** Walks the rows of a table in the order of its key, each batch locked in a transaction of its own. What `work` wrote is then done. */
export async function eachBatch<Row>(
  pool: pg.Pool,
  asked: Batches,
  work: (tx: Tx, rows: readonly (Row & Keyed)[], keys: readonly KeyColumn[]) => Promise<void>,
): Promise<void> {
  const keys = await withOwner(pool, (tx) => keyColumnsOf(tx, asked.table))
  let after: readonly string[] | undefined = []
  while (after) {
    const from: readonly string[] = after
    after = await withOwner(pool, async (tx) => {
      await seeAll(tx)
      const { rows } = await tx.query<Row & Keyed>(textOf(asked, keys, from.length > 0), [...(asked.values ?? []), ...from])
      if (rows.length > 0) await work(tx, rows, keys)
      return rows.at(-1)?.key
    })
  }
}

function textOf({ table, columns, where, values = [], atOnce, held }: Batches, keys: readonly KeyColumn[], isLater: boolean): string {
  const names = keys.map(({ name }) => `t.${name}`).join(', ')
  const from = keys.map(({ type }, at) => `$${values.length + at + 1}::${type}`).join(', ')
  return `select array[${keys.map(({ name }) => `t.${name}::text`).join(', ')}] as key, ${columns.join(', ')}
    from ${table} t where (${where})${isLater ? ` and (${names}) > (${from})` : ''}
    order by ${names} limit ${atOnce} for update of t${held === 'skip' ? ' skip locked' : ''}`
}
