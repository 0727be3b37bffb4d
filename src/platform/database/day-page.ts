import type pg from 'pg'
import type { CodeRange } from '../../kernel/region-code.ts'
import { bureausWithin } from './bureaus-of.ts'
import type { DayPlace } from './day-cursor.ts'
import type { Tx } from './tx.ts'

/** A condition on `r`, with `?` where each of its values goes. */
export type Condition = readonly [sql: string, values: readonly unknown[]]

/** A page of rows by day. */
export interface DayPage {
  /** Has an index (bureau_code, day, id, unit_code), which may go on with what is asked, or hold only such rows. */
  readonly table: string
  readonly day: string
  readonly first: 'newest' | 'earliest'
  readonly range: CodeRange
  readonly asked: readonly Condition[]
  /** What is asked leaves few rows, found by an index of their own: they are sorted, wherever they are. */
  readonly areFew: boolean
  readonly after: DayPlace | undefined
  readonly limit: number
}

/** From how many digits on a range is a single village or unit. */
const VILLAGE = 12

/** In which order the rows come, and by what comparison those after one of them are found. */
const WAYS = { newest: { order: 'desc', beyond: '<' }, earliest: { order: 'asc', beyond: '>' } } as const

/** Has the rows of a bureau read in the order in which the index holds them: guessed to be few, they would be read whole and sorted. */
const IN_ORDER = 'set local enable_sort = off; set local enable_incremental_sort = off'

/**
 * A page of rows. Each bureau's first are found by their index and then merged, so that a province costs its number of bureaus
 * and not its number of rows; a village's rows are few, and are sorted.
 *
 * @param select a row and what belongs to it, from the table as `r`, without conditions
 */
export async function readByDay<Row extends pg.QueryResultRow>(tx: Tx, page: DayPage, select: string): Promise<Row[]> {
  const [keys, { order }] = [keysOf(page), WAYS[page.first]]
  if (keys.isInOrder) await tx.query(IN_ORDER)
  const { rows } = await tx.query<Row>(
    `select r.* from (${keys.text}) k cross join lateral (${select} where r.bureau_code = k.bureau_code and r.id = k.id offset 0) r
      order by r.${page.day} ${order}, r.id ${order}`,
    keys.values,
  )
  return rows
}

/** The keys of a page, in no order. */
function keysOf(page: DayPage): { readonly text: string; readonly values: readonly unknown[]; readonly isInOrder: boolean } {
  const { table, day, range, limit, after } = page
  const { order, beyond } = WAYS[page.first]
  const asked: readonly Condition[] = after ? [...page.asked, [`(r.${day}, r.id) ${beyond} (?, ?)`, [after.day, after.id]]] : page.asked
  let at = 3
  const conditions = asked.map(([sql]) => ` and ${sql.replaceAll('?', () => `$${++at}`)}`).join('')
  const values = [range.lo, range.hi, limit, ...asked.flatMap(([, given]) => given)]
  const within = `r.unit_code >= $1 and r.unit_code < $2${conditions}`
  const first = `order by r.${day} ${order}, r.id ${order} limit $3`
  const isInOrder = !page.areFew && range.lo.length < VILLAGE
  if (!isInOrder) return { text: `select r.bureau_code, r.id from ${table} r where ${within} ${first}`, values, isInOrder }
  const text = `
    with recursive bureau(code) as (${bureausWithin(range, table)})
    select r.bureau_code, r.id from bureau cross join lateral (
      select r.bureau_code, r.id, r.${day} from ${table} r where r.bureau_code = bureau.code and ${within} ${first}) r ${first}`
  return { text, values, isInOrder }
}
