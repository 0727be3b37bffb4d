import type { Tx } from '../../../../platform/database/tx.ts'
import type { Keyed, Places } from '../../domain/derived.ts'
import { firstDay, lastDay, monthNumber, type Window } from '../../domain/months.ts'
import { rangeAsked } from '../asked.ts'
import { formOf, kindsOf } from '../kinds.ts'
import { matchingOf } from '../matching.ts'

export interface AskedPlaces {
  readonly formula: Places
  readonly nodes: readonly string[]
  readonly windows: readonly Window[]
  /** Of the other number that places are chosen by; its upper end is outside. */
  readonly band: { readonly from: number | null; readonly below: number | null }
}

/** By what their own units did: the cells say it. A village has nothing below it, so what is within it is its own. */
export const isByOwnUnits = (formula: Keyed): formula is Places =>
  formula.form === 'places' && (formula.reach === 'own' || formula.tiers.every((tier) => tier === 'village'))

/** The tier of a code by its digits alone, as the kernel's `tierOf` says it. */
const tierBy = (code: string): string => `case
  when right(${code}, 3) <> '000' then 'village' when substr(${code}, 7, 3) <> '000' then 'township'
  when substr(${code}, 5, 2) <> '00' then 'county' when substr(${code}, 3, 2) <> '00' then 'city'
  when left(${code}, 2) <> '00' then 'province' else 'nation' end`

/** The node above, as `nodesOf` goes up. */
const aboveOf = (code: string): string => `rpad(left(${code}, case
  when right(${code}, 3) <> '000' then 9 when substr(${code}, 7, 3) <> '000' then 6
  when substr(${code}, 5, 2) <> '00' then 4 when substr(${code}, 3, 2) <> '00' then 2 else 0 end), 12, '0')`

type Put = (value: unknown, type: string) => string

interface Numbered {
  readonly code: string
  /** Which of two numbers of a place: what it has, or what it is chosen by. */
  readonly number: 1 | 2
  /** The nodes and windows asked for, as rows of SQL. */
  readonly asked: string
}

const EVER = '0001-01-01'

/** What stands counts from the beginning. */
function askedRows(code: string, { nodes, windows }: AskedPlaces, put: Put): string {
  const ranges = nodes.map(rangeAsked)
  const from = windows.map((window) => (formOf(code) === 'stock' ? EVER : window.from))
  const [first, last] = [from.map(monthNumber), windows.map(({ to }) => monthNumber(to))]
  const named = [
    put(nodes, 'text[]'),
    put(
      ranges.map(({ lo }) => lo),
      'text[]',
    ),
    put(
      ranges.map(({ hi }) => hi),
      'text[]',
    ),
  ]
  const days = [
    put(from, 'date[]'),
    put(
      windows.map(({ to }) => to),
      'date[]',
    ),
    put(first.map(firstDay), 'date[]'),
    put(last.map(lastDay), 'date[]'),
  ]
  return `unnest(${named.join(', ')}) as n(node, lo, hi)
    cross join unnest(${[...days, put(first, 'int[]'), put(last, 'int[]')].join(', ')})
      with ordinality as w(first_on, last_on, begins_on, ends_on, first_month, last_month, at)`
}

/** What the cells of each node hold; and the same taken off the node above it, of which only what is its own is left. */
function cellRows({ code, number, asked }: Numbered, { isAbove, put }: { isAbove: boolean; put: Put }): string {
  const place = isAbove ? aboveOf('c.unit_code') : 'c.unit_code'
  const sum = '(select coalesce(sum(a), 0) from unnest(c.amounts[w.first_month:w.last_month]) as a)'
  return `select n.node, w.at, ${place} as place, ${number} as number, ${isAbove ? '-' : ''}${sum} as amount
    from ${asked} join indicators.cells c on c.measure = ${put(code, 'text')} and c.unit_code >= n.lo and c.unit_code < n.hi`
}

/** What is not folded yet, and what whole months hold outside the days of the window, which is taken off. */
function factRows({ code, number, asked }: Numbered, put: Put, matching: string): string[] {
  const quantity = formOf(code) === 'turnouts' ? 'f.quantity * cardinality(f.person_ids)' : 'f.quantity'
  const kinds = put(kindsOf([code]), 'text[]')
  const columns = (sign: string) =>
    `select n.node, w.at, left(f.unit_code, 12) as place, ${number} as number, ${sign}(${quantity}) as amount from ${asked}`
  const isMeant = `f.unit_code >= n.lo and f.unit_code < n.hi and ${matching}`
  return [
    `${columns('')} cross join lateral indicators.unfolded(${kinds}, n.lo, n.hi, w.begins_on, w.ends_on) f where ${isMeant}`,
    `${columns('-')} cross join lateral (values (w.begins_on, w.first_on - 1), (w.last_on + 1, w.ends_on)) as e(first_on, last_on)
       cross join unnest(${kinds}) as k(kind)
       join spine.facts f on f.kind = k.kind and f.on_day between e.first_on and e.last_on and ${isMeant} where e.first_on <= e.last_on`,
  ]
}

/**
 * How many places of some tiers have something of an indicator: from cells and the facts not folded yet, so that it grows
 * with the places and not with what happened in them.
 */
export async function countPlaces(tx: Tx, asked: AskedPlaces): Promise<(node: string, window: Window) => number> {
  const { formula, nodes, windows, band } = asked
  const values: unknown[] = []
  const put: Put = (value, type) => `$${values.push(value)}::${type}`
  const hasBelow = formula.tiers.some((tier) => tier !== 'village')
  const rowsOf = (code: string, number: 1 | 2): string[] => {
    const one = { code, number, asked: askedRows(code, asked, put) }
    const cells = [false, ...(hasBelow ? [true] : [])].map((isAbove) => cellRows(one, { isAbove, put }))
    const matching = matchingOf(code, { firstParameter: values.length + 1 })
    values.push(...matching.values)
    return [...cells, ...factRows(one, put, matching.sql)]
  }
  const rows = [...rowsOf(formula.of, 1), ...(formula.having ? rowsOf(formula.having.of, 2) : [])]
  const chosen = 'coalesce(sum(amount) filter (where number = 2), 0)'
  const [from, below] = [put(band.from ?? '-infinity', 'float8'), put(band.below ?? 'infinity', 'float8')]
  const answer = await tx.query<{ node: string; at: number; places: number }>(
    `select node, at::int as at, count(*)::int as places from (
       select node, at, place from (${rows.join('\nunion all\n')}) r where ${tierBy('place')} = any(${put(formula.tiers, 'text[]')})
        group by node, at, place having sum(amount) filter (where number = 1) > 0 and ${chosen} >= ${from} and ${chosen} < ${below}) p
      where place >= (select lo from unnest(${put(nodes, 'text[]')}, ${put(
        nodes.map((node) => rangeAsked(node).lo),
        'text[]',
      )}) as n(node, lo) where n.node = p.node)
      group by node, at`,
    values,
  )
  const order = new Map(windows.map(({ from: first, to }, at) => [`${first} ${to}`, at + 1]))
  const found = new Map(answer.rows.map(({ node, at, places }) => [`${node} ${at}`, places]))
  return (node, { from: first, to }) => found.get(`${node} ${order.get(`${first} ${to}`)}`) ?? 0
}
