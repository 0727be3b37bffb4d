import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { classifyQuery, type QueryReading } from '../../../../platform/text/classify-query.ts'
import type { NameKeyKind } from '../../../../platform/text/name-keys.ts'
import type { MatchKind } from '../../contract.ts'
import { askTail, TAIL_COLUMNS, type TailKind } from '../rows/search-keys.ts'

/** One way to look for what was typed; several are tried in turn. All ask for what begins alike: from `from` on, before `to`. */
export type SearchPlan = { readonly match: MatchKind; readonly from: string; readonly to: string } & (
  | { readonly by: 'key'; readonly kind: NameKeyKind; readonly part?: string }
  /** `endsWith`: what was typed, where the column does not say all. */
  | { readonly by: (typeof TAIL_COLUMNS)[TailKind]; readonly endsWith?: string }
)

const MATCHES = { pinyin: 'pinyin', initials: 'initials', 'phone-tail': 'phone', 'id-tail': 'citizenId' } as const

/** The plans for a query, best first: a whole name before a part of one. */
export const plansOf = (query: string, secrets: Secrets): SearchPlan[] =>
  classifyQuery(query).flatMap((reading) => plansOfReading(reading, secrets))

/** All that begins so: no character stands higher. */
const beginning = (prefix: string) => ({ from: prefix, to: `${prefix}\u{10ffff}` })

/** Behind the very key, before every longer one: no name has a character that stands lower. */
const beyond = (key: string): string => `${key}!`

function plansOfReading(reading: QueryReading, secrets: Secrets): SearchPlan[] {
  if (reading.kind === 'name-part') return partPlans(reading.text)
  const match = MATCHES[reading.kind]
  if ('prefix' in reading) return [{ match, by: 'key', kind: reading.kind, ...beginning(reading.prefix) }]
  const kind = reading.kind === 'phone-tail' ? 'phone' : 'id'
  const tail = askTail(secrets, kind, reading.digits)
  if (!tail) return []
  const plan = { match, by: TAIL_COLUMNS[kind], ...beginning(tail.begins) }
  return [tail.isWhole ? plan : { ...plan, endsWith: reading.digits }]
}

/** The very name, longer names that begin so, names that hold it further on. Nobody is called by one character alone. */
function partPlans(text: string): SearchPlan[] {
  const name = { match: 'name', by: 'key' } as const
  const { from, to } = beginning(text)
  const inside = { ...name, kind: 'suffix', from, to, part: text } as const
  if ([...text].length === 1) return [{ ...name, kind: 'full', from, to }, inside]
  return [{ ...name, kind: 'full', from, to: beyond(text) }, { ...name, kind: 'full', from: beyond(text), to }, inside]
}
