import { type Prepared, prepared } from '../../../platform/database/prepared.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import { firstDay, lastDay, monthNumber } from '../domain/months.ts'
import { isVillage } from '../domain/nodes.ts'
import { type Asked, bureauOfNode, isOwn, rangeAsked, rangeOfNode } from './asked.ts'
import { changedPersons, type Values } from './changed-persons.ts'
import { digitsFor, ERAS, groupedBy } from './grouped-facts.ts'
import { formOf, kindsOf } from './kinds.ts'
import { lateFacts } from './late-facts.ts'
import type { FactSum } from './sums.ts'

/** What the store holds of figures, and what has come since it was folded: of one moment. */
export interface Stored {
  /** Node, measure, and amounts by month as the database writes them. */
  readonly cells: readonly (readonly [string, string, string])[]
  /** Facts not folded yet, added up by node. */
  readonly sums: readonly FactSum[]
  /** Node, measure, month, month before, persons. */
  readonly links: readonly (readonly [string, string, number, number, number])[]
  /** Node, measure, number of the window from 1, distinct persons. */
  readonly present: readonly (readonly [string, string, number, number])[]
  /** The same of the facts that are not folded yet: by how many persons they change the count. */
  readonly changed: readonly (readonly [string, string, number, number])[]
}

/** Puts values behind one another and says their names. */
function makeValues(): Values {
  const values: unknown[] = []
  return { values, put: (value, type) => `$${values.push(value)}::${type}` }
}

type Put = Values['put']

const NONE: Stored = { cells: [], sums: [], links: [], present: [], changed: [] }

/**
 * Everything that figures are made of, but the days that hang over whole months, in one statement: one round trip, one
 * moment. Both are asked at the same place over the same windows.
 */
export async function readStore(tx: Tx, sums: Asked, distinct: Asked): Promise<Stored> {
  const all = makeValues()
  const { values, put } = all
  const { lo, hi } = rangeOfNode(sums.place)
  const kinds = kindsOf([...sums.codes, ...distinct.codes])
  const { first, last } = monthsOf(sums)
  const from = sums.codes.some((code) => formOf(code) === 'stock') ? '-infinity' : firstDay(first)
  const asked = [put(kinds, 'text[]'), put(lo, 'text'), put(hi, 'text'), put(from, 'date'), put(lastDay(last), 'date')]
  const late = sums.before === undefined ? '' : ` union all ${lateFacts({ place: sums.place, before: sums.before, asked }, put)}`
  const facts = `select * from indicators.unfolded(${asked.join(', ')})${late}`
  const parts = [
    ...(sums.codes.length > 0 ? [cellsPart(sums, put), sumsPart(sums, put)] : []),
    ...(distinct.codes.length > 0 ? [...linksPart(distinct, put), ...presentPart(distinct, put), changedPersons(distinct, all)] : []),
  ]
  if (parts.length === 0) return NONE
  const statement = statementOf(`with unfolded as materialized (${facts}) select ${parts.join(',\n')}`)
  const { rows } = await tx.query<Record<keyof Stored, never>>(statement, values)
  const found = Object.entries(rows[0] ?? {}).filter(([, part]) => part !== null)
  return { ...NONE, ...Object.fromEntries(found) }
}

/** Its text says only which parts are asked for, and there are a dozen of such; who asks for what goes in as values. */
const statements = new Map<string, Prepared>()

function statementOf(text: string): Prepared {
  const statement = statements.get(text) ?? prepared(text)
  statements.set(text, statement)
  return statement
}

/** The months that the windows lie in. */
const monthsOf = ({ windows }: Asked): { first: number; last: number } => ({
  first: Math.min(...windows.map(({ from }) => monthNumber(from))),
  last: Math.max(...windows.map(({ to }) => monthNumber(to))),
})

function cellsPart({ nodes, codes, isSplit }: Asked, put: Put): string {
  const whole = nodes.filter((node) => !isOwn(node))
  const named = put(codes, 'text[]')
  // A part is called code/dimension=word: in "C" order between code/ and code0.
  const measures = isSplit
    ? `exists (select from unnest(${named}) as k(code) where c.measure = k.code or (c.measure >= k.code || '/' and c.measure < k.code || '0'))`
    : `c.measure = any(${named})`
  return `(select json_agg(json_build_array(c.unit_code, c.measure, c.amounts::text))
    from unnest(${put(whole, 'text[]')}, ${put(whole.map(bureauOfNode), 'text[]')}) as n(node, bureau)
    join indicators.cells c on c.bureau_code = n.bureau and c.unit_code = n.node where ${measures}) as cells`
}

const sumsPart = (asked: Asked, put: Put): string =>
  `(select json_agg(g) from (select ${groupedBy({ digits: put(digitsFor(asked), 'int'), eras: put(ERAS, 'date[]') })} from unfolded f where f.kind = any(${put(kindsOf(asked.codes), 'text[]')})
    group by 1, 2, 3, 4, 5) g) as sums`

function linksPart(asked: Asked, put: Put): string[] {
  const { nodes, codes } = asked
  const linked = nodes.filter((node) => !isOwn(node) && !isVillage(node))
  if (linked.length === 0) return []
  const { first, last } = monthsOf(asked)
  return [
    `(select json_agg(json_build_array(l.unit_code, l.measure, l.month, l.prev_month, l.persons))
    from unnest(${put(linked, 'text[]')}, ${put(linked.map(bureauOfNode), 'text[]')}) as n(node, bureau)
    join indicators.links l on l.bureau_code = n.bureau and l.unit_code = n.node
    where l.measure = any(${put(codes, 'text[]')}) and l.month between ${put(first, 'int')} and ${put(last, 'int')} and l.persons <> 0) as links`,
  ]
}

/** At villages, and at a place's own unit, the few persons themselves are counted. */
function presentPart({ nodes, codes, windows }: Asked, put: Put): string[] {
  const small = nodes.filter((node) => isOwn(node) || isVillage(node))
  if (small.length === 0) return []
  const ranges = small.map(rangeAsked)
  const columns = [small, ranges.map(({ lo }) => lo), ranges.map(({ hi }) => hi), small.map(bureauOfNode)]
  const months = [windows.map(({ from }) => monthNumber(from)), windows.map(({ to }) => monthNumber(to))]
  return [
    `(select json_agg(json_build_array(s.node, s.measure, s.at, s.persons)) from (
      select n.node, p.measure, w.at, count(distinct p.person_id) as persons
       from unnest(${columns.map((column) => put(column, 'text[]')).join(', ')}) as n(node, lo, hi, bureau)
       join indicators.presence p on p.bureau_code = n.bureau and p.unit_code >= n.lo and p.unit_code < n.hi and p.measure = any(${put(codes, 'text[]')})
       join unnest(${months.map((column) => put(column, 'int[]')).join(', ')}) with ordinality as w(first, last, at)
         on exists (select from unnest(p.months) as m(month) where m.month between w.first and w.last)
      group by 1, 2, 3) s) as present`,
  ]
}
