import { Buffer } from 'node:buffer'
import type { CopyWriter } from './copy-writer.ts'
import type { GatheredFacts } from './gather-facts.ts'

/** The months in which a measure has anything, and where they lie among the amounts of a node. */
interface Span {
  readonly first: number
  readonly at: number
}

/** The amounts of one node: for each measure its span, and which part of it has been touched. */
interface Tray {
  readonly amounts: Float64Array
  readonly from: Int32Array
  readonly to: Int32Array
}

/** Above every place in the amounts. */
const NOWHERE = 2_147_483_647

/** Each measure gets only the months that it has: stocks go back to 1949, where visits begin this year. */
function spansOf({ plans, plan, month }: GatheredFacts): { spans: readonly Span[]; size: number } {
  const [first, last] = [new Int32Array(plans.measures.length).fill(NOWHERE), new Int32Array(plans.measures.length).fill(-1)]
  for (let fact = 0; fact < plan.length; fact += 1) {
    const [{ sums, turnouts }, at] = [plans.planAt(plan[fact] ?? 0), month[fact] ?? 0]
    for (const measures of [sums, turnouts]) {
      for (const measure of measures) {
        if (at < (first[measure] ?? 0)) first[measure] = at
        if (at > (last[measure] ?? 0)) last[measure] = at
      }
    }
  }
  let size = 0
  const spans = Array.from(first, (start, measure) => {
    const span = { first: start, at: size }
    size += (last[measure] ?? 0) - start + 1
    return span
  })
  return { spans, size }
}

function add({ amounts, from, to }: Tray, measure: number, at: number, value: number): void {
  amounts[at] = (amounts[at] ?? 0) + value
  if (at < (from[measure] ?? 0)) from[measure] = at
  if (at >= (to[measure] ?? 0)) to[measure] = at + 1
}

/** Adds a tray's measure to the tray above and clears it. */
function lift(tray: Tray, above: Tray | undefined, measure: number): void {
  const [from, to] = [tray.from[measure] ?? 0, tray.to[measure] ?? 0]
  if (above) {
    for (let at = from; at < to; at += 1) above.amounts[at] = (above.amounts[at] ?? 0) + (tray.amounts[at] ?? 0)
    above.from[measure] = Math.min(above.from[measure] ?? 0, from)
    above.to[measure] = Math.max(above.to[measure] ?? 0, to)
  }
  tray.amounts.fill(0, from, to)
  tray.from[measure] = NOWHERE
  tray.to[measure] = 0
}

/**
 * Writes the rows of indicators.cells: one sweep through the tree. A place's facts are added up in a tray; when all below
 * a node has been through, its tray is written and emptied into the tray above it. So each fact is added once, and each
 * cell once more; there is one tray a tier, and nothing is looked for. Goes on after each node.
 */
export function* sweepCells(writer: CopyWriter, facts: GatheredFacts): Generator<void> {
  const { nodes, plans, byNode } = facts
  const { spans, size } = spansOf(facts)
  const names = plans.measures.map((name) => Buffer.from(name))
  const makeTray = (): Tray => ({
    amounts: new Float64Array(size),
    from: new Int32Array(spans.length).fill(NOWHERE),
    to: new Int32Array(spans.length),
  })
  const trays = Array.from({ length: nodes.deepest() + 1 }, makeTray)
  const path: number[] = []
  const close = (): void => {
    const node = nodes.bytesAt(path.pop() ?? 0)
    const [tray, above] = [trays[path.length], trays[path.length - 1]]
    for (let measure = 0; tray && measure < spans.length; measure += 1) {
      if (tray.to[measure] === 0) continue
      writeCells(writer, { node, name: names[measure] ?? node, tray, measure, span: spans[measure] ?? { first: 0, at: 0 } })
      lift(tray, above, measure)
    }
  }
  for (const node of nodes.inOrder()) {
    while (path.length > nodes.depthOf(node)) {
      close()
      yield
    }
    path.push(node)
    const tray = trays[path.length - 1]
    if (tray) for (const fact of byNode.of(node)) enter(tray, facts, { fact, spans })
  }
  while (path.length > 0) close()
  yield
}

function enter(
  tray: Tray,
  { plans, plan, month, quantity, personCount }: GatheredFacts,
  { fact, spans }: { fact: number; spans: readonly Span[] },
): void {
  const { sums, turnouts } = plans.planAt(plan[fact] ?? 0)
  const [at, value] = [month[fact] ?? 0, quantity[fact] ?? 0]
  for (const measure of sums) {
    const span = spans[measure]
    if (span) add(tray, measure, span.at + at - span.first, value)
  }
  for (const measure of turnouts) {
    const span = spans[measure]
    if (span) add(tray, measure, span.at + at - span.first, value * (personCount[fact] ?? 0))
  }
}

interface Cells {
  readonly node: Uint8Array
  readonly name: Uint8Array
  readonly tray: Tray
  readonly measure: number
  readonly span: Span
}

/** One row, from its first month with something to its last; none where everything has been taken back. */
function writeCells(writer: CopyWriter, { node, name, tray, measure, span }: Cells): void {
  const { amounts } = tray
  let [from, to] = [tray.from[measure] ?? 0, tray.to[measure] ?? 0]
  while (from < to && amounts[from] === 0) from += 1
  while (to > from && amounts[to - 1] === 0) to -= 1
  if (from === to) return
  writer.row(4)
  writer.head(node)
  writer.text(name)
  writer.amounts(amounts, { from, to, lower: span.first + from - span.at })
}
