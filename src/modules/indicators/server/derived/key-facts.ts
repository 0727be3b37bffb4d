import type { CodeRange } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Keyed } from '../../domain/derived.ts'
import type { Nets } from '../../domain/keyed.ts'
import type { Window } from '../../domain/months.ts'
import { rangeAsked } from '../asked.ts'
import { formOf } from '../kinds.ts'
import { isKnownBefore } from '../late-facts.ts'
import { matchingOf } from '../matching.ts'

export interface AskedKeys {
  /** What chooses the facts: a counted indicator, or a peak itself. */
  readonly code: string
  readonly formula: Keyed
  readonly nodes: readonly string[]
  readonly windows: readonly Window[]
  /** Only facts recorded before an instant; undefined for all. */
  readonly before: string | undefined
  readonly moved?: MovedUnits | undefined
}

/** Divisions of another day: where a node's units lay, and where a unit of then belongs. */
export interface MovedUnits {
  readonly rangesOf: (node: string) => readonly CodeRange[]
  readonly placeOf: (unit: string) => string
}

/** By node and window. */
export type NetsOf = (node: string, window: Window) => Nets

export const nothing: Nets = new Map()

const KEYS = {
  first: 'f.on_day::text',
  span: 'f.on_day::text',
  streak: `to_char(f.on_day, 'YYYY')`,
  months: `to_char(f.on_day, 'YYYY-MM')`,
  places: 'left(f.unit_code, 12)',
  peak: 'abs(f.quantity)::text',
} as const

/** As far back as a streak is followed. */
export const MOST_YEARS = 60

/** The first day of the facts that count for a window. */
function beginOf(formula: Keyed, code: string, { from, to }: Window): string {
  if (formula.form === 'first' || formula.form === 'span') return '-infinity'
  if (formula.form === 'streak') return `${Number(to.slice(0, 4)) - MOST_YEARS}-01-01`
  const isStanding = formula.form === 'peak' ? formula.stands : formOf(code) === 'stock'
  return isStanding ? '-infinity' : from
}

/** A corrected fact is taken back on its day, a standing one ends on another: only what is left of either is looked at. */
const groupOf = (formula: Keyed): string => {
  if (formula.form !== 'peak') return 'n.node, w.at, key'
  return `n.node, w.at, key, f.unit_code, f.dimensions${formula.stands ? '' : ', f.on_day'}`
}

/**
 * What the facts of an indicator come to by the key of a form, at any nodes and over any windows, in one statement. Read
 * from facts, it takes as long as there are facts of its kind: for sizes, for a unit of its own, and by the divisions of
 * another day. Everything else has a quicker way beside this one.
 */
export async function readNets(tx: Tx, asked: AskedKeys): Promise<NetsOf> {
  const { code, formula, windows, before, moved } = asked
  const ranges = asked.nodes.flatMap((node) => (moved?.rangesOf(node) ?? [rangeAsked(node)]).map((range) => ({ node, ...range })))
  const key = formula.form === 'parts' ? 'f.dimensions ->> $7' : KEYS[formula.form]
  const values = [
    ranges.map(({ node }) => node),
    ranges.map(({ lo }) => lo),
    ranges.map(({ hi }) => hi),
    windows.map((window) => beginOf(formula, code, window)),
    windows.map(({ to }) => to),
    before ?? 'infinity',
    formula.form === 'parts' ? formula.by : '',
  ]
  const matching = matchingOf(code, { firstParameter: values.length + 1 })
  const { rows } = await tx.query<{ node: string; at: number; key: string | null; net: number }>(
    `select n.node, w.at::int as at, ${key} as key, sum(f.quantity${formOf(code) === 'turnouts' ? ' * cardinality(f.person_ids)' : ''})::float8 as net
       from unnest($1::text[], $2::text[], $3::text[]) as n(node, lo, hi)
       cross join unnest($4::date[], $5::date[]) with ordinality as w(first_on, last_on, at)
       join spine.facts f on f.unit_code >= n.lo and f.unit_code < n.hi and f.on_day between w.first_on and w.last_on
        and ${isKnownBefore('$6')} and $7::text is not null and ${matching.sql}
      group by ${groupOf(formula)} having sum(f.quantity) <> 0`,
    [...values, ...matching.values],
  )
  const all = new Map<string, Map<string, number>>()
  for (const { node, at, key: found, net } of rows) {
    if (found === null) continue
    const word = formula.form === 'places' && moved ? moved.placeOf(found) : found
    const nets = all.get(`${node} ${at}`) ?? new Map<string, number>()
    // Of several facts of one size some may be taken back: one that is left is enough.
    nets.set(word, formula.form === 'peak' ? Math.max(net, nets.get(word) ?? 0) : (nets.get(word) ?? 0) + net)
    all.set(`${node} ${at}`, nets)
  }
  const order = new Map(windows.map(({ from, to }, at) => [`${from} ${to}`, at + 1]))
  return (node, { from, to }) => all.get(`${node} ${order.get(`${from} ${to}`)}`) ?? nothing
}
