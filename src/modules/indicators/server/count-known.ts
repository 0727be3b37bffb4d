import type { Tx } from '../../../platform/database/scope.ts'
import type { Window } from '../domain/months.ts'
import { rangeOfNode } from './asked.ts'
import { formOf, kindsOf } from './kinds.ts'
import { isKnownBefore } from './late-facts.ts'
import { matchingOf } from './matching.ts'

const KNOWN = isKnownBefore('$6')

/** Of forms that add up; a person is counted once. */
const AMOUNT: Readonly<Record<string, string>> = {
  sum: 'f.quantity',
  stock: 'f.quantity',
  turnouts: 'f.quantity * cardinality(f.person_ids)',
}

interface AskedKnown {
  /** Counted indicators. */
  readonly codes: readonly string[]
  /** Only their part by a word of their dimension. */
  readonly word: string | undefined
  readonly nodes: readonly string[]
  readonly windows: readonly Window[]
  /** Only facts recorded before this instant. */
  readonly before: string
}

/** By indicator, node and window. */
type KnownAmounts = (code: string, node: string, window: Window) => number

const keyOf = (code: string, node: string, { from, to }: Window): string => [code, node, from, to].join(' ')

interface Row {
  readonly node: string
  readonly at: number
  readonly amounts: readonly (number | null)[]
}

/** The first parameters of every statement: nodes, windows, the instant and the kinds. */
function valuesOf({ codes, nodes, windows, before }: AskedKnown, isStock: boolean): unknown[] {
  const ranges = nodes.map(rangeOfNode)
  const [los, his] = [ranges.map(({ lo }) => lo), ranges.map(({ hi }) => hi)]
  const begins = windows.map(({ from }) => (isStock ? '-infinity' : from))
  return [nodes, los, his, begins, windows.map(({ to }) => to), before, kindsOf(codes)]
}

const CHOSEN = `unnest($1::text[], $2::text[], $3::text[]) as n(node, lo, hi)
  cross join unnest($4::date[], $5::date[]) with ordinality as w(first_on, last_on, at)
  join spine.facts f on f.kind = any($7) and f.unit_code >= n.lo and f.unit_code < n.hi and f.on_day between w.first_on and w.last_on and ${KNOWN}`

/** All that adds up, over all windows, by one reading of the facts. */
async function addKnown(tx: Tx, asked: AskedKnown, isStock: boolean): Promise<Row[]> {
  const values = valuesOf(asked, isStock)
  const sums = asked.codes.map((code) => {
    const matching = matchingOf(code, { firstParameter: values.length + 1, word: asked.word })
    values.push(...matching.values)
    return `sum(${AMOUNT[formOf(code) ?? ''] ?? 'null'}) filter (where ${matching.sql})::float8`
  })
  const { rows } = await tx.query<Row>(
    `select n.node, w.at::int as at, array[${sums.join(', ')}] as amounts from ${CHOSEN} group by n.node, w.at`,
    values,
  )
  return rows
}

/** Persons who were in some month, each once; what was taken back of a month is not there. */
async function countKnownPersons(tx: Tx, asked: AskedKnown): Promise<Row[]> {
  const values = valuesOf(asked, false)
  const matching = matchingOf(asked.codes[0] ?? '', { firstParameter: values.length + 1, word: asked.word })
  const { rows } = await tx.query<Row>(
    `select s.node, s.at::int as at, array[count(distinct s.person_id)::float8] as amounts
       from (select n.node, w.at, p.person_id from ${CHOSEN} and ${matching.sql} cross join unnest(f.person_ids) as p(person_id)
              group by n.node, w.at, f.unit_code, p.person_id, date_trunc('month', f.on_day) having sum(f.quantity) > 0) s
      group by s.node, s.at`,
    [...values, ...matching.values],
  )
  return rows
}

/** Counted indicators as they were known before an instant, from the facts: one reading for all that adds up, one for each that counts persons. */
export async function countKnown(tx: Tx, asked: AskedKnown): Promise<KnownAmounts> {
  const amounts = new Map<string, number>()
  const keep = (codes: readonly string[], rows: readonly Row[]): void => {
    for (const { node, at, amounts: of } of rows)
      for (const [index, code] of codes.entries()) {
        const window = asked.windows[at - 1]
        if (window) amounts.set(keyOf(code, node, window), of[index] ?? 0)
      }
  }
  const sorted = (isMeant: (form: string | undefined) => boolean) => asked.codes.filter((code) => isMeant(formOf(code)))
  const [flows, stocks] = [sorted((form) => form === 'sum' || form === 'turnouts'), sorted((form) => form === 'stock')]
  if (flows.length > 0) keep(flows, await addKnown(tx, { ...asked, codes: flows }, false))
  if (stocks.length > 0) keep(stocks, await addKnown(tx, { ...asked, codes: stocks }, true))
  for (const code of sorted((form) => form === 'distinct')) keep([code], await countKnownPersons(tx, { ...asked, codes: [code] }))
  return (code, node, window) => amounts.get(keyOf(code, node, window)) ?? 0
}
