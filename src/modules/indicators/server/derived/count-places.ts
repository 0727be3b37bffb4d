import type { Tx } from '../../../../platform/database/tx.ts'
import type { Keyed, Places } from '../../domain/derived.ts'
import type { Window } from '../../domain/months.ts'
import { type AskedPlaces, nodeRows } from './asked-places.ts'
import { makeNamed, type Named } from './named-values.ts'
import { placesInBand } from './places-in-band.ts'
import { cellAmount, isWhole, windowFacts, windowRows } from './window-facts.ts'

const isOfVillages = ({ tiers }: Places): boolean => tiers.every((tier) => tier === 'village')

/** By what their own units did: the cells say it. A village has nothing below it, so what is within it is its own. */
export const isByOwnUnits = (formula: Keyed): formula is Places =>
  formula.form === 'places' && (isOfVillages(formula) || (formula.reach === 'own' && formula.having === undefined))

/** Also of a place's own unit alone: a village's own unit is all of it, and no other unit is a village's. */
export const countsOwnUnits = (formula: Keyed): boolean => formula.form === 'places' && isOfVillages(formula)

/** The tier of a code by its digits alone, as the kernel's `tierOf` says it. */
const tierBy = (code: string): string => `case
  when right(${code}, 3) <> '000' then 'village' when substr(${code}, 7, 3) <> '000' then 'township'
  when substr(${code}, 5, 2) <> '00' then 'county' when substr(${code}, 3, 2) <> '00' then 'city'
  when left(${code}, 2) <> '00' then 'province' else 'nation' end`

/** The node above, as `nodesOf` goes up. */
const aboveOf = (code: string): string => `rpad(left(${code}, case
  when right(${code}, 3) <> '000' then 9 when substr(${code}, 7, 3) <> '000' then 6
  when substr(${code}, 5, 2) <> '00' then 4 when substr(${code}, 3, 2) <> '00' then 2 else 0 end), 12, '0')`

/** The places that have something of the indicator, counted by node and window. */
function placesWithAny(asked: AskedPlaces, named: Named): string {
  const { formula, windows } = asked
  const { put } = named
  const code = put(formula.of, 'text')
  // What the cells of each node hold; and the same taken off the node above it, of which only what is its own is left.
  const cellsAs = (place: string, sign: string): string =>
    `select n.node, n.lo, w.at, ${place} as place, ${sign}${cellAmount(formula.of, 'c')} as amount
      from n join indicators.cells c on c.measure = ${code} and ${isWhole('c')} and c.unit_code >= n.lo and c.unit_code < n.hi cross join w`
  const cells = [cellsAs('c.unit_code', ''), ...(isOfVillages(formula) ? [] : [cellsAs(aboveOf('c.unit_code'), '-')])]
  const facts = `select n.node, n.lo, f.at, f.place, f.amount
    from (${windowFacts({ ...asked, codes: { amount: formula.of } }, named)}) f join n on f.place >= n.lo and f.place < n.hi`
  // What is taken off the node above one asked for belongs to nobody asked for.
  return `with w as materialized (select * from ${windowRows(windows, named)}), n as (select * from ${nodeRows(asked, named)})
    select node, at::int as at, count(*)::int as places from (
      select r.node, r.at from (${[...cells, facts].join(' union all ')}) r
       where r.place >= r.lo and ${tierBy('r.place')} = any(${put(formula.tiers, 'text[]')})
       group by r.node, r.at, r.place having sum(r.amount) > 0) p
    group by node, at`
}

/**
 * How many places of some tiers have something of an indicator: from cells and the facts not folded yet, so that it grows
 * with the places and not with what happened in them.
 */
export async function countPlaces(tx: Tx, asked: AskedPlaces): Promise<(node: string, window: Window) => number> {
  const named = makeNamed()
  const { having } = asked.formula
  const statement = having ? placesInBand({ ...asked, within: having.of }, named) : placesWithAny(asked, named)
  const { rows } = await tx.query<{ node: string; at: number; places: number }>(statement, named.values)
  const order = new Map(asked.windows.map(({ from, to }, at) => [`${from} ${to}`, at + 1]))
  const found = new Map(rows.map(({ node, at, places }) => [`${node} ${at}`, places]))
  return (node, { from, to }) => found.get(`${node} ${order.get(`${from} ${to}`)}`) ?? 0
}
