import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Keyed, Places } from '../../domain/derived.ts'
import { firstDay, lastDay, monthNumber, type Window } from '../../domain/months.ts'
import { rangeAsked } from '../asked.ts'
import { formOf, kindsOf } from '../kinds.ts'
import { isKnownBefore, lateFacts } from '../late-facts.ts'
import { matchingOf } from '../matching.ts'

export interface AskedPlaces {
  readonly formula: Places
  readonly nodes: readonly string[]
  readonly place: RegionCode
  readonly windows: readonly Window[]
  readonly before: string | undefined
  /** Of the other number that places are chosen by; its upper end is outside. */
  readonly band: { readonly from: number | null; readonly below: number | null }
}

const isOfVillages = ({ tiers }: Places): boolean => tiers.every((tier) => tier === 'village')

/** By what their own units did: the cells say it. A village has nothing below it, so what is within it is its own. */
export const isByOwnUnits = (formula: Keyed): formula is Places =>
  formula.form === 'places' && (isOfVillages(formula) || (formula.reach === 'own' && formula.having === undefined))

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

interface Counted {
  readonly code: string
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

/** Whole indicators `c`: their index by measure holds no parts. */
const IS_WHOLE = `strpos(c.measure, '/') = 0`

/** The months of a window in cells `c`, added up. */
const MONTHS = '(select coalesce(sum(a), 0) from unnest(c.amounts[w.first_month:w.last_month]) as a)'

/** What the cells of each node hold; and the same taken off the node above it, of which only what is its own is left. */
function cellRows({ code, asked }: Counted, { isAbove, put }: { isAbove: boolean; put: Put }): string {
  const place = isAbove ? aboveOf('c.unit_code') : 'c.unit_code'
  return `select n.node, w.at, ${place} as place, ${isAbove ? '-' : ''}${MONTHS} as amount
    from ${asked} join indicators.cells c on c.measure = ${put(code, 'text')} and ${IS_WHOLE} and c.unit_code >= n.lo and c.unit_code < n.hi`
}

type Facts = Pick<AskedPlaces, 'before' | 'place'> & { readonly matching: string; readonly put: Put }

/** What is not folded yet, and what whole months hold outside the days of the window, which is taken off. */
function factRows({ code, asked }: Counted, { before, place, matching, put }: Facts): string[] {
  const quantity = formOf(code) === 'turnouts' ? 'f.quantity * cardinality(f.person_ids)' : 'f.quantity'
  const kinds = put(kindsOf([code]), 'text[]')
  const late = before === undefined ? [] : [lateFacts({ place, before, asked: [kinds, 'n.lo', 'n.hi', 'w.begins_on', 'w.ends_on'] }, put)]
  const columns = (sign: string) => `select n.node, w.at, left(f.unit_code, 12) as place, ${sign}(${quantity}) as amount from ${asked}`
  const isMeant = `f.unit_code >= n.lo and f.unit_code < n.hi and ${matching}`
  return [
    `${columns('')} cross join lateral indicators.unfolded(${kinds}, n.lo, n.hi, w.begins_on, w.ends_on) f where ${isMeant}`,
    ...late.map(
      (some) =>
        `${columns('')} cross join lateral (${some}) as f(kind, on_day, unit_code, quantity, person_ids, dimensions) where ${isMeant}`,
    ),
    `${columns('-')} cross join lateral (values (w.begins_on, w.first_on - 1), (w.last_on + 1, w.ends_on)) as e(first_on, last_on)
       cross join unnest(${kinds}) as k(kind)
       join spine.facts f on f.kind = k.kind and f.on_day between e.first_on and e.last_on and ${isMeant}
        and ${isKnownBefore(put(before ?? 'infinity', 'text'))} where e.first_on <= e.last_on`,
  ]
}

/** The places that have something of the indicator. */
function chosenPlaces(asked: AskedPlaces, put: Put, matchingIn: (code: string) => string): string {
  const { formula, nodes } = asked
  const one = { code: formula.of, asked: askedRows(formula.of, asked, put) }
  const cells = (isOfVillages(formula) ? [false] : [false, true]).map((isAbove) => cellRows(one, { isAbove, put }))
  const rows = [...cells, ...factRows(one, { ...asked, matching: matchingIn(formula.of), put })]
  const los = nodes.map((node) => rangeAsked(node).lo)
  // What is taken off the node above one asked for belongs to nobody asked for.
  return `select r.node, r.at, r.place from (${rows.join('\nunion all\n')}) r
      join unnest(${put(nodes, 'text[]')}, ${put(los, 'text[]')}) as own(node, lo) on own.node = r.node and r.place >= own.lo
     where ${tierBy('r.place')} = any(${put(formula.tiers, 'text[]')}) group by r.node, r.at, r.place having sum(r.amount) > 0`
}

/** Of these the places where the other number lies in the band. */
function placesInBand(code: string, asked: AskedPlaces, { put, matchingIn }: { put: Put; matchingIn: (code: string) => string }): string {
  const { windows, band } = asked
  const one = { code, asked: askedRows(code, asked, put) }
  const months = [
    windows.map(({ from }) => (formOf(code) === 'stock' ? monthNumber(EVER) : monthNumber(from))),
    windows.map(({ to }) => monthNumber(to)),
  ].map((column) => put(column, 'int[]'))
  const cells = `select p.node, p.at, p.place, true as is_chosen, (select ${MONTHS} from indicators.cells c
       where c.measure = ${put(code, 'text')} and ${IS_WHOLE} and c.unit_code = p.place) as amount
      from chosen p join unnest(${months.join(', ')}) with ordinality as w(first_month, last_month, at) on w.at = p.at`
  const facts = factRows(one, { ...asked, matching: matchingIn(code), put })
  const [from, below] = [put(band.from ?? '-infinity', 'float8'), put(band.below ?? 'infinity', 'float8')]
  return `select node, at, place from (${cells} union all select node, at, place, false, amount from (${facts.join('\nunion all\n')}) f) s
     group by node, at, place having bool_or(is_chosen) and coalesce(sum(amount), 0) >= ${from} and coalesce(sum(amount), 0) < ${below}`
}

/**
 * How many places of some tiers have something of an indicator: from cells and the facts not folded yet, so that it grows
 * with the places and not with what happened in them.
 */
export async function countPlaces(tx: Tx, asked: AskedPlaces): Promise<(node: string, window: Window) => number> {
  const values: unknown[] = []
  const put: Put = (value, type) => `$${values.push(value)}::${type}`
  const matchingIn = (code: string): string => {
    const matching = matchingOf(code, { firstParameter: values.length + 1 })
    values.push(...matching.values)
    return matching.sql
  }
  const { having } = asked.formula
  const chosen = chosenPlaces(asked, put, matchingIn)
  const counted = having ? placesInBand(having.of, asked, { put, matchingIn }) : 'select node, at from chosen'
  const answer = await tx.query<{ node: string; at: number; places: number }>(
    `with chosen as materialized (${chosen}) select node, at::int as at, count(*)::int as places from (${counted}) c group by node, at`,
    values,
  )
  const order = new Map(asked.windows.map(({ from, to }, at) => [`${from} ${to}`, at + 1]))
  const found = new Map(answer.rows.map(({ node, at, places }) => [`${node} ${at}`, places]))
  return (node, { from, to }) => found.get(`${node} ${order.get(`${from} ${to}`)}`) ?? 0
}
