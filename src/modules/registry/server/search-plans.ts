import type { CodeRange } from '../../../kernel/region-code.ts'
import type { Secrets } from '../../../platform/secrets/secrets.ts'
import { classifyQuery, type QueryReading } from '../../../platform/text/classify-query.ts'
import type { MatchKind } from '../contract.ts'
import { askTail } from './search-keys.ts'

/** One way to look for what was typed; several are tried in turn. */
export type SearchPlan = { readonly match: MatchKind } & (
  | {
      readonly way: 'equal'
      readonly key: { kind: string; key: string }
      readonly but?: { kind: string; key: string }
      readonly endsWith?: string
    }
  /** Keys from `from` on and before `to`: all that begin alike. */
  | { readonly way: 'prefix'; readonly kind: string; readonly from: string; readonly to: string }
)

const MATCHES = { pinyin: 'pinyin', initials: 'initials', 'phone-tail': 'phone', 'id-tail': 'citizenId' } as const

/** The plans for a query, best first: a whole name before a part of one. */
export const plansOf = (query: string, secrets: Secrets): SearchPlan[] =>
  classifyQuery(query).flatMap((reading) => plansOfReading(reading, secrets))

/** Behind every key that begins so: no character stands higher. */
const endOf = (prefix: string): string => `${prefix}\u{10ffff}`

/** Behind the very key, before every longer one: no name has a character that stands lower. */
const beyond = (key: string): string => `${key}!`

function plansOfReading(reading: QueryReading, secrets: Secrets): SearchPlan[] {
  if (reading.kind === 'name-part') return partPlans(reading)
  if (reading.kind === 'long-part') return longPartPlans(reading.text)
  const match = MATCHES[reading.kind]
  if ('prefix' in reading) return [{ match, way: 'prefix', kind: reading.kind, from: reading.prefix, to: endOf(reading.prefix) }]
  const tail = askTail(secrets, reading.kind === 'phone-tail' ? 'phone' : 'id', reading.digits)
  if (!tail) return []
  const key = { kind: tail.kind, key: tail.key }
  return [tail.isWhole ? { match, way: 'equal', key } : { match, way: 'equal', key, endsWith: reading.digits }]
}

function partPlans({ text, key }: Extract<QueryReading, { kind: 'name-part' }>): SearchPlan[] {
  if (key.kind === 'char') return [{ match: 'name', way: 'equal', key }]
  const full = { kind: 'full', key: text }
  return [
    { match: 'name', way: 'equal', key: full },
    { match: 'name', way: 'equal', key, but: full },
  ]
}

/** The very name, longer names that begin so, names that hold it further on. */
const longPartPlans = (text: string): SearchPlan[] => [
  { match: 'name', way: 'equal', key: { kind: 'full', key: text } },
  { match: 'name', way: 'prefix', kind: 'full', from: beyond(text), to: endOf(text) },
  { match: 'name', way: 'prefix', kind: 'suffix', from: text, to: endOf(text) },
]

export interface HitQuery {
  readonly text: string
  readonly values: unknown[]
}

/** From a county up, a range is so large that the keys are read in their own order until the page is full. */
const isSmall = ({ lo }: CodeRange): boolean => lo.length >= 9

/** Where a page goes on: behind this key, unit and person. */
export interface Position {
  readonly key: string
  readonly unitCode: string
  readonly personId: string
}

const later = (one: string, other: string): string => (one > other ? one : other)

/**
 * Hits of a plan in a range after a position: only equality and ranges on the keys, so that each index holds under
 * row-level security. A first page has no position at all, and a later one raises the plain bounds with it: a row
 * comparison alone may be where the index scan begins, and then it begins too early.
 */
export function hitQuery(plan: SearchPlan, range: CodeRange, page: { after: Position | undefined; limit: number }): HitQuery {
  return plan.way === 'prefix' ? prefixQuery(plan, range, page) : equalQuery(plan, range, page)
}

type PrefixPlan = Extract<SearchPlan, { way: 'prefix' }>
type EqualPlan = Extract<SearchPlan, { way: 'equal' }>
type Page = Parameters<typeof hitQuery>[2]

function prefixQuery(plan: PrefixPlan, range: CodeRange, { after, limit }: Page): HitQuery {
  const order = isSmall(range) ? 'k.unit_code, k.key, k.person_id' : 'k.key, k.unit_code, k.person_id'
  const [fromKey, fromUnit] = isSmall(range)
    ? [plan.from, later(range.lo, after?.unitCode ?? '')]
    : [later(plan.from, after?.key ?? ''), range.lo]
  const position = after && (isSmall(range) ? [after.unitCode, after.key, after.personId] : [after.key, after.unitCode, after.personId])
  return {
    text: `select k.key, k.unit_code, k.person_id from registry.search_keys k
            where k.kind = $1 and k.key >= $2 and k.key < $3 and k.unit_code >= $4 and k.unit_code < $5
              ${position ? `and (${order}) > ($7, $8, $9::uuid)` : ''}
            order by ${order} limit $6`,
    values: [plan.kind, fromKey, plan.to, fromUnit, range.hi, limit, ...(position ?? [])],
  }
}

function equalQuery(plan: EqualPlan, range: CodeRange, { after, limit }: Page): HitQuery {
  const { key, but } = plan
  const values: unknown[] = [key.kind, key.key, later(range.lo, after?.unitCode ?? ''), range.hi, limit]
  const conditions: string[] = []
  if (but) {
    const at = values.push(but.kind, but.key)
    conditions.push(
      `and not exists (select from registry.search_keys o
                        where o.bureau_code = k.bureau_code and o.kind = $${at - 1} and o.key = $${at} and o.person_id = k.person_id)`,
    )
  }
  if (after) {
    const at = values.push(after.unitCode, after.personId)
    conditions.push(`and (k.unit_code, k.person_id) > ($${at - 1}, $${at}::uuid)`)
  }
  return {
    text: `select k.key, k.unit_code, k.person_id from registry.search_keys k
            where k.kind = $1 and k.key = $2 and k.unit_code >= $3 and k.unit_code < $4 ${conditions.join(' ')}
            order by k.unit_code, k.person_id limit $5`,
    values,
  }
}
