import type { Secrets } from '../../../platform/secrets/secrets.ts'
import { classifyQuery, type QueryReading } from '../../../platform/text/classify-query.ts'
import type { MatchKind } from '../contract.ts'
import { askTail } from './search-keys.ts'

/** One way to look for what was typed; several are tried in turn. */
export type SearchPlan = { readonly match: MatchKind } & (
  | { readonly way: 'equal'; readonly key: { kind: string; key: string }; readonly endsWith?: string }
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
  const part = { match: 'name', way: 'equal', key } as const
  return key.kind === 'char' ? [part] : [{ match: 'name', way: 'equal', key: { kind: 'full', key: text } }, part]
}

/** The very name, longer names that begin so, names that hold it further on. */
const longPartPlans = (text: string): SearchPlan[] => [
  { match: 'name', way: 'equal', key: { kind: 'full', key: text } },
  { match: 'name', way: 'prefix', kind: 'full', from: beyond(text), to: endOf(text) },
  { match: 'name', way: 'prefix', kind: 'suffix', from: text, to: endOf(text) },
]
