import type { RegionCode } from '../../../../kernel/region-code.ts'
import { edgesOf, firstDay, lastDay, monthNumber, type Window } from '../../domain/months.ts'
import { rangeOfNode } from '../asked.ts'
import { formOf, kindsOf } from '../kinds.ts'
import { isKnownBefore, lateFacts } from '../late-facts.ts'
import type { Named } from './named-values.ts'

/** What stands counts from the beginning. */
const isStanding = (code: string): boolean => formOf(code) === 'stock'

/** The windows as rows of SQL, with the whole months around their days. */
export function windowRows(windows: readonly Window[], { put }: Named): string {
  const [first, last] = [windows.map(({ from }) => monthNumber(from)), windows.map(({ to }) => monthNumber(to))]
  const columns = [put(first.map(firstDay), 'date[]'), put(last.map(lastDay), 'date[]'), put(first, 'int[]'), put(last, 'int[]')]
  return `unnest(${columns.join(', ')}) with ordinality as w(begins_on, ends_on, first_month, last_month, at)`
}

/** Whole indicators: the cells' index by measure holds no parts. */
export const isWhole = (c: string): string => `strpos(${c}.measure, '/') = 0`

/** What the cells `c` of an indicator hold of the months of a window `w`. Told so, the server keeps no months in between. */
export const cellAmount = (code: string, c: string): string =>
  `(select coalesce(sum(m.a), 0) from (select unnest(${c}.amounts[${isStanding(code) ? '' : 'w.first_month'}:w.last_month]) as a) m)`

interface AskedFacts {
  /** The indicators, by the names that their amounts get. */
  readonly codes: Readonly<Record<string, string>>
  readonly place: RegionCode
  readonly windows: readonly Window[]
  readonly before: string | undefined
}

/** Rows of facts `f`: the window they belong to, their place, and an amount for each indicator. */
type Rows = (at: string, sign: string, isInside: (stands: boolean) => string) => string

function rowsFor(codes: AskedFacts['codes'], { matching }: Named): Rows {
  const sides = Object.entries(codes).map(([name, code]) => ({ name, code, isMeant: matching(code) }))
  return (at, sign, isInside) => {
    const amounts = sides.map(({ name, code, isMeant }) => {
      const quantity = formOf(code) === 'turnouts' ? 'f.quantity * cardinality(f.person_ids)' : 'f.quantity'
      return `case when ${isMeant} and ${isInside(isStanding(code))} then ${sign}${quantity} else 0 end as ${name}`
    })
    return `select ${at} as at, left(f.unit_code, 12) as place, ${amounts.join(', ')}`
  }
}

/** The days of first and last months outside the windows, as rows of SQL; nothing of what stands is left out at the beginning. */
function daysOutside({ codes, windows }: AskedFacts, { put }: Named): string | undefined {
  const areStanding = Object.values(codes).every(isStanding)
  const edges = windows
    .map(edgesOf)
    .flatMap(({ head, tail }, at) => [
      ...(head && !areStanding ? [{ ...head, at: at + 1, isTail: false }] : []),
      ...(tail ? [{ ...tail, at: at + 1, isTail: true }] : []),
    ])
  if (edges.length === 0) return undefined
  const column = (name: keyof (typeof edges)[number], type: string): string =>
    put(
      edges.map((edge) => edge[name]),
      type,
    )
  const columns = [column('from', 'date[]'), column('to', 'date[]'), column('at', 'bigint[]'), column('isTail', 'boolean[]')]
  return `unnest(${columns.join(', ')}) as e(first_on, last_on, at, is_tail)`
}

/**
 * What cells lack of some indicators below a place, or hold too much, by window `at` and `place`: facts not folded yet, those
 * known too late, and the days of whole months outside. The facts are read once, whatever windows and nodes are asked for.
 */
export function windowFacts(asked: AskedFacts, named: Named): string {
  const { codes, place, windows, before } = asked
  const { put } = named
  const range = rangeOfNode(place)
  const [kinds, lo, hi] = [put(kindsOf(Object.values(codes)), 'text[]'), put(range.lo, 'text'), put(range.hi, 'text')]
  const first = Object.values(codes).some(isStanding) ? '-infinity' : firstDay(Math.min(...windows.map(({ from }) => monthNumber(from))))
  const last = lastDay(Math.max(...windows.map(({ to }) => monthNumber(to))))
  const asUnfolded = [kinds, lo, hi, put(first, 'date'), put(last, 'date')]
  const late = before === undefined ? '' : ` union all ${lateFacts({ place, before, asked: asUnfolded }, put)}`
  const rows = rowsFor(codes, named)
  const beside = `${rows('w.at', '', (stands) => (stands ? 'true' : 'f.on_day >= w.begins_on'))}
    from (select * from indicators.unfolded(${asUnfolded.join(', ')})${late}) as f(kind, on_day, unit_code, quantity, person_ids, dimensions)
    join w on f.on_day <= w.ends_on`
  const outside = daysOutside(asked, named)
  if (outside === undefined) return beside
  return `${beside} union all ${rows('e.at', '-', (stands) => (stands ? 'e.is_tail' : 'true'))}
    from ${outside} join spine.facts f on f.kind = any(${kinds}) and f.on_day between e.first_on and e.last_on
     and f.unit_code >= ${lo} and f.unit_code < ${hi} and ${isKnownBefore(put(before ?? 'infinity', 'text'))}`
}
