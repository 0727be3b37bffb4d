import type { Tx } from '../../../platform/database/scope.ts'
import { readAmounts } from '../domain/amounts.ts'
import { type Definition, isRatio } from '../domain/definition.ts'
import { edgesOf, type Window } from '../domain/months.ts'
import { prefixOf } from '../domain/nodes.ts'
import { type Asked, bureauOfNode, isOwn, rangeOfNode } from './asked.ts'
import { definitions } from './definitions.ts'
import { edgeKey, type FactSum, isShort, makeSums, type Sums } from './sums.ts'

const countingOf = (code: string): Definition[] =>
  definitions.filter((definition) => definition.code === code && !isRatio(definition.formula))

/** The kinds of facts that indicators are counted from. */
export const kindsOf = (codes: readonly string[]): string[] => [
  ...new Set(codes.flatMap(countingOf).flatMap(({ formula }) => (isRatio(formula) ? [] : [formula.kind]))),
]

export const formOf = (code: string): string | undefined => countingOf(code)[0]?.formula.form

/**
 * Reads every amount that sums and stocks are made of: folded cells, facts not yet folded, and facts of the days that
 * hang over the windows. All statements must share one snapshot.
 */
export async function readSums(tx: Tx, asked: Asked): Promise<Sums> {
  const sums = makeSums(asked)
  if (asked.codes.length === 0) return sums
  await addCells(tx, asked, sums)
  sums.addFacts(await listUnfolded(tx, asked))
  await addEdges(tx, asked, sums)
  return sums
}

async function addCells(tx: Tx, asked: Asked, sums: Sums): Promise<void> {
  const nodes = asked.nodes.filter((node) => !isOwn(node))
  // A part is called code/dimension=word: in "C" order between code/ and code0.
  const measures = asked.isSplit
    ? `exists (select from unnest($2::text[]) as k(code) where c.measure = k.code or (c.measure >= k.code || '/' and c.measure < k.code || '0'))`
    : 'c.measure = any($2)'
  const { rows } = await tx.query<{ unit_code: string; measure: string; amounts: string }>(
    `select c.unit_code, c.measure, c.amounts::text as amounts
       from unnest($1::text[], $3::text[]) as n(node, bureau)
       join indicators.cells c on c.bureau_code = n.bureau and c.unit_code = n.node
      where ${measures}`,
    [nodes, asked.codes, nodes.map(bureauOfNode)],
  )
  for (const row of rows) {
    for (const [month, value] of readAmounts(row.amounts)) sums.addMonth(row.unit_code, row.measure, { month, value })
  }
}

/** How many digits tell the nodes asked for apart; the facts of units below are added up by the database. */
const digitsFor = ({ nodes }: Asked): number => Math.max(0, ...nodes.map((node) => (isOwn(node) ? 16 : prefixOf(node).length)))

const GROUPED = `f.kind, f.on_day, f.dimensions, rpad(left(f.unit_code, $3), 12, '0') as unit_code,
  sum(f.quantity)::bigint as quantity, sum(f.quantity * cardinality(f.person_ids))::bigint as turnouts`

async function listUnfolded(tx: Tx, asked: Asked): Promise<FactSum[]> {
  const { lo, hi } = rangeOfNode(asked.place)
  const { rows } = await tx.query<FactSum & { unit_code: string }>(
    `select ${GROUPED} from spine.facts f
      where f.xid >= $5::xid8 and f.kind = any($4) and f.unit_code >= $1 and f.unit_code < $2
      group by 1, 2, 3, 4`,
    [lo, hi, digitsFor(asked), kindsOf(asked.codes), asked.upTo],
  )
  return rows
}

/** The days to be read from facts: what hangs over whole months, and windows inside a month. */
function edgesAsked(windows: readonly Window[]): Window[] {
  const edges = windows.flatMap((window) => [...Object.values(edgesOf(window)), ...(isShort(window) ? [window] : [])])
  return [...new Map(edges.map((edge) => [edgeKey(edge), edge])).values()]
}

async function addEdges(tx: Tx, asked: Asked, sums: Sums): Promise<void> {
  const edges = edgesAsked(asked.windows)
  if (edges.length === 0) return
  const { lo, hi } = rangeOfNode(asked.place)
  const { rows } = await tx.query<FactSum & { edge: number }>(
    `select e.edge::int as edge, ${GROUPED}
       from unnest($5::date[], $6::date[]) with ordinality as e(first_on, last_on, edge)
       cross join unnest($4::text[]) as k(kind)
       join spine.facts f on f.kind = k.kind and f.on_day between e.first_on and e.last_on and f.unit_code >= $1 and f.unit_code < $2
      group by 1, 2, 3, 4, 5`,
    [lo, hi, digitsFor(asked), kindsOf(asked.codes), edges.map(({ from }) => from), edges.map(({ to }) => to)],
  )
  for (const row of rows) {
    const edge = edges[row.edge - 1]
    if (edge) sums.addEdge(edgeKey(edge), row)
  }
}
