import { NATION } from '../../../kernel/region-code.ts'
import { bigintColumn, smallintColumn, textColumn, uuidColumn } from '../../../platform/database/column-arrays.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import type { MeasuresOf } from '../domain/measures.ts'
import { monthNumber } from '../domain/months.ts'
import { isVillage, nodesOf, prefixOf } from '../domain/nodes.ts'
import { addTally, linkChanges, monthsOf, type Tally } from '../domain/presence.ts'
import { bureauOfNode } from './asked.ts'
import type { FactRow } from './fact-rows.ts'
import { columnsOf, listPresence, tallyOf } from './presence-rows.ts'

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
  const links = new Map<string, number>()
  const changed: { unit: string; measure: string; personId: string; tally: Tally }[] = []
  for (const [key, { measure, personId, more }] of seen) {
    const old = before.get(key) ?? new Map<string, Tally>()
    const now = sumByUnit(old, more)
    for (const unit of more.keys()) changed.push({ unit, measure, personId, tally: now.get(unit) ?? new Map() })
    for (const { node, changes } of changesAbove(old, now, more)) {
      for (const { month, prev, count } of changes) {
        const link = `${node} ${measure} ${month} ${prev}`
        links.set(link, (links.get(link) ?? 0) + count)
      }
    }
  }
  await writePresence(tx, changed)
  await addLinks(tx, links)
}

/** What one person's facts do to the links of the nodes above their units. Who was met at one unit only is the same everywhere. */
function changesAbove(old: ByUnit, now: ByUnit, more: ByUnit): { node: string; changes: ReturnType<typeof linkChanges> }[] {
  const nodes = [...new Set([...more.keys()].flatMap(nodesOf))].filter((node) => !isVillage(node))
  const changesAt = (node: string) => linkChanges(monthsAt(old, node), monthsAt(now, node))
  if (now.size > 1) return nodes.map((node) => ({ node, changes: changesAt(node) }))
  const changes = changesAt(NATION)
  return nodes.map((node) => ({ node, changes }))
}

async function presenceBefore(tx: Tx, seen: readonly Seen[]): Promise<Map<string, ByUnit>> {
  const measures = [...new Set(seen.map(({ measure }) => measure))]
  const rows = await listPresence(tx, { measures, personIds: [...new Set(seen.map(({ personId }) => personId))] })
  const before = new Map<string, ByUnit>()
  for (const row of rows) {
    const key = `${row.person_id} ${row.measure}`
    before.set(key, (before.get(key) ?? new Map()).set(row.unit_code, tallyOf(row)))
  }
  return before
}

const WRITE_PRESENCE = prepared(
  `insert into indicators.presence (bureau_code, unit_code, measure, person_id, months, nets)
   select left(r.unit, 6), r.unit, r.measure, r.person, r.months::smallint[], r.nets::integer[]
     from unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[]) as r(unit, measure, person, months, nets)
   on conflict (bureau_code, unit_code, measure, person_id) do update set months = excluded.months, nets = excluded.nets`,
)

const arrayText = (values: readonly number[]): string => `{${values.join(',')}}`

async function writePresence(tx: Tx, changed: readonly { unit: string; measure: string; personId: string; tally: Tally }[]): Promise<void> {
  const rows = changed
    .map(({ tally, ...row }) => ({ ...row, ...columnsOf(tally) }))
    .toSorted((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0))
  await tx.query(WRITE_PRESENCE, [
    textColumn(rows.map(({ unit }) => unit)),
    textColumn(rows.map(({ measure }) => measure)),
    uuidColumn(rows.map(({ personId }) => personId)),
    textColumn(rows.map(({ months }) => arrayText(months))),
    textColumn(rows.map(({ nets }) => arrayText(nets))),
  ])
}

/** Changed first and then put in, as the cells are. */
const ADD_LINKS = prepared(
  `with r as materialized (
     select * from unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::smallint[], $6::bigint[]) as r(bureau, node, measure, month, prev, persons)),
   changed as (
     update indicators.links l set persons = l.persons + r.persons
       from r where l.bureau_code = r.bureau and l.unit_code = r.node and l.measure = r.measure and l.month = r.month and l.prev_month = r.prev
       returning l.unit_code, l.measure, l.month, l.prev_month)
   insert into indicators.links (bureau_code, unit_code, measure, month, prev_month, persons)
   select r.bureau, r.node, r.measure, r.month, r.prev, r.persons from r
    where not exists (select from changed c where c.unit_code = r.node and c.measure = r.measure and c.month = r.month and c.prev_month = r.prev)`,
)

async function addLinks(tx: Tx, links: ReadonlyMap<string, number>): Promise<void> {
  // In the order of the key, by and large: neighbours lie on one page.
  const rows = [...links].filter(([, count]) => count !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (rows.length === 0) return
  const parts = rows.map(([link]) => link.split(' '))
  const column = (at: number) => parts.map((part) => part[at] ?? '')
  const [nodes, measures] = [column(0), column(1)]
  const months = [column(2), column(3)].map((some) => smallintColumn(some.map(Number)))
  const persons = bigintColumn(rows.map(([, count]) => count))
  await tx.query(ADD_LINKS, [textColumn(nodes.map(bureauOfNode)), textColumn(nodes), textColumn(measures), ...months, persons])
}
