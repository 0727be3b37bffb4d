import { isWithin } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import { edgesOf, monthNumber, type Window } from '../domain/months.ts'
import { isVillage } from '../domain/nodes.ts'
import type { Tally } from '../domain/presence.ts'
import { monthsOf } from '../domain/presence.ts'
import { type Asked, bureauOfNode, isOwn, rangeAsked, rangeOfNode } from './asked.ts'
import type { FactRow } from './fact-rows.ts'
import { seenIn, sumByUnit } from './fold-presence.ts'
import { matchingOf } from './matching.ts'
import { listPresence, tallyOf } from './presence-rows.ts'
import { kindsOf } from './read-sums.ts'
import { edgeKey, measuresOf } from './sums.ts'

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
 * month in which something happened outside it is counted from its own facts.
 */
export async function readDistinct(tx: Tx, asked: Asked): Promise<Distinct> {
  const counts = new Map<string, number>()
  if (asked.codes.length === 0) return () => 0
  const add = (key: string, count: number): void => void counts.set(key, (counts.get(key) ?? 0) + count)
  const cut = await findCut(tx, asked)
  const whole = asked.windows
    .filter((window) => !cut.has(edgeKey(window)))
    .map((window) => ({ window, first: monthNumber(window.from), last: monthNumber(window.to) }))
  if (whole.length > 0) {
    await addLinks(tx, { asked, whole, add })
    await addPresent(tx, { asked, whole, add })
    await addUnfolded(tx, { asked, whole, add })
  }
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
      where exists (select from unnest($3::text[]) as k(kind)
        join spine.facts f on f.kind = k.kind and f.on_day between e.first_on and e.last_on and f.unit_code >= $4 and f.unit_code < $5)`,
    [edges.map(({ edge }) => edge.from), edges.map(({ edge }) => edge.to), kindsOf(codes), lo, hi],
  )
  return new Set(rows.flatMap(({ edge }) => edges[edge - 1]?.window ?? []).map(edgeKey))
}

async function addLinks(tx: Tx, { asked, whole, add }: Counting): Promise<void> {
  const nodes = asked.nodes.filter((node) => !isOwn(node) && !isVillage(node))
  if (nodes.length === 0) return
  const { rows } = await tx.query<{ unit_code: string; measure: string; month: number; prev_month: number; persons: bigint }>(
    `select l.unit_code, l.measure, l.month, l.prev_month, l.persons from unnest($1::text[], $5::text[]) as n(node, bureau)
       join indicators.links l on l.bureau_code = n.bureau and l.unit_code = n.node
      where l.measure = any($2) and l.month between $3 and $4 and l.persons <> 0`,
    [nodes, asked.codes, Math.min(...whole.map(({ first }) => first)), Math.max(...whole.map(({ last }) => last)), nodes.map(bureauOfNode)],
  )
  for (const { unit_code: node, measure, month, prev_month: prev, persons } of rows) {
    for (const { window, first, last } of whole) {
      if (month >= first && month <= last && prev < first) add(keyOf(node, measure, window), Number(persons))
    }
  }
}

/** At villages, and at a place's own unit, the few persons themselves are counted. */
async function addPresent(tx: Tx, { asked, whole, add }: Counting): Promise<void> {
  const nodes = asked.nodes.filter((node) => isOwn(node) || isVillage(node))
  if (nodes.length === 0) return
  const ranges = nodes.map(rangeAsked)
  const { rows } = await tx.query<{ node: string; measure: string; at: number; persons: number }>(
    `select n.node, p.measure, w.at::int as at, count(distinct p.person_id)::int as persons
       from unnest($1::text[], $2::text[], $3::text[], $7::text[]) as n(node, lo, hi, bureau)
       join indicators.presence p on p.bureau_code = n.bureau and p.unit_code >= n.lo and p.unit_code < n.hi and p.measure = any($4)
       join unnest($5::int[], $6::int[]) with ordinality as w(first, last, at)
         on exists (select from unnest(p.months) as m(month) where m.month between w.first and w.last)
      group by 1, 2, 3`,
    [
      nodes,
      ranges.map(({ lo }) => lo),
      ranges.map(({ hi }) => hi),
      asked.codes,
      whole.map(({ first }) => first),
      whole.map(({ last }) => last),
      nodes.map(bureauOfNode),
    ],
  )
  for (const { node, measure, at, persons } of rows) {
    const months = whole[at - 1]
    if (months) add(keyOf(node, measure, months.window), persons)
  }
}

/** Facts not yet folded: who of their persons counts now and did not before, or the other way round. */
async function addUnfolded(tx: Tx, { asked, whole, add }: Counting): Promise<void> {
  const { lo, hi } = rangeOfNode(asked.place)
  const { rows } = await tx.query<FactRow & { unit_code: string }>(
    `select f.unit_code, f.on_day, f.quantity, f.person_ids, f.kind, f.dimensions from spine.facts f
      where f.xid >= $4::xid8 and f.kind = any($3) and f.unit_code >= $1 and f.unit_code < $2`,
    [lo, hi, kindsOf(asked.codes), asked.upTo],
  )
  const seen = [...seenIn(rows, measuresOf).values()].filter(({ measure }) => asked.codes.includes(measure))
  const present = await listPresence(tx, { measures: asked.codes, personIds: [...new Set(seen.map(({ personId }) => personId))] })
  const before = new Map<string, Map<string, Tally>>()
  for (const row of present) {
    const key = `${row.person_id} ${row.measure}`
    before.set(key, (before.get(key) ?? new Map()).set(row.unit_code, tallyOf(row)))
  }
  const ranges = asked.nodes.map((node) => ({ node, range: rangeAsked(node) }))
  for (const { measure, personId, more } of seen) {
    const old = before.get(`${personId} ${measure}`) ?? new Map<string, Tally>()
    const now = sumByUnit(old, more)
    for (const { node, range } of ranges) {
      if (![...more.keys()].some((unit) => isWithin(unit, range))) continue
      for (const months of whole) {
        const change = Number(isCounted(now, range, months)) - Number(isCounted(old, range, months))
        if (change !== 0) add(keyOf(node, measure, months.window), change)
      }
    }
  }
}

const isCounted = (units: ReadonlyMap<string, Tally>, range: { lo: string; hi: string }, { first, last }: Months): boolean =>
  [...units].some(([unit, tally]) => isWithin(unit, range) && monthsOf(tally).some((month) => month >= first && month <= last))

async function addFromFacts(
  tx: Tx,
  { asked, code, window, add }: { asked: Asked; code: string; window: Window; add: Counting['add'] },
): Promise<void> {
  const { lo, hi } = rangeOfNode(asked.place)
  const ranges = asked.nodes.map(rangeAsked)
  const matching = matchingOf(code, { firstParameter: 8 })
  const { rows } = await tx.query<{ node: string; persons: number }>(
    `select n.node, count(distinct s.person_id)::int as persons
       from (select f.unit_code, p.person_id from spine.facts f cross join unnest(f.person_ids) as p(person_id)
              where f.on_day between $1 and $2 and f.unit_code >= $3 and f.unit_code < $4 and ${matching.sql}
              group by f.unit_code, p.person_id, date_trunc('month', f.on_day) having sum(f.quantity) > 0) s
       join unnest($5::text[], $6::text[], $7::text[]) as n(node, lo, hi) on s.unit_code >= n.lo and s.unit_code < n.hi
      group by n.node`,
    [window.from, window.to, lo, hi, asked.nodes, ranges.map((range) => range.lo), ranges.map((range) => range.hi), ...matching.values],
  )
  for (const { node, persons } of rows) add(keyOf(node, code, window), persons)
}
