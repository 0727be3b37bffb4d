import type { CodeRange } from '../../../kernel/region-code.ts'
import type { Secrets } from '../../../platform/secrets/secrets.ts'
import { classifyQuery, type QueryReading } from '../../../platform/text/classify-query.ts'
import type { MatchKind } from '../contract.ts'
import { askTail } from './search-keys.ts'

/** One way to look for what was typed; several are tried in turn. */
export type SearchPlan = { readonly match: MatchKind } & (
  | {
      readonly way: 'equal'
      readonly keys: readonly { kind: string; key: string }[]
      readonly but?: { kind: string; key: string }
      readonly endsWith?: string
    }
  | { readonly way: 'prefix'; readonly kind: string; readonly prefix: string }
)

const MATCHES = { pinyin: 'pinyin', initials: 'initials', 'phone-tail': 'phone', 'id-tail': 'citizenId' } as const

/** The plans for a query, best first: a whole name before a part of one. */
export const plansOf = (query: string, secrets: Secrets): SearchPlan[] =>
  classifyQuery(query).flatMap((reading) => plansOfReading(reading, secrets))

function plansOfReading(reading: QueryReading, secrets: Secrets): SearchPlan[] {
  if (reading.kind === 'name-part') {
    const part = { match: 'name', way: 'equal', keys: reading.keys } as const
    if ([...reading.text].length === 1) return [part]
    const full = { kind: 'full', key: reading.text }
    return [
      { match: 'name', way: 'equal', keys: [full] },
      { ...part, but: full },
    ]
  }
  const match = MATCHES[reading.kind]
  if ('prefix' in reading) return [{ match, way: 'prefix', kind: reading.kind, prefix: reading.prefix }]
  const tail = askTail(secrets, reading.kind === 'phone-tail' ? 'phone' : 'id', reading.digits)
  if (!tail) return []
  const keys = [{ kind: tail.kind, key: tail.key }]
  return [tail.isWhole ? { match, way: 'equal', keys } : { match, way: 'equal', keys, endsWith: reading.digits }]
}

export interface HitQuery {
  readonly text: string
  readonly values: unknown[]
}

/** From a county up, a range is so large that the keys are read in their own order until the page is full. */
const isSmall = ({ lo }: CodeRange): boolean => lo.length >= 9

export const NIL_ID = '00000000-0000-0000-0000-000000000000'

/** Hits of a plan in a range after a position (key, unit, person): only equality and ranges on the keys, so that each index holds under row-level security. */
export function hitQuery(plan: SearchPlan, range: CodeRange, page: { after: readonly string[]; limit: number }): HitQuery {
  const [key = '', unit = '', person = NIL_ID] = page.after
  if (plan.way === 'prefix') {
    const order = isSmall(range) ? 'k.unit_code, k.key, k.person_id' : 'k.key, k.unit_code, k.person_id'
    const after = isSmall(range) ? '($7, $6, $8::uuid)' : '($6, $7, $8::uuid)'
    return {
      text: `select k.key, k.unit_code, k.person_id from registry.search_keys k
              where k.kind = $1 and k.key >= $2 and k.key < $3 and k.unit_code >= $4 and k.unit_code < $5 and (${order}) > ${after}
              order by ${order} limit $9`,
      values: [plan.kind, plan.prefix, `${plan.prefix}{`, range.lo, range.hi, key, unit, person, page.limit],
    }
  }
  const [first, ...others] = plan.keys
  const values: unknown[] = [first?.kind, first?.key, range.lo, range.hi, unit, person, page.limit]
  const beside = (one: { kind: string; key: string }): string => {
    values.push(one.kind, one.key)
    const at = values.length
    return `exists (select from registry.search_keys o where o.bureau_code = k.bureau_code and o.kind = $${at - 1} and o.key = $${at} and o.person_id = k.person_id)`
  }
  const conditions = [...others.map((other) => `and ${beside(other)}`), ...(plan.but ? [`and not ${beside(plan.but)}`] : [])]
  return {
    text: `select k.key, k.unit_code, k.person_id from registry.search_keys k
            where k.kind = $1 and k.key = $2 and k.unit_code >= $3 and k.unit_code < $4 and (k.unit_code, k.person_id) > ($5, $6::uuid)
              ${conditions.join(' ')}
            order by k.unit_code, k.person_id limit $7`,
    values,
  }
}
