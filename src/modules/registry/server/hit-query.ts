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

/** How many digits name a bureau: a range as narrow as that lies in one. */
const BUREAU = 6

/**
 * Has the transaction read its keys in the order in which an index holds them, never by sorting. The planner knows
 * neither that `zhou` begins more keys than its neighbours do, nor which kind of key most of them are of; where it
 * believes in a handful, it would read the whole province's zhou and sort them for a village that has three.
 */
export const READ_IN_ORDER = `set local enable_sort = off; set local enable_incremental_sort = off;
  set local enable_hashjoin = off; set local enable_mergejoin = off`

/**
 * Hits of a plan in a range after a position: only equality and ranges on the keys, so that each index holds under
 * row-level security. A first page has no position at all, and a later one raises the plain bounds with it: a row
 * comparison alone may be where the index scan begins, and then it begins too early.
 */
export function hitQuery(plan: SearchPlan, range: CodeRange, page: Page): HitQuery {
  if (plan.by !== 'key') return tailQuery(plan, range, page)
  return range.lo.length >= BUREAU ? bureauQuery(plan, range, page) : walkQuery(plan, range, page)
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

/** Within one bureau, by the primary key. */
function bureauQuery(plan: KeyPlan, range: CodeRange, { after, limit }: Page): HitQuery {
  const position = after ? [after.key, after.unitCode, after.personId] : []
  const from = later(plan.from, after?.key ?? '')
  return {
    text: `select k.key, k.unit_code, k.person_id from registry.search_keys k
            where k.bureau_code = $1 and k.kind = $2 and k.key >= $3 and k.key < $4 and k.unit_code >= $5 and k.unit_code < $6
              ${after ? 'and (k.key, k.unit_code, k.person_id) > ($8, $9, $10::uuid)' : ''}
            order by k.key, k.unit_code, k.person_id limit $7`,
    values: [range.lo.slice(0, BUREAU), plan.kind, from, plan.to, range.lo, range.hi, limit, ...position],
  }
}

/**
 * One bureau after the other, each by the primary key, until the page is full. The bureaus are those that have keys: the
 * recursion steps from each to the next. Nothing is sorted at the end, as that would read every bureau first.
 */
function walkQuery(plan: KeyPlan, range: CodeRange, { after, limit }: Page): HitQuery {
  const bureau = after?.unitCode.slice(0, BUREAU)
  const position = after && bureau ? [bureau, after.key, after.unitCode, after.personId] : []
  const key = after ? 'case when b.code = $8 then $9 else $3 end' : '$3'
  const isBehind = after ? 'and (b.code <> $8 or (k.key, k.unit_code, k.person_id) > ($9, $10, $11::uuid))' : ''
  const next = (floor: string): string => `select n.bureau_code from registry.search_keys n
    where n.bureau_code ${floor} and n.bureau_code < $5 order by n.bureau_code limit 1`
  return {
    text: `with recursive b (code) as (
             (${next('>= $6')}) union all select (${next('> b.code')}) from b where b.code is not null)
           select k.key, k.unit_code, k.person_id
             from b cross join lateral (
               select k.key, k.unit_code, k.person_id from registry.search_keys k
                where k.bureau_code = b.code and k.kind = $2 and k.key >= ${key} and k.key < $4 and k.unit_code >= $1 and k.unit_code < $5
                  ${isBehind}
                order by k.key, k.unit_code, k.person_id limit $7) k
            limit $7`,
    values: [range.lo, plan.kind, plan.from, plan.to, range.hi, later(range.lo, bureau ?? ''), limit, ...position],
  }
}
