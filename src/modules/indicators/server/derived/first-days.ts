import type { Tx } from '../../../../platform/database/tx.ts'
import type { First, Span } from '../../domain/derived.ts'
import type { Window } from '../../domain/months.ts'
import { rangeAsked } from '../asked.ts'
import { formOf, kindsOf } from '../kinds.ts'
import { isKnownBefore } from '../late-facts.ts'
import { matchingOf } from '../matching.ts'
import { type NetsOf, nothing } from './key-facts.ts'

interface AskedDays {
  readonly formula: First | Span
  readonly nodes: readonly string[]
  readonly windows: readonly Window[]
  readonly before: string | undefined
}

/**
 * The first day on which an indicator came to something. The facts of its kind lie in the order of their days, so the
 * database stops at the first that is left: however many came after it.
 */
export async function readFirstDays(tx: Tx, { formula: { of }, nodes, windows, before }: AskedDays): Promise<NetsOf> {
  const ranges = nodes.map(rangeAsked)
  const values = [
    nodes,
    ranges.map(({ lo }) => lo),
    ranges.map(({ hi }) => hi),
    windows.map(({ to }) => to),
    kindsOf([of]),
    before ?? 'infinity',
  ]
  const matching = matchingOf(of, { firstParameter: values.length + 1 })
  const net = `sum(f.quantity${formOf(of) === 'turnouts' ? ' * cardinality(f.person_ids)' : ''})`
  const { rows } = await tx.query<{ node: string; at: number; day: string }>(
    `select n.node, w.at::int as at, d.day from unnest($1::text[], $2::text[], $3::text[]) as n(node, lo, hi)
       cross join unnest($4::date[]) with ordinality as w(last_on, at)
       cross join lateral (
         select k.day::text from unnest($5::text[]) as s(kind)
           cross join lateral (
             select f.on_day as day from spine.facts f
              where f.kind = s.kind and f.on_day <= w.last_on and f.unit_code >= n.lo and f.unit_code < n.hi and ${matching.sql}
                and ${isKnownBefore('$6')}
              group by f.on_day having ${net} > 0 order by f.on_day limit 1) k
          order by k.day limit 1) d`,
    [...values, ...matching.values],
  )
  const order = new Map(windows.map(({ to }, at) => [to, at + 1]))
  const found = new Map(rows.map(({ node, at, day }) => [`${node} ${at}`, new Map([[day, 1]])]))
  return (node, { to }) => found.get(`${node} ${order.get(to)}`) ?? nothing
}
