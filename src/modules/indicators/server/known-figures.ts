import type { Tx } from '../../../platform/database/scope.ts'
import type { Figure } from '../contract.ts'
import { lastYearOf, previousOf } from '../domain/compared.ts'
import { countedCodes } from '../domain/definition.ts'
import type { Window } from '../domain/months.ts'
import { isOwn, rangeOfNode } from './asked.ts'
import { definitions } from './definitions.ts'
import { readDerived } from './derived/read-derived.ts'
import { valuesFrom } from './derived/work-out.ts'
import { formulaOf } from './figures.ts'
import { formOf } from './kinds.ts'
import { matchingOf } from './matching.ts'
import { type AskedFigure, nodesBelow } from './read-figure.ts'

/** When a fact was recorded stands in its id (RFC 9562, version 7); one of another kind counts as always known. */
const KNOWN = `coalesce(uuid_extract_timestamp(f.id), '-infinity') < $6`

const AMOUNT = {
  sum: 'f.quantity',
  stock: 'f.quantity',
  turnouts: 'f.quantity * cardinality(f.person_ids)',
} as const

interface Node {
  readonly node: string
  readonly lo: string
  readonly hi: string
}

const keyOf = (node: string, code: string, { from, to }: Window): string => [node, code, from, to].join(' ')

/** One counted indicator at some nodes over a window, from the facts that were recorded before an instant. */
async function countKnown(
  tx: Tx,
  { nodes, code, word, window, before }: { nodes: readonly Node[]; code: string; word: string | undefined; window: Window; before: string },
): Promise<{ node: string; amount: number }[]> {
  const form = formOf(code)
  const matching = matchingOf(code, { firstParameter: 7, word })
  const from = form === 'stock' ? '-infinity' : window.from
  const chosen = `unnest($1::text[], $2::text[], $3::text[]) as n(node, lo, hi)
    join spine.facts f on f.unit_code >= n.lo and f.unit_code < n.hi and f.on_day between $4 and $5 and ${KNOWN} and ${matching.sql}`
  const amount = AMOUNT[form as keyof typeof AMOUNT]
  const sql = amount
    ? `select n.node, sum(${amount})::float8 as amount from ${chosen} group by n.node`
    : `select s.node, count(distinct s.person_id)::float8 as amount
         from (select n.node, p.person_id from ${chosen} cross join unnest(f.person_ids) as p(person_id)
                group by n.node, f.unit_code, p.person_id, date_trunc('month', f.on_day) having sum(f.quantity) > 0) s group by s.node`
  const columns = [nodes.map(({ node }) => node), nodes.map(({ lo }) => lo), nodes.map(({ hi }) => hi)]
  const { rows } = await tx.query<{ node: string; amount: number }>(sql, [...columns, from, window.to, before, ...matching.values])
  return rows
}

/**
 * Figures as they were known before an instant: what was recorded or corrected later is left out; of a word of their
 * dimension, where one is asked for. Read from the facts
 * themselves, so it takes as long as there are facts of its kinds; places are those of the period's last day.
 */
export async function readKnownFigure(
  tx: Tx,
  { before, word, ...asked }: Omit<AskedFigure, 'by'> & { by: 'none' | 'children'; before: string; word?: string },
): Promise<Figure[]> {
  const { codes, place, period, compare } = asked
  const names = asked.by === 'children' ? (await nodesBelow(tx, asked)).filter((node) => !isOwn(node)) : [place]
  const nodes = names.map((node) => ({ node, ...rangeOfNode(node) }))
  const windows = compare ? [period, previousOf(period), lastYearOf(period)] : [period]
  const amounts = new Map<string, number>()
  for (const code of new Set(codes.flatMap((one) => countedCodes(definitions, one)))) {
    for (const window of windows) {
      for (const { node, amount } of await countKnown(tx, { nodes, code, word, window, before }))
        amounts.set(keyOf(node, code, window), amount)
    }
  }
  const derived = await readDerived(tx, { codes, nodes: names, windows, formulaOf, before })
  const amount = (code: string, node: string, window: Window): number => amounts.get(keyOf(node, code, window)) ?? 0
  const read = valuesFrom({ formulaOf, amount, derived })
  return codes.flatMap((code) =>
    names.map((node) => {
      const compared = compare ? { previous: read(code, node, previousOf(period)), lastYear: read(code, node, lastYearOf(period)) } : {}
      return { code, key: node === place ? '' : node, ...read(code, node, period), ...compared }
    }),
  )
}
