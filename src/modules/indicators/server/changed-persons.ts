import { monthNumber } from '../domain/months.ts'
import { type Asked, rangeAsked } from './asked.ts'
import { matchingOf } from './matching.ts'

/** Values of a statement under construction. */
export interface Values {
  readonly values: unknown[]
  /** Puts a value behind the others and says its name. */
  readonly put: (value: unknown, type: string) => string
}

/** The facts not folded yet that count for each indicator. */
function countedFacts(codes: readonly string[], { values, put }: Values): string {
  const chosen = codes.map((code) => {
    const measure = put(code, 'text')
    const matching = matchingOf(code, { firstParameter: values.length + 1 })
    values.push(...matching.values)
    return `select ${measure} as measure, f.person_ids, f.unit_code, f.on_day, f.quantity from unfolded f where ${matching.sql}`
  })
  return chosen.join(' union all ')
}

/** The number of a fact's month; `extract` would reckon in decimals. */
const MONTH = `(date_part('year', f.on_day) * 12 + date_part('month', f.on_day) - 1)::int`

/**
 * By how many persons the facts not folded yet change a count, as a part of the statement that reads the store: arrays of
 * node, code, number of the window from 1, and persons. Of the persons in those facts (`more`) the store's months are looked
 * up (`known`: a month of `months` has a net of 1 where `nets` does not say otherwise); a person counts in a month at a unit
 * while the net of both is above zero.
 */
export function changedPersons(asked: Asked, all: Values): string {
  const { nodes, codes, windows } = asked
  const { put } = all
  const ranges = nodes.map(rangeAsked)
  const places = [nodes, ranges.map(({ lo }) => lo), ranges.map(({ hi }) => hi)].map((column) => put(column, 'text[]'))
  const months = [windows.map(({ from }) => monthNumber(from)), windows.map(({ to }) => monthNumber(to))]
  const [first, last] = [put(Math.min(...(months[0] ?? [])), 'int'), put(Math.max(...(months[1] ?? [])), 'int')]
  return `(with more as materialized (
      select f.measure, p.person_id, f.unit_code, ${MONTH} as month, f.quantity as net
        from (${countedFacts(codes, all)}) f cross join unnest(f.person_ids) as p(person_id)),
    known as materialized (
      select p.measure, p.person_id, p.unit_code, p.months, p.nets
        from (select distinct measure, person_id from more) m join indicators.presence p on p.person_id = m.person_id and p.measure = m.measure),
    had as (
      select k.measure, k.person_id, k.unit_code, m.month, 1::bigint as had, 0::bigint as net from known k cross join unnest(k.months) as m(month)
      union all
      select k.measure, k.person_id, k.unit_code, k.nets[i.at], k.nets[i.at + 1] - (k.nets[i.at] = any(k.months))::int, 0
        from known k cross join generate_series(1, cardinality(k.nets), 2) as i(at)
      union all
      select measure, person_id, unit_code, month, 0, net from more),
    months as (
      select measure, person_id, unit_code, month, sum(had) > 0 as did, sum(had) + sum(net) > 0 as does
        from had where month between ${first} and ${last} group by 1, 2, 3, 4),
    persons as (
      select n.node, m.measure, w.at, m.person_id, bool_or(m.does)::int - bool_or(m.did)::int as change
        from months m join unnest(${places.join(', ')}) as n(node, lo, hi) on m.unit_code >= n.lo and m.unit_code < n.hi
        join unnest(${months.map((column) => put(column, 'int[]')).join(', ')}) with ordinality as w(first, last, at) on m.month between w.first and w.last
       group by 1, 2, 3, 4)
    select json_agg(json_build_array(s.node, s.measure, s.at, s.persons)) from (
      select node, measure, at, sum(change) as persons from persons where change <> 0 group by 1, 2, 3) s) as changed`
}
