import type pg from 'pg'
import { byteaColumn, textColumn } from '../database/column-arrays.ts'
import { withOwner } from '../database/scope.ts'
import type { Tx } from '../database/tx.ts'
import type { ColumnName, Secrets } from '../secrets/secrets.ts'
import { eachBatch, type KeyColumn, type Keyed, seeAll } from './each-batch.ts'
import { type SealedTable, sealedAs } from './sealed-table.ts'

/** Rows that are locked together: a clerk who saves one of them waits some milliseconds. */
const AT_ONCE = 200

export interface Rotated {
  /** Ciphertexts that were written anew. */
  readonly written: number
  /** Those that do not open, by table, key and column: left as they are. */
  readonly unreadable: readonly string[]
}

interface Cells {
  /** What is there, under what name it was sealed, and for which row: one of each a column. */
  readonly sealed: readonly (Buffer | null)[]
  readonly names: readonly ColumnName[]
  readonly rows: readonly string[]
}

/**
 * Writes anew what in a table is not sealed with the newest key, row by row in the order of its primary key, beside whoever
 * works with it: rows that somebody holds are passed over, so nobody waits for it and it waits for nobody. What is done is
 * done: cut short, it is begun again and finds less to do.
 */
export async function rotateTable(pool: pg.Pool, secrets: Secrets, asked: SealedTable): Promise<Rotated> {
  const { table, columns } = asked
  const unreadable: string[] = []
  let written = 0
  const batches = {
    table,
    columns: [
      `array[${columns.map(({ column }) => `t.${column}`).join(', ')}] as sealed`,
      `array[${columns.map((one) => sealedAs(table, one)).join(', ')}]::text[] as names`,
      `array[${columns.map(({ row }) => row).join(', ')}]::text[] as rows`,
    ],
    where: columns.map(({ column }) => `substring(t.${column} from 1 for 3) <> $1`).join(' or '),
    values: [secrets.header],
    atOnce: AT_ONCE,
    held: 'skip' as const,
  }
  await eachBatch<Cells>(pool, batches, async (tx, rows, keys) => {
    const anew = rows.map((row) => ({ row, cells: sealAnew(secrets, row, (at) => unreadable.push(placeOf(asked, row, at))) }))
    const touched = anew.filter(({ cells }) => cells.some((cell) => cell !== null))
    written += touched.flatMap(({ cells }) => cells).filter((cell) => cell !== null).length
    if (touched.length > 0) await save(tx, { asked, keys }, touched)
  })
  return { written, unreadable }
}

/** How many ciphertexts of a table stand under each key: by the three bytes that they begin with, in hexadecimal digits. */
export async function countByKey(pool: pg.Pool, { table, columns }: SealedTable): Promise<Map<string, number>> {
  const each = columns.map(
    ({ column }) => `select encode(substring(${column} from 1 for 3), 'hex') as begins from ${table} where ${column} is not null`,
  )
  return await withOwner(pool, async (tx) => {
    await seeAll(tx)
    const { rows } = await tx.query<{ begins: string; count: string }>(
      `select begins, count(*) from (${each.join(' union all ')}) c group by begins`,
      [],
    )
    return new Map(rows.map(({ begins, count }) => [begins, Number(count)]))
  })
}

const placeOf = ({ table, columns }: SealedTable, { key }: Keyed, at: number): string =>
  `${table} ${key.join(' ')} ${columns[at]?.column ?? ''}`

/** Each column's ciphertext under the newest key; null where there is nothing to do, or it does not open. */
function sealAnew(secrets: Secrets, { sealed, names, rows }: Cells, lost: (at: number) => void): (Buffer | null)[] {
  return sealed.map((old, at) => {
    const [name, row] = [names[at], rows[at]]
    if (old === null || name === undefined || row === undefined || secrets.isCurrent(old)) return null
    try {
      return secrets.encrypt(name, row, secrets.decrypt(name, row, old))
    } catch {
      lost(at)
      return null
    }
  })
}

async function save(
  tx: Tx,
  { asked: { table, columns }, keys }: { asked: SealedTable; keys: readonly KeyColumn[] },
  touched: readonly { row: Keyed; cells: readonly (Buffer | null)[] }[],
): Promise<void> {
  const given = [...keys.map((_, at) => `$${at + 1}::text[]`), ...columns.map((_, at) => `$${keys.length + at + 1}::bytea[]`)]
  const named = [...keys.map((_, at) => `k${at}`), ...columns.map((_, at) => `c${at}`)]
  await tx.query(
    `update ${table} t set ${columns.map(({ column }, at) => `${column} = coalesce(n.c${at}, t.${column})`).join(', ')}
       from unnest(${given.join(', ')}) as n(${named.join(', ')})
      where ${keys.map(({ name, type }, at) => `t.${name} = n.k${at}::${type}`).join(' and ')}`,
    [
      ...keys.map((_, at) => textColumn(touched.map(({ row }) => row.key[at] ?? null))),
      ...columns.map((_, at) => byteaColumn(touched.map(({ cells }) => cells[at] ?? null))),
    ],
  )
}
