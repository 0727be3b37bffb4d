import type { CodeRange } from '../../../kernel/region-code.ts'
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

/** How many digits name a place: a township's and a village's people are few, a county's are in one bureau. */
const [COUNTY, TOWNSHIP] = [6, 9] as const

/**
 * Whether the hits of a plan come in order of their unit. The beginning of a key is the exception: from a county up it
 * is read in order of the keys until the page is full, and only in a smaller place from unit to unit.
 */
export const isByUnit = (plan: SearchPlan, { lo }: CodeRange): boolean => plan.way === 'equal' || lo.length >= TOWNSHIP

/**
 * Has the transaction read its keys in the order in which an index holds them, never by sorting. The planner knows
 * neither that `zhou` begins more keys than its neighbours do, nor which kind of key most of them are of; where it
 * believes in a handful, it would read the whole province's zhou and sort them for a village that has three.
 */
export const READ_IN_ORDER = `set local enable_sort = off; set local enable_incremental_sort = off;
  set local enable_hashjoin = off; set local enable_mergejoin = off`

const later = (one: string, other: string): string => (one > other ? one : other)

/**
 * Hits of a plan in a range after a position: only equality and ranges on the keys, so that each index holds under
 * row-level security. A first page has no position at all, and a later one raises the plain bounds with it: a row
 * comparison alone may be where the index scan begins, and then it begins too early.
 */
export function hitQuery(plan: SearchPlan, range: CodeRange, page: Page): HitQuery {
  if (plan.way === 'equal') return equalQuery(plan, range, page)
  return isByUnit(plan, range) ? placeQuery(plan, range, page) : prefixQuery(plan, range, page)
}

type PrefixPlan = Extract<SearchPlan, { way: 'prefix' }>
type EqualPlan = Extract<SearchPlan, { way: 'equal' }>

/** By search_keys_place_idx. */
function placeQuery(plan: PrefixPlan, range: CodeRange, { after, limit }: Page): HitQuery {
  const position = after ? [after.unitCode, after.key, after.personId] : []
  return {
    text: `select k.key, k.unit_code, k.person_id from registry.search_keys k
            where k.kind = $1 and k.key >= $2 and k.key < $3 and k.unit_code >= $4 and k.unit_code < $5
              ${after ? 'and (k.unit_code, k.key, k.person_id) > ($7, $8, $9::uuid)' : ''}
            order by k.unit_code, k.key, k.person_id limit $6`,
    values: [plan.kind, plan.from, plan.to, later(range.lo, after?.unitCode ?? ''), range.hi, limit, ...position],
  }
}

/** By search_keys_bureau_idx in a county, by search_keys_find_idx above. */
function prefixQuery(plan: PrefixPlan, range: CodeRange, { after, limit }: Page): HitQuery {
  const values: unknown[] = [plan.kind, later(plan.from, after?.key ?? ''), plan.to, range.lo, range.hi, limit]
  const conditions: string[] = []
  if (range.lo.length === COUNTY) conditions.push(`and k.bureau_code = $${values.push(range.lo)}`)
  if (after) {
    const at = values.push(after.key, after.unitCode, after.personId)
    conditions.push(`and (k.key, k.unit_code, k.person_id) > ($${at - 2}, $${at - 1}, $${at}::uuid)`)
  }
  return {
    text: `select k.key, k.unit_code, k.person_id from registry.search_keys k
            where k.kind = $1 and k.key >= $2 and k.key < $3 and k.unit_code >= $4 and k.unit_code < $5 ${conditions.join(' ')}
            order by k.key, k.unit_code, k.person_id limit $6`,
    values,
  }
}

/** By search_keys_find_idx. */
function equalQuery({ key }: EqualPlan, range: CodeRange, { after, limit }: Page): HitQuery {
  const position = after ? [after.unitCode, after.personId] : []
  return {
    text: `select k.key, k.unit_code, k.person_id from registry.search_keys k
            where k.kind = $1 and k.key = $2 and k.unit_code >= $3 and k.unit_code < $4
              ${after ? 'and (k.unit_code, k.person_id) > ($6, $7::uuid)' : ''}
            order by k.unit_code, k.person_id limit $5`,
    values: [key.kind, key.key, later(range.lo, after?.unitCode ?? ''), range.hi, limit, ...position],
  }
}
