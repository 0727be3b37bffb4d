import type { CodeRange } from '../../../../kernel/region-code.ts'
import type { SearchPlan } from './search-plans.ts'

export interface HitQuery {
  readonly text: string
  readonly values: unknown[]
}

/** Where a page goes on: behind this key, unit and person. */
export interface Position {
  readonly key: string
  readonly unitCode: string
  readonly personId: string
}

interface Page {
  readonly after: Position | undefined
  readonly limit: number
}

/** How many digits name a bureau: a range as narrow as that lies in one. */
const BUREAU = 6

/**
 * Has the transaction read its keys in the order in which an index holds them, never by sorting. The planner knows
 * neither that `zhou` begins more keys than its neighbours do, nor which kind of key most of them are of; where it
 * believes in a handful, it would read the whole province's zhou and sort them for a village that has three.
 */
export const READ_IN_ORDER = `set local enable_sort = off; set local enable_incremental_sort = off;
  set local enable_hashjoin = off; set local enable_mergejoin = off; set local jit = off`

/**
 * Hits of a plan in a range after a position: only equality and ranges on the keys, so that each index holds under
 * row-level security. A first page has no position at all, and a later one raises the plain bounds with it: a row
 * comparison alone may be where the index scan begins, and then it begins too early.
 */
export function hitQuery(plan: SearchPlan, range: CodeRange, page: Page): HitQuery {
  return plan.by === 'key' ? keyQuery(plan, range, page) : tailQuery(plan, range, page)
}

type KeyPlan = Extract<SearchPlan, { by: 'key' }>
type TailPlan = Exclude<SearchPlan, { by: 'key' }>

const later = (one: string, other: string): string => (one > other ? one : other)

/** In the whole range at once, by the index of the tails: few people share one. */
function tailQuery(plan: TailPlan, range: CodeRange, { after, limit }: Page): HitQuery {
  const position = after ? [after.key, after.unitCode, after.personId] : []
  return {
    text: `select k.${plan.by} as key, k.unit_code, k.id as person_id from registry.people k
            where k.${plan.by} >= $1 and k.${plan.by} < $2 and k.unit_code >= $3 and k.unit_code < $4
              ${after ? `and (k.${plan.by}, k.unit_code, k.id) > ($6, $7, $8::uuid)` : ''}
            order by k.${plan.by}, k.unit_code, k.id limit $5`,
    values: [later(plan.from, after?.key ?? ''), plan.to, range.lo, range.hi, limit, ...position],
  }
}

/** Within one bureau, or by search_keys_find_idx where the range holds several. */
function keyQuery(plan: KeyPlan, range: CodeRange, page: Page): HitQuery {
  return range.lo.length >= BUREAU ? bureauQuery(plan, range, page) : wideQuery(plan, range, page)
}

/**
 * Rows are compared from the bureau on, as only the primary key can: with conditions column by column the planner now and
 * then chose the index of the whole province, and looked through all its people called so for a village; with the bureau
 * said once more, it began at the bureau's first key. It thinks this dear, which is no reason to compile it.
 */
function bureauQuery({ kind, from, to }: KeyPlan, { lo, hi }: CodeRange, { after, limit }: Page): HitQuery {
  const bureau = lo.slice(0, BUREAU)
  const position = after ? [after.unitCode, after.personId] : []
  return {
    text: `select k.key, k.unit_code, k.person_id from registry.search_keys k
            where (k.bureau_code, k.kind, k.key) >= ($1, $2, $3) and (k.bureau_code, k.kind, k.key) < ($1, $2, $4)
              and k.unit_code >= $5 and k.unit_code < $6
              ${after ? 'and (k.bureau_code, k.kind, k.key, k.unit_code, k.person_id) > ($1, $2, $3, $8, $9::uuid)' : ''}
            order by k.bureau_code, k.kind, k.key, k.unit_code, k.person_id limit $7`,
    values: [bureau, kind, later(from, after?.key ?? ''), to, lo, hi, limit, ...position],
  }
}

function wideQuery({ kind, from, to }: KeyPlan, { lo, hi }: CodeRange, { after, limit }: Page): HitQuery {
  const position = after ? [after.key, after.unitCode, after.personId] : []
  return {
    text: `select k.key, k.unit_code, k.person_id from registry.search_keys k
            where k.kind = $1 and k.key >= $2 and k.key < $3 and k.unit_code >= $4 and k.unit_code < $5
              ${after ? 'and (k.key, k.unit_code, k.person_id) > ($7, $8, $9::uuid)' : ''}
            order by k.key, k.unit_code, k.person_id limit $6`,
    values: [kind, later(from, after?.key ?? ''), to, lo, hi, limit, ...position],
  }
}
