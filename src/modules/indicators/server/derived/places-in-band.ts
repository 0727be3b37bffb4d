import { rangeOfNode } from '../asked.ts'
import { type AskedPlaces, nodeRows } from './asked-places.ts'
import type { Named } from './named-values.ts'
import { cellAmount, isWhole, windowFacts, windowRows } from './window-facts.ts'

/** The indicators of which a village's cell says how large it ever was, and from how many digits on an index holds it. */
const SIZED: readonly string[] = ['clients']
const LARGE_DIGITS = 3

const isVillage = (code: string): string => `right(${code}, 3) <> '000'`

/** One of the two indicators, and what is asked of its amount at a village. */
interface Side {
  readonly code: string
  readonly isIn: (amount: string) => string
}

export interface AskedInBand extends AskedPlaces {
  /** The indicator that lies in the band. */
  readonly within: string
}

/** The side whose cells are read, and the one looked up at the villages found. */
function sidesOf({ formula, band, within }: AskedInBand, { put }: Named): { read: Side; found: Side } {
  const range = `numrange(${put(band.from, 'numeric')}, ${put(band.below, 'numeric')})`
  const counted: Side = { code: formula.of, isIn: (amount) => `${amount} > 0` }
  const banded: Side = { code: within, isIn: (amount) => `${range} @> (${amount})` }
  // Where nothing lies in the band too, there are villages in it that have no cell of the other.
  return (band.from ?? 0) <= 0 ? { read: counted, found: banded } : { read: banded, found: counted }
}

/** Which cells are read; of some indicators those that some month found large enough: what never was is in no band. */
function largeFrom({ code }: Side, { from }: AskedPlaces['band']): string | undefined {
  const digits = String(Math.floor(from ?? 0)).length
  return SIZED.includes(code) && digits >= LARGE_DIGITS ? `digits >= ${digits}` : undefined
}

/** What the cell `o` of a village holds in a window; 0 where it has none, or not such a one. */
const amountAt = ({ code }: Side, place: string, { put }: Named, isMeant = 'true'): string =>
  `coalesce((select ${cellAmount(code, 'o')} from indicators.cells o
    where o.measure = ${put(code, 'text')} and ${isWhole('o')} and o.unit_code = ${place} and ${isMeant}), 0)`

/**
 * Villages that have something of an indicator and of another as much as a band asks, counted by node and window. Cells that
 * were never large enough are only looked at where facts beside the cells add to them.
 */
export function placesInBand(asked: AskedInBand, named: Named): string {
  const { read, found } = sidesOf(asked, named)
  const { put } = named
  const { lo, hi } = rangeOfNode(asked.place)
  const large = largeFrom(read, asked.band)
  const facts = windowFacts({ ...asked, codes: { read: read.code, found: found.code } }, named)
  const small = `select m.at, m.place, ${amountAt(read, 'm.place', named, `(o.${large}) is not true`)}, 0
      from moved m join w on w.at = m.at where m.read > 0`
  return `with w as materialized (select * from ${windowRows(asked.windows, named)}), n as (select * from ${nodeRows(asked, named)}),
    moved as materialized (
      select at, place, sum(read) as read, sum(found) as found from (${facts}) f where ${isVillage('place')} group by at, place),
    chosen as materialized (select at, place, sum(found) as found from (
      select w.at, c.unit_code as place, ${cellAmount(read.code, 'c')} as read, 0 as found
        from w join indicators.cells c on c.measure = ${put(read.code, 'text')} and ${isWhole('c')}
         and c.unit_code >= ${put(lo, 'text')} and c.unit_code < ${put(hi, 'text')} and ${isVillage('c.unit_code')}${large ? ` and c.${large}` : ''}
      union all select at, place, read, found from moved
      ${large ? `union all ${small}` : ''}) r group by at, place having ${read.isIn('sum(read)')})
    select n.node, w.at::int as at, count(*)::int as places
      from chosen c join w on w.at = c.at join n on c.place >= n.lo and c.place < n.hi
     where ${found.isIn(`${amountAt(found, 'c.place', named)} + c.found`)} group by n.node, w.at`
}
