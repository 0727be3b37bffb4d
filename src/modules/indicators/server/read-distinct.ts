import type { Tx } from '../../../platform/database/scope.ts'
import { edgesOf, monthNumber, type Window } from '../domain/months.ts'
import { type Asked, rangeAsked, rangeOfNode } from './asked.ts'
import { kindsOf } from './kinds.ts'
import { isKnownBefore } from './late-facts.ts'
import { matchingOf } from './matching.ts'
import type { Stored } from './read-store.ts'
import { edgeKey } from './sums.ts'

/** Distinct persons of an indicator at a node over a window. */
export type Distinct = (node: string, code: string, window: Window) => number

interface Months {
  readonly window: Window
  readonly first: number
  readonly last: number
}

const keyOf = (node: string, code: string, window: Window): string => `${node} ${code} ${edgeKey(window)}`

/**
 * Distinct persons: whole months from links and presence, set right by the facts not yet folded. A window that cuts a
 * month in which something happened outside it is counted from its own facts: for that the transaction must be in one
 * snapshot.
 */
export async function readDistinct(tx: Tx, asked: Asked, stored: Stored): Promise<Distinct> {
  const counts = new Map<string, number>()
  if (asked.codes.length === 0) return () => 0
  const add = (key: string, count: number): void => void counts.set(key, (counts.get(key) ?? 0) + count)
  const cut = await findCut(tx, asked)
  const whole = asked.windows
    .filter((window) => !cut.has(edgeKey(window)))
    .map((window) => ({ window, first: monthNumber(window.from), last: monthNumber(window.to) }))
  addLinks(stored, { asked, whole, add })
  for (const part of [stored.present, stored.changed]) addPersons(part, { asked, whole, add })
  for (const window of asked.windows.filter((one) => cut.has(edgeKey(one)))) {
    for (const code of asked.codes) await addFromFacts(tx, { asked, code, window, add })
  }
  return (node, code, window) => counts.get(keyOf(node, code, window)) ?? 0
}

interface Counting {
  readonly asked: Asked
  readonly whole: readonly Months[]
  readonly add: (key: string, count: number) => void
}

/** Windows that whole months would not count exactly: there are facts in the days that hang over. */
async function findCut(tx: Tx, { codes, place, windows }: Asked): Promise<Set<string>> {
  const edges = windows.flatMap((window) => Object.values(edgesOf(window)).map((edge) => ({ edge, window })))
  if (edges.length === 0) return new Set()
  const { lo, hi } = rangeOfNode(place)
  const { rows } = await tx.query<{ edge: number }>(
    `select e.edge::int as edge from unnest($1::date[], $2::date[]) with ordinality as e(first_on, last_on, edge)
      where exists (select from spine.facts f
        where f.kind = any($3) and f.on_day between e.first_on and e.last_on and f.unit_code >= $4 and f.unit_code < $5)`,
    [edges.map(({ edge }) => edge.from), edges.map(({ edge }) => edge.to), kindsOf(codes), lo, hi],
  )
  return new Set(rows.flatMap(({ edge }) => edges[edge - 1]?.window ?? []).map(edgeKey))
}

function addLinks({ links }: Stored, { whole, add }: Counting): void {
  for (const [node, measure, month, prev, persons] of links) {
    for (const { window, first, last } of whole) {
      if (month >= first && month <= last && prev < first) add(keyOf(node, measure, window), persons)
    }
  }
}

function addPersons(part: Stored['present'], { asked, whole, add }: Counting): void {
  for (const [node, measure, at, persons] of part) {
    const window = asked.windows[at - 1]
    if (window && whole.some((months) => months.window === window)) add(keyOf(node, measure, window), persons)
  }
}

async function addFromFacts(
  tx: Tx,
  { asked, code, window, add }: { asked: Asked; code: string; window: Window; add: Counting['add'] },
): Promise<void> {
  const { lo, hi } = rangeOfNode(asked.place)
  const ranges = asked.nodes.map(rangeAsked)
  const matching = matchingOf(code, { firstParameter: 9 })
  const { rows } = await tx.query<{ node: string; persons: number }>(
    `select n.node, count(distinct s.person_id)::int as persons
       from (select f.unit_code, p.person_id from spine.facts f cross join unnest(f.person_ids) as p(person_id)
              where f.on_day between $1 and $2 and f.unit_code >= $3 and f.unit_code < $4 and ${matching.sql} and ${isKnownBefore('$8')}
              group by f.unit_code, p.person_id, date_trunc('month', f.on_day) having sum(f.quantity) > 0) s
       join unnest($5::text[], $6::text[], $7::text[]) as n(node, lo, hi) on s.unit_code >= n.lo and s.unit_code < n.hi
      group by n.node`,
    [
      window.from,
      window.to,
      lo,
      hi,
      asked.nodes,
      ranges.map((range) => range.lo),
      ranges.map((range) => range.hi),
      asked.before ?? 'infinity',
      ...matching.values,
    ],
  )
  for (const { node, persons } of rows) add(keyOf(node, code, window), persons)
}
