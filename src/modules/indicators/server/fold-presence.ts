import { NATION } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import type { MeasuresOf } from '../domain/measures.ts'
import { monthNumber } from '../domain/months.ts'
import { isVillage, nodesOf, prefixOf } from '../domain/nodes.ts'
import { addTally, linkChanges, monthsOf, type Tally } from '../domain/presence.ts'
import { addLinks, type LinkCounts, linkKey } from './add-links.ts'
import type { FactRow } from './fact-rows.ts'
import { listPresence, tallyOf } from './presence-rows.ts'
import { type ChangedPresence, writePresence } from './write-presence.ts'

/** Of one person and measure: the net of each month, by unit. */
type ByUnit = Map<string, Tally>

interface Seen {
  readonly measure: string
  readonly personId: string
  readonly more: ByUnit
}

/** Who was counted by the facts, for each measure of distinct persons. */
export function seenIn(facts: readonly FactRow[], measuresOf: MeasuresOf): Map<string, Seen> {
  const seen = new Map<string, Seen>()
  for (const fact of facts) {
    const month = monthNumber(fact.on_day)
    for (const { measure, form } of measuresOf(fact.kind, fact.dimensions, fact.on_day)) {
      if (form !== 'distinct') continue
      for (const personId of fact.person_ids) {
        const key = `${personId} ${measure}`
        const one = seen.get(key) ?? { measure, personId, more: new Map() }
        one.more.set(fact.unit_code, addTally(one.more.get(fact.unit_code) ?? new Map(), new Map([[month, Number(fact.quantity)]])))
        seen.set(key, one)
      }
    }
  }
  return seen
}

/** The months in which a person counted at a node: those of every unit at or below it. */
export function monthsAt(units: ReadonlyMap<string, Tally>, node: string): Set<number> {
  const prefix = prefixOf(node)
  return new Set([...units].flatMap(([unit, tally]) => (unit.startsWith(prefix) ? monthsOf(tally) : [])))
}

export function sumByUnit(before: ReadonlyMap<string, Tally>, more: ReadonlyMap<string, Tally>): ByUnit {
  const after = new Map(before)
  for (const [unit, tally] of more) after.set(unit, addTally(before.get(unit) ?? new Map(), tally))
  return after
}

/** Brings presence and links up to date with the facts: late ones between earlier months, and corrections, included. */
export async function foldPresence(tx: Tx, facts: readonly FactRow[], measuresOf: MeasuresOf): Promise<void> {
  const seen = seenIn(facts, measuresOf)
  if (seen.size === 0) return
  const before = await presenceBefore(tx, [...seen.values()])
  const links: LinkCounts = new Map()
  const changed: ChangedPresence[] = []
  for (const [key, { measure, personId, more }] of seen) {
    const old = before.get(key) ?? new Map<string, Tally>()
    const now = sumByUnit(old, more)
    for (const unit of more.keys()) changed.push({ unit, measure, personId, tally: now.get(unit) ?? new Map(), isNew: !old.has(unit) })
    for (const { node, changes } of changesAbove(old, now, more)) enter(links, { node, measure, changes })
  }
  // Together: none of them reads what another writes.
  await Promise.all([...writePresence(tx, changed), addLinks(tx, links)])
}

type Changes = ReturnType<typeof linkChanges>

function enter(links: LinkCounts, { node, measure, changes }: { node: string; measure: string; changes: Changes }): void {
  if (changes.length === 0) return
  const ofNode = links.get(node) ?? new Map<string, Map<number, number>>()
  const counts = ofNode.get(measure) ?? new Map<number, number>()
  links.set(node, ofNode.set(measure, counts))
  for (const { month, prev, count } of changes) counts.set(linkKey(month, prev), (counts.get(linkKey(month, prev)) ?? 0) + count)
}

/** What one person's facts do to the links of the nodes above their units. Who was met at one unit only is the same everywhere. */
function changesAbove(old: ByUnit, now: ByUnit, more: ByUnit): { node: string; changes: Changes }[] {
  const nodes = [...new Set([...more.keys()].flatMap(nodesOf))].filter((node) => !isVillage(node))
  const changesAt = (node: string) => linkChanges(monthsAt(old, node), monthsAt(now, node))
  if (now.size > 1) return nodes.map((node) => ({ node, changes: changesAt(node) }))
  const changes = changesAt(NATION)
  return nodes.map((node) => ({ node, changes }))
}

async function presenceBefore(tx: Tx, seen: readonly Seen[]): Promise<Map<string, ByUnit>> {
  const rows = await listPresence(tx, seen)
  const before = new Map<string, ByUnit>()
  for (const row of rows) {
    const key = `${row.person_id} ${row.measure}`
    before.set(key, (before.get(key) ?? new Map()).set(row.unit_code, tallyOf(row)))
  }
  return before
}
