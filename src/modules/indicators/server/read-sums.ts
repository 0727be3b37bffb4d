import type { Tx } from '../../../platform/database/scope.ts'
import { readAmounts } from '../domain/amounts.ts'
import { edgesOf, type Window } from '../domain/months.ts'
import { type Asked, rangeOfNode } from './asked.ts'
import { digitsFor, ERAS, groupedBy } from './grouped-facts.ts'
import { kindsOf } from './kinds.ts'
import { isKnownBefore } from './late-facts.ts'
import type { Stored } from './read-store.ts'
import { edgeKey, type FactSum, isShort, makeSums, type Sums } from './sums.ts'

/**
 * Every amount that sums and stocks are made of: what is stored and not yet folded, and facts of the days that hang over
 * the windows. These are a second statement, for which the transaction must be in one snapshot.
 */
export async function readSums(tx: Tx, asked: Asked, stored: Stored): Promise<Sums> {
  const sums = makeSums(asked)
  for (const [node, measure, amounts] of stored.cells) {
    for (const [month, value] of readAmounts(amounts)) sums.addMonth(node, measure, { month, value })
  }
  sums.addFacts(stored.sums)
  if (asked.codes.length > 0) await addEdges(tx, asked, sums)
  return sums
}

/** The days to be read from facts: what hangs over whole months, and windows inside a month. */
function edgesAsked(windows: readonly Window[]): Window[] {
  const edges = windows.flatMap((window) => [...Object.values(edgesOf(window)), ...(isShort(window) ? [window] : [])])
  return [...new Map(edges.map((edge) => [edgeKey(edge), edge])).values()]
}

/** The kinds as a list and not as rows: joined to rows, a province's facts of those days are read whatever their kind. */
async function addEdges(tx: Tx, asked: Asked, sums: Sums): Promise<void> {
  const edges = edgesAsked(asked.windows)
  if (edges.length === 0) return
  const { lo, hi } = rangeOfNode(asked.place)
  const { rows } = await tx.query<FactSum & { edge: number }>(
    `select e.edge::int as edge, ${groupedBy({ digits: '$3', eras: '$7::date[]' })}
       from unnest($5::date[], $6::date[]) with ordinality as e(first_on, last_on, edge)
       join spine.facts f on f.kind = any($4) and f.on_day between e.first_on and e.last_on and f.unit_code >= $1 and f.unit_code < $2
        and ${isKnownBefore('$8')}
      group by 1, 2, 3, 4, 5, 6`,
    [
      lo,
      hi,
      digitsFor(asked),
      kindsOf(asked.codes),
      edges.map(({ from }) => from),
      edges.map(({ to }) => to),
      ERAS,
      asked.before ?? 'infinity',
    ],
  )
  for (const row of rows) {
    const edge = edges[row.edge - 1]
    if (edge) sums.addEdge(edgeKey(edge), row)
  }
}
